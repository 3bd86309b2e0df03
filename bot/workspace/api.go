package workspace

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

const maxBody = 4 << 20 // bytes of a Web API request

// method is one Web API method; it runs with the lock held.
type method func(*Workspace, *call) node

// methodTable lists what the box can do; anything else is unknown_method.
func methodTable() map[string]method {
	return map[string]method{
		"api.test":      func(_ *Workspace, c *call) node { return node{"ok": true, "args": c.args} },
		"auth.test":     (*Workspace).authTest,
		"team.info":     (*Workspace).teamInfo,
		"bots.info":     (*Workspace).botsInfo,
		"users.info":    (*Workspace).usersInfo,
		"users.list":    (*Workspace).usersList,
		"reactions.add": (*Workspace).reactionsAdd,

		"users.lookupByEmail": (*Workspace).usersLookupByEmail,

		"chat.postMessage":   (*Workspace).chatPostMessage,
		"chat.postEphemeral": (*Workspace).chatPostEphemeral,
		"chat.update":        (*Workspace).chatUpdate,
		"chat.delete":        (*Workspace).chatDelete,
		"chat.getPermalink":  (*Workspace).chatGetPermalink,

		"views.open":    (*Workspace).viewsOpen,
		"views.push":    (*Workspace).viewsPush,
		"views.update":  (*Workspace).viewsUpdate,
		"views.publish": (*Workspace).viewsPublish,

		"conversations.open":    (*Workspace).conversationsOpen,
		"conversations.info":    (*Workspace).conversationsInfo,
		"conversations.list":    (*Workspace).conversationsList,
		"conversations.members": (*Workspace).conversationsMembers,
		"conversations.history": (*Workspace).conversationsHistory,
		"conversations.replies": (*Workspace).conversationsReplies,

		"apps.connections.open": (*Workspace).connectionsOpen,

		"files.info":                   (*Workspace).filesInfo,
		"files.getUploadURLExternal":   (*Workspace).filesGetUploadURL,
		"files.completeUploadExternal": (*Workspace).filesCompleteUpload,
	}
}

// call is one request to the Web API: its arguments as text, whichever way they came.
type call struct {
	name string
	host string
	args map[string]string
}

// str reads a text argument.
func (c *call) str(name string) string { return c.args[name] }

// has says whether an argument was given at all.
func (c *call) has(name string) bool { _, ok := c.args[name]; return ok }

// int reads a number, or the default.
func (c *call) int(name string, otherwise int) int {
	if n, err := strconv.Atoi(c.args[name]); err == nil && n > 0 {
		return n
	}
	return otherwise
}

// json reads an argument that is JSON, given as such or as text; ok is false when it is no JSON.
func (c *call) json(name string) (v any, ok bool) {
	s := c.args[name]
	if strings.TrimSpace(s) == "" {
		return nil, true
	}
	return v, json.Unmarshal([]byte(s), &v) == nil
}

func refused(code string, reasons ...string) node {
	n := node{"ok": false, "error": code}
	if len(reasons) > 0 {
		n["response_metadata"] = node{"messages": reasons}
	}
	return n
}

func (w *Workspace) serveAPI(rw http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/api/")
	args, token, code := readArgs(rw, r)
	w.mu.Lock()
	w.methods[name]++
	w.apiHost = r.Host
	w.mu.Unlock()
	if code == "" && name != "api.test" {
		code = w.checkToken(name, token)
	}
	run, known := methodTable()[name]
	if !known {
		code = "unknown_method"
	}
	if code != "" {
		answer(rw, http.StatusOK, refused(code))
		return
	}
	fault := w.fault(name)
	if fault != nil && fault.answer(rw) {
		return
	}
	w.mu.Lock()
	result := run(w, &call{name: name, host: r.Host, args: args})
	w.mu.Unlock()
	if result["ok"] != true {
		w.log.Info("workspace refused a call", "method", name, "error", result["error"], "why", result["response_metadata"])
	}
	if fault != nil && fault.Drop {
		cut(rw)
		return
	}
	answer(rw, http.StatusOK, result)
}

func (w *Workspace) checkToken(name, token string) string {
	want, other := w.cfg.BotToken, w.cfg.AppToken
	if name == "apps.connections.open" {
		want, other = other, want
	}
	switch token {
	case "":
		return "not_authed"
	case want:
		return ""
	case other:
		return "not_allowed_token_type"
	}
	return "invalid_auth"
}

// readArgs takes the arguments from query, form and JSON body, and the token from where Slack allows it.
func readArgs(rw http.ResponseWriter, r *http.Request) (args map[string]string, token, code string) {
	args = map[string]string{}
	take := func(v url.Values) {
		for k := range v {
			args[k] = v.Get(k)
		}
	}
	take(r.URL.Query())
	r.Body = http.MaxBytesReader(rw, r.Body, maxBody)
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "application/json" {
		if code = jsonArgs(r.Body, args); code != "" {
			return args, "", code
		}
	} else {
		if r.ParseForm() != nil {
			return args, "", "invalid_form_data"
		}
		take(r.PostForm)
	}
	token = strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	if token == "" && kind != "application/json" {
		token = args["token"]
	}
	delete(args, "token")
	return args, token, ""
}

func jsonArgs(body io.Reader, args map[string]string) string {
	data, err := io.ReadAll(body)
	if err != nil {
		return "request_timeout"
	}
	var fields map[string]json.RawMessage
	if len(data) == 0 {
		return ""
	}
	if json.Unmarshal(data, &fields) != nil {
		return "invalid_json"
	}
	for k, v := range fields {
		var s string
		switch {
		case json.Unmarshal(v, &s) == nil && string(v) != "null":
			args[k] = s
		case string(v) != "null":
			args[k] = string(v)
		}
	}
	return ""
}

func answer(rw http.ResponseWriter, status int, v any) {
	rw.Header().Set("Content-Type", "application/json; charset=utf-8")
	rw.WriteHeader(status)
	_ = json.NewEncoder(rw).Encode(v)
}
