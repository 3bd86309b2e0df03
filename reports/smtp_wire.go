package reports

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"sync/atomic"
	"time"
)

// wire is the connection under go-smtp's client, for what the client lacks: it
// waits for the answer to every command, keeps no deadline while a mail's bytes
// are written, and does not tell whether they all got out.
type wire struct {
	net.Conn
	greeting io.Reader     // read before the connection; see startTLS
	ahead    []byte        // commands already sent, which the client still has to say
	stall    time.Duration // how long one write may take
	broken   atomic.Bool   // a write failed: the server does not have all of it
}

// sendAhead sends commands before the client says them, so that several
// commands cost one round trip (PIPELINING, RFC 2920). The client then says
// them as ever and reads its answers one by one.
func (w *wire) sendAhead(commands []byte) error {
	if _, err := w.Write(commands); err != nil {
		return err
	}
	w.ahead = commands
	return nil
}

// Write swallows what was sent ahead and sends the rest.
func (w *wire) Write(b []byte) (int, error) {
	if len(w.ahead) > 0 {
		if !bytes.HasPrefix(w.ahead, b) {
			w.broken.Store(true)
			return 0, errors.New("other commands were sent ahead than are now said")
		}
		w.ahead = w.ahead[len(b):]
		return len(b), nil
	}
	stalled := time.AfterFunc(w.stall, func() { _ = w.Close() })
	n, err := w.Conn.Write(b)
	if !stalled.Stop() && err != nil {
		err = os.ErrDeadlineExceeded
	}
	if err != nil {
		w.broken.Store(true)
	}
	return n, err
}

// Read reads the greeting, if there is one to repeat, then the connection.
func (w *wire) Read(b []byte) (int, error) {
	if w.greeting != nil {
		if n, err := w.greeting.Read(b); err == nil {
			return n, nil
		}
		w.greeting = nil
	}
	return w.Conn.Read(b)
}
