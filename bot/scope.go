package bot

import (
	"maps"
	"slices"
)

var history = []string{"channels:history", "groups:history", "im:history"}

// methods are the Web API methods gonogo calls, and the bot scopes each needs.
// The history is read to recognise a message whose answer was lost.
var methods = map[string][]string{
	"chat.postMessage":      {"chat:write"},
	"chat.update":           {"chat:write"},
	"conversations.history": history,
	"conversations.open":    {"im:write"},
	"conversations.replies": history,
	"views.open":            nil,
	// The release note as a file, into a direct message.
	"files.completeUploadExternal": {"files:write"},
	"files.getUploadURLExternal":   {"files:write"},
	// A file that was put into the thread of a release's card.
	"files.info":    {"files:read"},
	"views.publish": nil,
	"views.push":    nil,
	"views.update":  nil,
	// Socket Mode: under the app-level token, whose scope is connections:write.
	"apps.connections.open": nil,
}

// Events returns the events that the app's manifest must subscribe to: the Home
// is published when it is opened, a release note is checked when it is put into
// the thread of a release's card.
func Events() []string { return []string{"app_home_opened", "file_shared"} }

// Scopes returns the bot scopes that the app's manifest must ask for.
func Scopes() []string {
	needed := map[string]bool{"commands": true, "files:read": true} // a bill of materials is read from the file that was put into a form
	for _, scopes := range methods {
		for _, s := range scopes {
			needed[s] = true
		}
	}
	return slices.Sorted(maps.Keys(needed))
}
