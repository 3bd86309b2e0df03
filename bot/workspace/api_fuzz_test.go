package workspace

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

// Whatever is sent to the Web API, a response_url or the page's deeds, the answer is JSON or a refusal, never a fault,
// and the page can still be drawn for everybody.
func FuzzRequests(f *testing.F) {
	paths := []string{"/hooks/commands/T1/x", "/do/say", "/do/act", "/do/submit", "/do/close", "/do/clock", "/do/dismiss", "/do/suggest", "/do/nonsense"}
	for _, m := range slices.Sorted(maps.Keys(methodTable())) {
		paths = append(paths, "/api/"+m)
	}
	f.Add(uint8(10), `{"channel":"C1","text":"<b>","blocks":[{"type":"table","rows":[[1]]}],"thread_ts":"1.2"}`)
	f.Add(uint8(29), `{"user_id":"U1","view":{"type":"home","blocks":[{"type":"actions","elements":[null]}]}}`)
	f.Add(uint8(1), `{"as":"U1","channel":"C1","text":"/rfc @Ann <b>"}`)
	f.Add(uint8(2), `{"as":"U1","view":"","channel":"DU1","ts":"1","action":"x","values":["y"],"state":{"a":{"b":["c"]}}}`)
	f.Fuzz(func(t *testing.T, which uint8, body string) {
		handler := quiet(t).Handler()
		send := func(method, path, body string) *httptest.ResponseRecorder {
			r := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
			r.Host = "127.0.0.1"
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Authorization", "Bearer xoxb")
			rw := httptest.NewRecorder()
			handler.ServeHTTP(rw, r)
			return rw
		}
		path := paths[int(which)%len(paths)]
		rw := send(http.MethodPost, path, body)
		if strings.HasPrefix(path, "/api/") && !json.Valid(rw.Body.Bytes()) {
			t.Fatalf("%s %s: %q", path, body, rw.Body)
		}
		for _, place := range []string{"C1", "home", "DU1"} {
			if rw := send(http.MethodGet, "/?as=U1&c="+place, ""); rw.Code != http.StatusOK {
				t.Fatalf("after %s %s the page answers HTTP %d", path, body, rw.Code)
			}
		}
	})
}
