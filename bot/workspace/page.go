package workspace

import (
	"bytes"
	"embed"
	"html/template"
	"net"
	"net/http"
	"net/url"
	"strings"
)

//go:embed assets
var assets embed.FS

// templates parses the page's templates.
func templates() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"initial": initial}).ParseFS(assets, "assets/*.html"))
}

// initial is the letter in a person's avatar.
func initial(name string) string {
	for _, r := range name {
		return strings.ToUpper(string(r))
	}
	return "?"
}

// Handler serves the page at /, the Web API at /api/, response_url posts at /hooks/ and Socket Mode at /link/. It
// answers loopback callers only.
func (w *Workspace) Handler() http.Handler {
	mux := http.NewServeMux()
	pages := templates()
	mux.HandleFunc("/api/", w.serveAPI)
	mux.HandleFunc("GET /files-pri/{id}/{name}", w.serveFile)
	mux.HandleFunc("POST /upload/v1/{id}", w.serveUpload)
	mux.HandleFunc("GET /files/{id}/{name}", w.serveDownload)
	mux.HandleFunc("/hooks/", w.serveHook)
	mux.HandleFunc("GET /link/", w.serveLink)
	mux.HandleFunc("GET /{$}", func(rw http.ResponseWriter, r *http.Request) { w.servePage(rw, r, pages) })
	mux.HandleFunc("GET /live", w.serveLive)
	mux.HandleFunc("GET /archives/{channel}/{ts}", w.serveArchive)
	mux.HandleFunc("GET /mail/{id}/html", w.serveMailHTML)
	mux.HandleFunc("POST /do/{what}", w.serveDo)
	for _, file := range []string{"style.css", "app.js"} {
		mux.HandleFunc("GET /"+file, func(rw http.ResponseWriter, r *http.Request) {
			rw.Header().Set("Cache-Control", "no-cache")
			http.ServeFileFS(rw, r, assets, "assets/"+file)
		})
	}
	return w.guard(http.NewCrossOriginProtection().Handler(mux))
}

// guard refuses callers that do not name a loopback host, and sets the headers every answer has.
func (w *Workspace) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if !loopback(r.Host) {
			http.Error(rw, "this workspace answers on a loopback address only", http.StatusForbidden)
			return
		}
		w.SetHost(r.Host)
		h := rw.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "+
			"frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(rw, r)
	})
}

func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || (ip != nil && ip.IsLoopback())
}

func (w *Workspace) servePage(rw http.ResponseWriter, r *http.Request, pages *template.Template) {
	q := r.URL.Query()
	you, ok := w.person(orElse(q.Get("as"), w.people[0].UserID))
	if !ok {
		http.Redirect(rw, r, "/", http.StatusSeeOther)
		return
	}
	_, err := r.Cookie("tries")
	data := w.screen(r, you, q.Get("c"), q.Get("thread"), err != nil)
	if data == nil {
		http.Redirect(rw, r, "/?as="+url.QueryEscape(you.UserID), http.StatusSeeOther)
		return
	}
	var out bytes.Buffer
	if err := pages.ExecuteTemplate(&out, "page.html", data); err != nil {
		w.log.Error("workspace could not draw its page", "error", err)
		http.Error(rw, "the page could not be drawn", http.StatusInternalServerError)
		return
	}
	rw.Header().Set("Content-Type", "text/html; charset=utf-8")
	rw.Header().Set("Cache-Control", "no-store")
	_, _ = out.WriteTo(rw)
}

// serveArchive turns a permalink into the page, with the thread open when the message is a reply.
func (w *Workspace) serveArchive(rw http.ResponseWriter, r *http.Request) {
	id, p := r.PathValue("channel"), strings.TrimPrefix(r.PathValue("ts"), "p")
	q := url.Values{"c": {id}, "as": {orElse(r.URL.Query().Get("as"), w.people[0].UserID)}}
	place := ""
	if len(p) > 6 {
		ts := p[:len(p)-6] + "." + p[len(p)-6:]
		place = "#m-" + url.PathEscape(ts)
		w.mu.Lock()
		if conv := w.convs[id]; conv != nil {
			if m := conv.message(ts, q.Get("as")); m != nil && m.thread != "" {
				q.Set("thread", m.thread)
				place = "#t-" + url.PathEscape(ts)
			}
		}
		w.mu.Unlock()
	}
	http.Redirect(rw, r, "/?"+q.Encode()+place, http.StatusSeeOther)
}
