package board

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// provider is a small OpenID provider: discovery, keys, the page to sign in and the
// exchange of a code for a signed token, as the standard asks.
type provider struct {
	t     *testing.T
	url   string
	key   *rsa.PrivateKey
	now   func() time.Time
	mu    sync.Mutex
	codes map[string]url.Values // what was asked for each code; taken once
	// say changes what the provider claims, and the key it signs with.
	say func(claims map[string]any)
	by  *rsa.PrivateKey
}

const clientSecret = "client secret/+"

// newKeys are the provider's key and a stranger's, made once.
var newKeys = sync.OnceValue(func() [2]*rsa.PrivateKey {
	var keys [2]*rsa.PrivateKey
	for i := range keys {
		key, err := rsa.GenerateKey(rand.Reader, 2048)
		if err != nil {
			panic(err)
		}
		keys[i] = key
	}
	return keys
})

func openProvider(t *testing.T, now func() time.Time) *provider {
	t.Helper()
	key := newKeys()[0]
	p := &provider{t: t, key: key, by: key, now: now, codes: map[string]url.Values{}, say: func(map[string]any) {}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		p.answer(w, http.StatusOK, map[string]any{
			"issuer": p.url, "authorization_endpoint": p.url + "/authorize", "token_endpoint": p.url + "/token", "jwks_uri": p.url + "/keys",
			"id_token_signing_alg_values_supported": []string{"RS256"}, "response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
		})
	})
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) {
		p.answer(w, http.StatusOK, map[string]any{"keys": []any{map[string]any{
			"kty": "RSA", "kid": "1", "alg": "RS256", "use": "sig", "n": base64.RawURLEncoding.EncodeToString(key.N.Bytes()),
			"e": base64.RawURLEncoding.EncodeToString(big.NewInt(int64(key.E)).Bytes()),
		}}})
	})
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	p.url = server.URL
	return p
}

func (p *provider) answer(w http.ResponseWriter, status int, x any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(x); err != nil {
		p.t.Errorf("answer: %v", err)
	}
}

func (p *provider) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("response_type") != "code" || q.Get("client_id") != "gonogo" || q.Get("code_challenge_method") != "S256" || !strings.Contains(q.Get("scope"), "openid") || q.Get("nonce") == "" {
		http.Error(w, "wrong request", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	p.mu.Lock()
	p.codes[code] = q
	p.mu.Unlock()
	http.Redirect(w, r, q.Get("redirect_uri")+"?"+url.Values{"code": {code}, "state": {q.Get("state")}}.Encode(), http.StatusSeeOther) //nolint:gosec // its only client is the board under test
}

func (p *provider) token(w http.ResponseWriter, r *http.Request) {
	id, secret, _ := r.BasicAuth()
	secret, _ = url.QueryUnescape(secret)
	p.mu.Lock()
	asked, ok := p.codes[r.PostFormValue("code")]
	delete(p.codes, r.PostFormValue("code"))
	p.mu.Unlock()
	challenge := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if !ok || id != "gonogo" || secret != clientSecret || asked.Get("redirect_uri") != r.PostFormValue("redirect_uri") ||
		asked.Get("code_challenge") != base64.RawURLEncoding.EncodeToString(challenge[:]) {
		p.answer(w, http.StatusBadRequest, map[string]any{"error": "invalid_grant"})
		return
	}
	said := map[string]any{
		"iss": p.url, "sub": "U-ann", "aud": "gonogo", "exp": p.now().Add(time.Hour).Unix(), "iat": p.now().Unix(), "nonce": asked.Get("nonce"),
		"email": "ann@gonogo.example", "email_verified": true, "https://slack.com/user_id": "U-ann", "https://slack.com/team_id": "T1",
	}
	p.say(said)
	p.answer(w, http.StatusOK, map[string]any{"access_token": "x", "token_type": "Bearer", "id_token": p.sign(said)})
}

func (p *provider) sign(said map[string]any) string {
	body, err := json.Marshal(said)
	if err != nil {
		p.t.Errorf("write the token: %v", err)
	}
	text := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"RS256","kid":"1","typ":"JWT"}`)) + "." + base64.RawURLEncoding.EncodeToString(body)
	sum := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(rand.Reader, p.by, crypto.SHA256, sum[:])
	if err != nil {
		p.t.Errorf("sign the token: %v", err)
	}
	return text + "." + base64.RawURLEncoding.EncodeToString(signature)
}

// withAccounts is an office at which people sign in with a provider.
func withAccounts(t *testing.T) (*office, *provider) {
	t.Helper()
	o := openDoors(t)
	p := openProvider(t, func() time.Time { return o.desk.now })
	o.board.Account = NewAccount(AccountConfig{
		Issuer: p.url, ClientID: "gonogo", ClientSecret: clientSecret, PublicURL: "https://gonogo.example", Now: func() time.Time { return o.desk.now },
	})
	o.serve()
	return o, p
}

// begin goes to the provider and returns the path with which it sends people back.
func (o *office) begin(next string) string {
	o.t.Helper()
	status, where := o.do(http.MethodGet, "/in/account?next="+url.QueryEscape(next), "")
	where, _, _ = strings.Cut(where, "<a href")
	if status != http.StatusSeeOther {
		o.t.Fatalf("to the provider: %d, %s", status, where)
	}
	o.cookie, _, _ = strings.Cut(o.given, ";")
	r, err := http.NewRequestWithContext(o.t.Context(), http.MethodGet, strings.TrimSpace(where), nil)
	if err != nil {
		o.t.Fatal(err)
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		o.t.Fatal(err)
	}
	defer answer.Body.Close()
	back := answer.Header.Get("Location")
	path, ours := strings.CutPrefix(back, "https://gonogo.example")
	if !ours {
		o.t.Fatalf("the provider sends to %q (%d)", back, answer.StatusCode)
	}
	return path
}

// Who has an account at the provider comes in with it, once for each answer, to the
// page they wanted; the account is known by its pair, and its mail where verified.
func TestAccount(t *testing.T) {
	o, _ := withAccounts(t)
	wants(t, o.page("in-account", "/in?next=/me"), `href="/in/account?next=`)
	path := o.begin("/me")
	status, where := o.do(http.MethodGet, path, "")
	if status != http.StatusSeeOther || !strings.HasPrefix(where, "/me") {
		t.Fatalf("back: %d, %s", status, where)
	}
	if len(o.doors.accounts) != 1 || !strings.Contains(strings.Join(o.cookies, "\n"), "gonogo=session-of-ann") {
		t.Errorf("accounts %+v, cookies %v", o.doors.accounts, o.cookies)
	}
	if status, page := o.do(http.MethodGet, path, ""); status != http.StatusInternalServerError || strings.Contains(page, "invalid_grant") {
		t.Errorf("the same code again: %d\n%s", status, page)
	}
}

// What did not begin in this browser, was changed on the way, is old or was said to
// or by somebody else lets nobody in.
func TestAccountRefused(t *testing.T) {
	stranger := newKeys()[1]
	for name, c := range map[string]struct {
		spoil  func(o *office, p *provider)
		path   func(path string) string
		status int
	}{
		"another browser":  {func(o *office, _ *provider) { o.cookie = "" }, nil, 403},
		"a forged cookie":  {func(o *office, _ *provider) { o.cookie += "x" }, nil, 403},
		"another state":    {nil, func(path string) string { return path + "x" }, 403},
		"too late":         {func(o *office, _ *provider) { o.desk.now = o.desk.now.Add(accountTime) }, nil, 403},
		"declined":         {nil, func(path string) string { return path + "&error=access_denied" }, 403},
		"another's nonce":  {func(_ *office, p *provider) { p.say = func(c map[string]any) { c["nonce"] = "x" } }, nil, 500},
		"another audience": {func(_ *office, p *provider) { p.say = func(c map[string]any) { c["aud"] = "x" } }, nil, 500},
		"another issuer":   {func(_ *office, p *provider) { p.say = func(c map[string]any) { c["iss"] = "https://x" } }, nil, 500},
		"an old token": {func(_ *office, p *provider) {
			p.say = func(c map[string]any) { c["exp"] = monday.Add(-time.Hour).Unix() }
		}, nil, 500},
		"another key":       {func(_ *office, p *provider) { p.by = stranger }, nil, 500},
		"mail not verified": {func(_ *office, p *provider) { p.say = func(c map[string]any) { c["email_verified"] = false } }, nil, 403},
		"another account": {func(_ *office, p *provider) {
			p.say = func(c map[string]any) { c["https://slack.com/user_id"] = "U-eve" }
		}, nil, 403},
	} {
		t.Run(name, func(t *testing.T) {
			o, p := withAccounts(t)
			path := o.begin("/")
			if c.spoil != nil {
				c.spoil(o, p)
			}
			if c.path != nil {
				path = c.path(path)
			}
			status, page := o.do(http.MethodGet, path, "")
			if status != c.status || strings.Contains(strings.Join(o.cookies, "\n"), "session-of") {
				t.Errorf("%d, cookies %v\n%s", status, o.cookies, page)
			}
		})
	}
}

// A provider that is down keeps nobody from starting, or from coming in by a link;
// once it is back it is asked again.
func TestProviderIsDown(t *testing.T) {
	o, p := withAccounts(t)
	good := o.board.Account.Issuer
	o.board.Account.Issuer = "http://127.0.0.1:1"
	if status, page := o.do(http.MethodGet, "/in/account", ""); status != http.StatusInternalServerError || !strings.Contains(page, "under the reference") {
		t.Errorf("a provider that is down: %d\n%s", status, page)
	}
	if status, _ := o.get("/in/pass-of-ann"); status != http.StatusOK {
		t.Errorf("a link meanwhile: %d", status)
	}
	o.board.Account.Issuer = good
	if path := o.begin("/"); path == "" || p == nil {
		t.Error("it is not asked again")
	}
}
