// Package workspace is a Slack workspace in a box. It exists so that gonogo can be tried, rehearsed and tested
// with the very code that later talks to Slack: the box answers the Web API, sends signed slash commands,
// interactions and events (over HTTP or Socket Mode), refuses what Slack would refuse, and shows channels,
// threads, modals, App Home and a mailbox on one web page.
//
// The box keeps everything in memory, and its messages in Config.State when that is set; it trusts only loopback
// callers and reaches nothing outside.
//
// # Time
//
// Every time of the box (message ts, signature timestamp, life of a trigger id or response_url) comes from
// Config.Clock, in UTC; the page shows it in Config.Zone. Only network deadlines (the 3 seconds an app has to
// answer) are real time.
//
// # Strictness
//
// Lengths are counted in UTF-16 units after escaping, the strictest reading of Slack's limits. The table of
// limits is in the validate files; every refusal carries Slack's error code and, for blocks, the reasons with
// their JSON pointers in response_metadata.messages.
//
// # The page, for tests in a browser
//
// The page is /?as=USERID&c=CHANNELID; c may also be "home" or "mail", and thread=TS opens a thread beside it.
// Stable attributes, all values of data-testid unless said otherwise:
//
//	channel-NAME, dm, home, mailbox   links of the left bar
//	you, you-USERID                   the people switch and the people in it
//	composer, composer-send           the message box and its button (thread-composer, thread-send in a thread)
//	completion                        one proposal of the composer; data-insert is what it puts in
//	message-TS                        one message; data-author, data-ephemeral, data-edited; thread-TS opens its thread
//	replies-TS                        "3 replies" below a message
//	data-action-id, data-block-id     on every button, select, picker and input; data-value on buttons and options
//	modal, modal-submit, modal-close  the open modal (data-view-id, data-callback-id); modal-cancel closes the stack
//	composer-attach, thread-attach    puts a file into the conversation or thread; attached is one that came with a message
//	file-name, file-remove            a file that is in a form, and the button that takes it out
//	error-BLOCKID, modal-error        the complaint at a block, and about the modal as a whole
//	confirm, confirm-ok, confirm-deny a confirmation dialog
//	clock, jump-N, clock-at, clock-go the clock, its jumps (from 0), the free date-time and its button
//	mail-ID, mail-html, mail-text, mail-headers   a row of the mailbox, the three tabs; mail-body shows it; mail-search
//	tries, tries-dismiss              the panel for a first-time visitor
//	notice                            what Slack itself tells the person (an app that did not answer, ...)
package workspace
