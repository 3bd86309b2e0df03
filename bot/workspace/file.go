package workspace

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
)

// File is a file that a person puts into a form: what Submit takes, alone or in a slice, for an element of type
// file_input.
type File struct {
	Name string `json:"name"`
	Data []byte `json:"data"` // base64 in the page's JSON
}

// maxFileBytes is the largest file the box keeps; Slack takes 1 GB, which nobody rehearses.
const maxFileBytes = 16 << 20

// filed is the state of a file_input with these files in it, which the box keeps; the lock must be held.
func (w *Workspace) filed(e node, all []File) (node, error) {
	if kind := str(e, "type"); kind != "file_input" {
		return nil, fmt.Errorf("element %q of type %q takes no file", str(e, "action_id"), kind)
	}
	most, ok := number(e, "max_files")
	if !ok {
		most = 10
	}
	if len(all) > most {
		return nil, fmt.Errorf("you can choose up to %s here", plural(most, "file"))
	}
	for _, f := range all {
		if err := fits(e, f); err != nil {
			return nil, err
		}
	}
	files := []any{}
	for _, f := range all {
		files = append(files, w.upload(f))
	}
	return node{"type": "file_input", "files": files}, nil
}

// fits refuses what Slack's client does not let a person choose.
func fits(e node, f File) error {
	kinds := list(e, "filetypes")
	switch {
	case f.Name == "":
		return errors.New("a file needs a name")
	case len(f.Data) > maxFileBytes:
		return fmt.Errorf("%s is larger than the %d MB this workspace keeps", f.Name, maxFileBytes>>20)
	case len(kinds) > 0 && !slices.Contains(kinds, any(strings.ToLower(strings.TrimPrefix(path.Ext(f.Name), ".")))):
		return fmt.Errorf("%s cannot be chosen here: it takes %s", f.Name, accepted(e))
	}
	return nil
}

// accepted lists the endings a file_input takes as browsers read it: ".csv, .json".
func accepted(e node) string {
	var all []string
	for _, kind := range list(e, "filetypes") {
		if s, ok := kind.(string); ok {
			all = append(all, "."+s)
		}
	}
	return strings.Join(all, ", ")
}

func (c *checker) fileInput(e node, at string) {
	c.only(e, at, "type", "action_id", "filetypes", "max_files")
	if v, given := e["filetypes"]; given {
		kinds, _ := v.([]any)
		if len(kinds) == 0 {
			c.addf(at+"/filetypes", "must have at least 1 item")
		}
		for i, kind := range kinds {
			if s, _ := kind.(string); s == "" || strings.HasPrefix(s, ".") {
				c.addf(fmt.Sprintf("%s/filetypes/%d", at, i), "must be a file type such as csv")
			}
		}
	}
	if v, given := e["max_files"]; given {
		if n, ok := v.(float64); !ok || n < 1 || n > 10 || n != float64(int(n)) {
			c.addf(at+"/max_files", "must be 1 to 10")
		}
	}
}

// upload keeps a file and returns what Slack tells the app of it. The app reads the file itself, with its token.
func (w *Workspace) upload(f File) node {
	id := w.id("F")
	w.files[id] = f
	return w.fileObject(id)
}

// put has the modal of a person hold the files they chose in the page.
func (w *Workspace) put(d deed) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	v := w.views[d.View]
	if v == nil || v.user != d.As {
		return errors.New("the form is not open any more")
	}
	defer w.touch()
	return w.fillIn(v, map[string]map[string]any{d.Block: {d.Action: d.Files}})
}

// serveFile gives a file to the app: whoever does not show its token is sent away.
func (w *Workspace) serveFile(rw http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte("Bearer "+w.cfg.BotToken)) != 1 {
		http.Error(rw, "only the app reads this, with its token", http.StatusForbidden)
		return
	}
	w.mu.Lock()
	f, ok := w.files[strings.TrimPrefix(r.PathValue("id"), w.cfg.TeamID+"-")]
	w.mu.Unlock()
	if !ok {
		http.NotFound(rw, r)
		return
	}
	rw.Header().Set("Content-Type", "application/octet-stream")
	rw.Header().Set("Content-Length", strconv.Itoa(len(f.Data)))
	_, _ = rw.Write(f.Data)
}

// sized says how large a file is, as people read it.
func sized(bytes int) string {
	switch {
	case bytes < 1<<10:
		return plural(bytes, "byte")
	case bytes < 1<<20:
		return strconv.Itoa((bytes+1<<9)>>10) + " KB"
	}
	return strconv.FormatFloat(float64(bytes)/(1<<20), 'f', 1, 64) + " MB"
}
