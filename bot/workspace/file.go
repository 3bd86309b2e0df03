package workspace

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// File is a file that a person puts into a form: what Submit takes for an element of type file_input.
type File struct{ Name, Text string }

// upload keeps a file and returns what Slack tells the app of it; the lock must be held. The app reads the file
// itself, with its token.
func (w *Workspace) upload(f File) node {
	w.serial++
	id := fmt.Sprintf("F%010d", w.serial)
	if w.files == nil {
		w.files = map[string]File{}
	}
	w.files[id] = f
	at := "http://" + orElse(w.apiHost, w.host) + "/files-pri/" + id + "/" + url.PathEscape(f.Name)
	return node{
		"id": id, "name": f.Name, "title": f.Name, "mimetype": "text/plain", "mode": "hosted", "size": float64(len(f.Text)),
		"url_private": at, "url_private_download": at,
	}
}

// uploaded is the state of a file_input with a file in it.
func (w *Workspace) uploaded(f File) node {
	return node{"type": "file_input", "files": []any{w.upload(f)}}
}

// put keeps a file that a person chose in the page as the state of the modal's element.
func (w *Workspace) put(d deed) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	v := w.views[d.View]
	if v == nil || v.user != d.As || len(d.Values) != 2 {
		return fmt.Errorf("%q has no such form open", d.As)
	}
	defer w.touch()
	return w.fillIn(v, map[string]map[string]any{d.Block: {d.Action: File{Name: d.Values[0], Text: d.Values[1]}}})
}

// serveFile gives a file to the app: whoever shows no token is sent away.
func (w *Workspace) serveFile(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	f, ok := w.files[r.PathValue("id")]
	w.mu.Unlock()
	switch {
	case strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ") != w.cfg.BotToken:
		http.Error(rw, "not_authed", http.StatusForbidden)
	case !ok:
		http.NotFound(rw, r)
	default:
		rw.Header().Set("Content-Type", "text/plain; charset=utf-8")
		rw.Header().Set("Content-Length", strconv.Itoa(len(f.Text)))
		_, _ = rw.Write([]byte(f.Text))
	}
}
