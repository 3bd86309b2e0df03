package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Upload puts a file into a channel as the person, in a thread when threadTS is set. The app hears that there is a
// file; it must ask where it is and what is in it.
func (w *Workspace) Upload(ctx context.Context, userID, channelID, threadTS string, f File) error {
	p, conv, err := w.place(userID, channelID)
	switch {
	case err != nil:
		return fmt.Errorf("upload a file: %w", err)
	case f.Name == "" || len(f.Data) == 0:
		return errors.New("upload a file: it needs a name, and something in it")
	case len(f.Data) > maxFileBytes:
		return fmt.Errorf("upload a file: %s is larger than the %d MB this workspace keeps", f.Name, maxFileBytes>>20)
	}
	w.mu.Lock()
	if !conv.openThread(threadTS) {
		w.mu.Unlock()
		return fmt.Errorf("upload a file: there is no thread %q", threadTS)
	}
	file := w.upload(f)
	m := w.add(conv, &message{user: userID, thread: threadTS, files: []string{str(file, "id")}})
	event := node{
		"type": "file_shared", "channel_id": conv.ID, "file_id": file["id"], "user_id": userID, "file": node{"id": file["id"]}, "event_ts": m.ts,
	}
	in := !conv.BotOut
	w.mu.Unlock()
	if !in {
		return nil
	}
	return w.event(ctx, p, event)
}

// Sent is what is in the newest file of a name that came with a message of a conversation.
func (w *Workspace) Sent(channelID, name string) ([]byte, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	conv := w.convs[channelID]
	if conv == nil {
		return nil, false
	}
	for _, m := range slices.Backward(conv.messages) {
		for _, id := range m.files {
			if f := w.files[id]; f.Name == name {
				return slices.Clone(f.Data), true
			}
		}
	}
	return nil, false
}

// fileObject is a file as the Web API tells of it; the lock must be held.
func (w *Workspace) fileObject(id string) node {
	f := w.files[id]
	at := "http://" + orElse(w.apiHost, w.host) + "/files-pri/" + w.cfg.TeamID + "-" + id + "/" + url.PathEscape(f.Name)
	return node{
		"id": id, "name": f.Name, "title": f.Name, "mimetype": "application/octet-stream", "filetype": strings.TrimPrefix(path.Ext(f.Name), "."),
		"mode": "hosted", "is_external": false, "size": float64(len(f.Data)), "created": float64(w.now().Unix()),
		"url_private": at, "url_private_download": at,
	}
}

// filesInfo tells of a file where it was shared: a file only the person sees, in a form, is told of there.
func (w *Workspace) filesInfo(c *call) node {
	id := c.str("file")
	if _, ok := w.files[id]; !ok {
		return refused("file_not_found")
	}
	shares := map[string]node{"public": {}, "private": {}}
	for _, conv := range w.convs {
		if conv.BotOut {
			continue
		}
		kind := "public"
		if conv.Private || conv.peer != "" {
			kind = "private"
		}
		for _, m := range conv.messages {
			if !m.holds(id) {
				continue
			}
			share := node{"ts": m.ts, "channel_name": conv.Name, "team_id": w.cfg.TeamID, "reply_count": conv.replies(m.ts)}
			if m.thread != "" {
				share["thread_ts"] = m.thread
			}
			all, _ := shares[kind][conv.ID].([]any)
			shares[kind][conv.ID] = append(all, share)
		}
	}
	file := w.fileObject(id)
	file["shares"] = shares
	return node{"ok": true, "file": file, "comments": []any{}, "paging": node{"count": 0, "total": 0, "page": 1, "pages": 0}}
}

// filesGetUploadURL says where the app may put a file it sends.
func (w *Workspace) filesGetUploadURL(c *call) node {
	size, err := strconv.Atoi(c.str("length"))
	switch {
	case c.str("filename") == "" || err != nil || size < 1:
		return refused("invalid_arguments", "[ERROR] filename and length are needed")
	case size > maxFileBytes:
		return refused("file_upload_size_restricted")
	}
	id := w.id("F")
	w.awaited[id] = awaitedFile{name: c.str("filename"), size: size}
	return node{"ok": true, "file_id": id, "upload_url": "http://" + c.host + "/upload/v1/" + id}
}

// awaitedFile is one the app announced; data is nil until it came.
type awaitedFile struct {
	name string
	size int
	data []byte
}

// serveUpload takes the bytes of an announced file, as a form's file or bare.
func (w *Workspace) serveUpload(rw http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(rw, r.Body, maxFileBytes+1<<20)
	var from io.Reader = r.Body
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind == "multipart/form-data" {
		part, _, err := r.FormFile("file")
		if err != nil {
			http.Error(rw, "no file in the form", http.StatusBadRequest)
			return
		}
		defer func() { _ = part.Close() }()
		from = part
	}
	data, err := io.ReadAll(from)
	w.mu.Lock()
	defer w.mu.Unlock()
	f, ok := w.awaited[r.PathValue("id")]
	switch {
	case !ok:
		http.NotFound(rw, r)
	case err != nil || len(data) != f.size:
		http.Error(rw, "not as long as it was announced", http.StatusBadRequest)
	default:
		f.data = data
		w.awaited[r.PathValue("id")] = f
		_, _ = io.WriteString(rw, "OK - "+strconv.Itoa(len(data)))
	}
}

// filesCompleteUpload shares files that came, as one message of the app.
func (w *Workspace) filesCompleteUpload(c *call) node {
	var all []struct {
		ID    string `json:"id"`
		Title string `json:"title"`
	}
	if json.Unmarshal([]byte(c.str("files")), &all) != nil || len(all) == 0 {
		return refused("invalid_arguments", "[ERROR] missing required field: files")
	}
	conv := w.convs[orElse(c.str("channel_id"), c.str("channels"))]
	switch {
	case conv == nil:
		return refused("channel_not_found")
	case conv.BotOut:
		return refused("not_in_channel")
	case !conv.openThread(c.str("thread_ts")):
		return refused("thread_not_found")
	}
	m := &message{user: w.cfg.BotUserID, bot: true, thread: c.str("thread_ts"), text: c.str("initial_comment")}
	told := []any{}
	for _, x := range all {
		f, ok := w.awaited[x.ID]
		if !ok || f.data == nil {
			return refused("file_not_found")
		}
		m.files = append(m.files, x.ID)
		told = append(told, node{"id": x.ID, "title": orElse(x.Title, f.name)})
	}
	for _, id := range m.files {
		w.files[id] = File{Name: w.awaited[id].name, Data: w.awaited[id].data}
		delete(w.awaited, id)
	}
	w.add(conv, m)
	return node{"ok": true, "files": told}
}

// serveDownload gives a file of a message to whoever looks at the page.
func (w *Workspace) serveDownload(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	f, ok := w.files[r.PathValue("id")]
	w.mu.Unlock()
	if !ok {
		http.NotFound(rw, r)
		return
	}
	rw.Header().Set("Content-Type", "application/octet-stream")
	rw.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	_, _ = rw.Write(f.Data)
}
