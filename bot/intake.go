package bot

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// maxBody is the largest request that is read: a form carries its whole view.
const maxBody = 2 << 20

// Handler takes what Slack posts: /slack/commands, /slack/interactions and
// /slack/events. Whatever Slack did not sign is answered 401 and not read.
func (b *Bot) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /slack/commands", b.post(postedCommand))
	mux.HandleFunc("POST /slack/interactions", b.post(postedInteraction))
	mux.HandleFunc("POST /slack/events", b.post(readEvent))
	return mux
}

// post verifies a request over its raw bytes, reads it, and writes the answer.
func (b *Bot) post(read func(body []byte) (inbound, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			if _, large := errors.AsType[*http.MaxBytesError](err); large {
				w.WriteHeader(http.StatusRequestEntityTooLarge)
				return
			}
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		if !genuine(r.Header, body, b.secret, b.now()) {
			b.log.WarnContext(r.Context(), "request without a valid signature", "path", r.URL.Path)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		in, err := read(body)
		if err != nil {
			b.log.WarnContext(r.Context(), "request not understood", "path", r.URL.Path)
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		b.write(w, r, b.take(r.Context(), in))
	}
}

func (b *Bot) write(w http.ResponseWriter, r *http.Request, a answer) {
	if a.body == nil {
		w.WriteHeader(http.StatusOK)
		return
	}
	body, err := json.Marshal(a.body)
	if err != nil {
		b.log.ErrorContext(r.Context(), "answer not written", "error", err.Error())
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if _, err := w.Write(body); err != nil {
		b.log.InfoContext(r.Context(), "answer not taken", "error", err.Error())
	}
}

func postedCommand(body []byte) (inbound, error) {
	values, err := formOf(body)
	if err != nil {
		return inbound{}, err
	}
	if values.Get("ssl_check") == "1" {
		return inbound{kind: isNothing}, nil
	}
	return readCommand(values.Get)
}

func postedInteraction(body []byte) (inbound, error) {
	values, err := formOf(body)
	if err != nil {
		return inbound{}, err
	}
	return readInteraction([]byte(values.Get("payload")))
}
