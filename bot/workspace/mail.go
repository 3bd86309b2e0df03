package workspace

import (
	"io"
	"net/http"
	"strings"
	"time"
)

// Mail is one mail the rehearsal caught.
type Mail struct {
	ID         string
	At         time.Time
	From       string
	To         []string
	Subject    string
	Header     string // the raw header block
	Text, HTML string
	Calendar   string // what a calendar program takes from it
}

func (w *Workspace) mails() []Mail {
	if w.cfg.Mails == nil {
		return nil
	}
	return w.cfg.Mails()
}

func (w *Workspace) mail(id string) (Mail, bool) {
	for _, m := range w.mails() {
		if m.ID == id {
			return m, true
		}
	}
	return Mail{}, false
}

// serveMailHTML shows a mail's HTML for the page's frame: a document of its own origin that can run and load nothing;
// its links open in a new tab.
func (w *Workspace) serveMailHTML(rw http.ResponseWriter, r *http.Request) {
	m, ok := w.mail(r.PathValue("id"))
	if !ok {
		http.NotFound(rw, r)
		return
	}
	h := rw.Header()
	h.Set("Content-Security-Policy", "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("X-Frame-Options", "SAMEORIGIN")
	_, _ = io.WriteString(rw, strings.Replace(m.HTML, "<head>", `<head><base target="_blank">`, 1))
}
