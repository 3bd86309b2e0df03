package main

import (
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

var confirmAddress = regexp.MustCompile(`https://gonogo\.example(/confirm/\S+)`)

// confirm WHO opens the newest link with which a person confirms what they were
// mailed, which changes nothing, and presses its button.
func (s *scene) confirm(ts *testscript.TestScript, _ bool, args []string) {
	var path string
	s.until(ts, args[0]+" has a link to confirm with", func() bool {
		for _, mail := range s.mailsTo(ts, args[0]) {
			if m := confirmAddress.FindStringSubmatch(mail); m != nil {
				path = m[1]
			}
		}
		return path != ""
	})
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		r, err := http.NewRequestWithContext(s.ctx, method, s.app+path, http.NoBody)
		ts.Check(err)
		if status, page := s.surf(ts, r); status != http.StatusOK || (method == http.MethodGet && !strings.Contains(page, "Yes, we know of it")) {
			ts.Fatalf("%s of the link was answered with %d:\n%s", method, status, page)
		}
	}
}

// wire carries the mail of a scene, until it is cut.
type wire struct {
	to string

	mu   sync.Mutex
	cut  bool
	open []net.Conn
}

// relay puts a wire between gonogo and its mail server, before anything is served;
// "relay off" cuts it and "relay on" mends it.
func (s *scene) relay(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) == 0 {
		listener, err := net.Listen("tcp", "127.0.0.1:0") // it ends with the scene
		ts.Check(err)
		ts.Defer(func() { _ = listener.Close() })
		s.wire = &wire{to: strings.TrimPrefix(s.mails.URL(), "smtp://")}
		s.env = append(s.env, "SMTP_URL=smtp://"+listener.Addr().String())
		go s.wire.serve(listener)
		return
	}
	s.wire.mu.Lock()
	defer s.wire.mu.Unlock()
	s.wire.cut = args[0] == "off"
	for _, c := range s.wire.open {
		_ = c.Close()
	}
	s.wire.open = nil
}

func (w *wire) serve(listener net.Listener) {
	for {
		from, err := listener.Accept()
		if err != nil {
			return
		}
		to, err := net.Dial("tcp", w.to) // both ends are cut by hand
		w.mu.Lock()
		if w.cut || err != nil {
			w.mu.Unlock()
			_ = from.Close()
			continue
		}
		w.open = append(w.open, from, to)
		w.mu.Unlock()
		go func() { _, _ = io.Copy(to, from); _ = to.Close() }()
		go func() { _, _ = io.Copy(from, to); _ = from.Close() }()
	}
}
