package workspace

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const (
	ackLimit  = 20480 // bytes of an acknowledgement; Slack drops bigger ones without a word
	pingEvery = 10 * time.Second
	maxConns  = 10
)

// sockets are the Socket Mode connections of the app.
type sockets struct {
	mu      sync.Mutex
	tickets map[string]bool
	conns   []*socket
	next    int
	waiting map[string]chan reply // by envelope id
}

// socket is one connection; writes are serialised.
type socket struct {
	mu   sync.Mutex
	conn *websocket.Conn
}

func newSockets() *sockets {
	return &sockets{tickets: map[string]bool{}, waiting: map[string]chan reply{}}
}

func (s *socket) write(v any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.conn.WriteJSON(v); err != nil {
		return fmt.Errorf("write to the app's connection: %w", err)
	}
	return nil
}

func (w *Workspace) connectionsOpen(c *call) node {
	w.sock.mu.Lock()
	defer w.sock.mu.Unlock()
	ticket := rand.Text()
	w.sock.tickets[ticket] = true
	return node{"ok": true, "url": "ws://" + c.host + "/link/?ticket=" + ticket + "&app_id=" + w.cfg.AppID}
}

// serveLink is the websocket of Socket Mode; the ticket in the address works once.
func (w *Workspace) serveLink(rw http.ResponseWriter, r *http.Request) {
	s := w.sock
	ticket := r.URL.Query().Get("ticket")
	s.mu.Lock()
	valid := s.tickets[ticket]
	delete(s.tickets, ticket)
	full := len(s.conns) >= maxConns
	s.mu.Unlock()
	if !valid || full {
		http.Error(rw, "this ticket cannot be used (again), or there are too many connections", http.StatusUnauthorized)
		return
	}
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }} // the ticket is the proof
	conn, err := up.Upgrade(rw, r, nil)
	if err != nil {
		return
	}
	link := &socket{conn: conn}
	s.mu.Lock()
	s.conns = append(s.conns, link)
	n := len(s.conns)
	s.mu.Unlock()
	w.Changed()
	hello := node{
		"type": "hello", "num_connections": n, "connection_info": node{"app_id": w.cfg.AppID},
		"debug_info": node{"host": "workspace", "approximate_connection_time": 18060},
	}
	if link.write(hello) == nil {
		w.talk(r.Context(), link)
	}
	s.drop(link)
	w.Changed()
}

// talk pings the app and reads its acknowledgements until the connection ends.
func (w *Workspace) talk(ctx context.Context, link *socket) {
	done := make(chan struct{})
	defer close(done)
	go func() {
		tick := time.NewTicker(pingEvery)
		defer tick.Stop()
		ping := func() { _ = link.conn.WriteControl(websocket.PingMessage, []byte("box"), time.Time{}) }
		for ping(); ; ping() {
			select {
			case <-tick.C:
			case <-done:
				return
			case <-ctx.Done():
				_ = link.conn.Close()
				return
			case <-w.closed:
				_ = link.conn.Close()
				return
			}
		}
	}()
	for {
		_, data, err := link.conn.ReadMessage()
		if err != nil {
			return
		}
		w.sock.ack(data, w)
	}
}

// ack passes an acknowledgement to whoever waits for it.
func (s *sockets) ack(data []byte, w *Workspace) {
	var a struct {
		EnvelopeID string          `json:"envelope_id"`
		Payload    json.RawMessage `json:"payload"`
	}
	if json.Unmarshal(data, &a) != nil {
		return
	}
	if len(data) >= ackLimit {
		w.log.Warn("workspace dropped an acknowledgement of 20 KB or more, as Slack does", "bytes", len(data))
		return
	}
	body := []byte(a.Payload)
	if string(body) == "null" {
		body = nil
	}
	s.mu.Lock()
	waiter := s.waiting[a.EnvelopeID]
	delete(s.waiting, a.EnvelopeID)
	s.mu.Unlock()
	if waiter != nil {
		waiter <- reply{status: http.StatusOK, json: true, body: body}
	}
}

func (s *sockets) drop(link *socket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = link.conn.Close()
	for i, c := range s.conns {
		if c == link {
			s.conns = append(s.conns[:i:i], s.conns[i+1:]...)
			return
		}
	}
}

// pick chooses the next connection in turn.
func (s *sockets) pick() *socket {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.conns) == 0 {
		return nil
	}
	s.next++
	return s.conns[s.next%len(s.conns)]
}

// send delivers one envelope and waits for its acknowledgement.
func (s *sockets) send(ctx context.Context, d delivery, retry int) (reply, error) {
	link := s.pick()
	if link == nil {
		return reply{}, errDispatch
	}
	id, answer := strings.ToLower(rand.Text()), make(chan reply, 1)
	s.mu.Lock()
	s.waiting[id] = answer
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.waiting, id)
		s.mu.Unlock()
	}()
	e := node{
		"envelope_id": id, "type": d.envelope, "payload": d.payload,
		"accepts_response_payload": d.envelope != "events_api",
	}
	if d.envelope == "events_api" {
		e["retry_attempt"], e["retry_reason"] = retry, ""
	}
	if err := link.write(e); err != nil {
		return reply{}, errors.Join(errDispatch, err)
	}
	select {
	case r := <-answer:
		return r, nil
	case <-ctx.Done():
		return reply{}, errTimeout
	}
}

// Connections says how many Socket Mode connections are open.
func (w *Workspace) Connections() int {
	w.sock.mu.Lock()
	defer w.sock.mu.Unlock()
	return len(w.sock.conns)
}

// Disconnect asks every connection to go away, as Slack does when it refreshes its side: reason is "warning",
// "refresh_requested" or "link_disabled". All but a warning are then closed.
func (w *Workspace) Disconnect(reason string) {
	w.sock.mu.Lock()
	conns := append([]*socket(nil), w.sock.conns...)
	w.sock.mu.Unlock()
	for _, c := range conns {
		_ = c.write(node{"type": "disconnect", "reason": reason, "debug_info": node{"host": "workspace"}})
		if reason != "warning" {
			w.sock.drop(c)
		}
	}
}
