// Package bot is gonogo's edge to Slack. It exists to translate, and only to
// translate: what Slack tells (a command, a press, a form, an event) becomes one
// Call, a row of the command table carries it to a verb of release.Desk, and
// what comes back becomes a message, a form, a card or the App Home.
//
// The rules are in release, the state behind its Store; a Slack message is a
// view of it and can be posted anew at any time (T33). What people wrote goes
// into rich text or plain text, which Slack does not parse, so that it can
// neither mention anybody nor forge a link; the one text that Slack does parse,
// a message's fallback, is escaped once in page.fallback.
package bot
