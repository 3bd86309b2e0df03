package board

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"gonogo.dev/release"
)

// found serves what the board has, and answers everything else on a page like the
// others, so that whoever typed an address wrongly has a way on.
func (b *Board) found(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		if bare := path.Clean(r.URL.Path); r.Method == http.MethodGet && bare != r.URL.Path && serves(mux, r, r.Method, bare) {
			there := url.URL{Path: bare, RawQuery: r.URL.RawQuery}
			http.Redirect(w, r, there.String(), http.StatusPermanentRedirect)
			return
		}
		b.nowhere(w, r, waysOf(mux, r))
	})
}

// serves tells whether a page answers to a method at a place.
func serves(mux *http.ServeMux, r *http.Request, method, place string) bool {
	asked := r.Clone(r.Context())
	asked.Method = method
	if place != r.URL.Path {
		asked.URL.Path, asked.URL.RawPath = place, ""
	}
	_, pattern := mux.Handler(asked)
	return pattern != ""
}

// waysOf lists the methods to which the path of a request answers, as the header Allow
// has them; empty where there is nothing at the path.
func waysOf(mux *http.ServeMux, r *http.Request) string {
	var ways []string
	if serves(mux, r, http.MethodGet, r.URL.Path) {
		ways = append(ways, http.MethodGet, http.MethodHead)
	}
	if serves(mux, r, http.MethodPost, r.URL.Path) {
		ways = append(ways, http.MethodPost)
	}
	return strings.Join(ways, ", ")
}

// nowhere says that there is no such page, or that it cannot be used in such a way, to
// somebody who is signed in with the places beside it.
func (b *Board) nowhere(w http.ResponseWriter, r *http.Request, ways string) {
	v, err := b.visitor(r)
	if err != nil {
		v = b.nobody(r)
	}
	refusal := &release.Refusal{
		Code: release.CodeNotFound, What: "There is no such page.", Why: "Its address is not whole, or nothing was ever there.", Next: "Begin at the first page of the board.",
	}
	if ways != "" {
		w.Header().Set("Allow", ways)
		refusal = &release.Refusal{Code: codeMethod, What: "Nothing was done.", Why: "This page cannot be used in this way.", Next: "Open it from the board, and use what stands on it."}
	}
	b.refuse(w, r, v, refusal)
}
