package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Road is how a notice travels.
type Road string

// The roads.
const (
	ByMail   Road = "mail"
	ByDirect Road = "direct" // a direct message in Slack
	ByThread Road = "thread" // the RFC's thread in the board's channel
	// ByChannel is a post of its own in the board's channel.
	ByChannel Road = "channel"
)

// NoticeKind says what a notice is about.
type NoticeKind string

// The kinds of notice.
const (
	NoticeRaised    NoticeKind = "rfc-raised"
	NoticeEdited    NoticeKind = "rfc-edited"
	NoticeWithdrawn NoticeKind = "rfc-withdrawn"
	NoticeDecided   NoticeKind = "rfc-decided"
	NoticeOpened    NoticeKind = "gonogo-opened"
	NoticeOutcome   NoticeKind = "gonogo-decided"
	NoticeReminder  NoticeKind = "vote-reminder"
	NoticeCondition NoticeKind = "condition-met"
	NoticeFreeze    NoticeKind = "environment-freeze"
	NoticeReport    NoticeKind = "report"
	NoticeDigest    NoticeKind = "digest"
	NoticeCalled    NoticeKind = "meeting-called"
	NoticeInvited   NoticeKind = "invitation" // what goes into the reader's own calendar, or out of it
	NoticeMeeting   NoticeKind = "meeting-opened"
	NoticeMinutes   NoticeKind = "minutes-written"
	NoticeRatified  NoticeKind = "minutes-ratified"

	NoticeReleaseMoved NoticeKind = "release-moved"
	NoticeReleaseBack  NoticeKind = "release-pulled-back"
	NoticeAskedAgain   NoticeKind = "asked-again"
	NoticeReleaseEnded NoticeKind = "release-abandoned"
	NoticeReclassified NoticeKind = "release-reclassified"
	NoticeNote         NoticeKind = "note-submitted" // to the note's distribution list (R92)
	NoticeDebts        NoticeKind = "debts-opened"
	NoticeOverdue      NoticeKind = "overdue"

	NoticeDelegation NoticeKind = "delegation"

	NoticeOperation        NoticeKind = "operation-planned" // to all impacted; its card is its post (R45)
	NoticeOperationStarted NoticeKind = "operation-started"
	NoticeOperationEnded   NoticeKind = "operation-ended"     // done, failed or cancelled
	NoticeDoubt            NoticeKind = "configuration-issue" // to who must find out what is true (R106)
	NoticeDoubtResolved    NoticeKind = "configuration-issue-resolved"

	NoticeClosureVoid NoticeKind = "closure-void"   // in the thread, and to the seats: the vote ended without an outcome
	NoticeClosed      NoticeKind = "release-closed" // to everybody who was told of the release (R40)
	NoticeAction      NoticeKind = "action-agreed"  // to its owner
	NoticeTrouble     NoticeKind = "support-issue"  // in the release's thread, and to its owner
	NoticeSupport     NoticeKind = "support-summed" // to everybody who was told of the release

	NoticeWayIn NoticeKind = "way-in"    // a one-time link onto the board's pages, to who asked for it
	NoticeCode  NoticeKind = "vote-code" // the code with which somebody votes by a link (M17)

	NoticeReview       NoticeKind = "review-opened"
	NoticeReviewClosed NoticeKind = "review-closed"

	NoticeStep   NoticeKind = "deployment-step"   // in the deployment's thread: what is due now, and whose it is
	NoticeStatus NoticeKind = "deployment-status" // to all impacted: how a deployment goes (R36)
	NoticeDecide NoticeKind = "deployment-decide" // to the accountable: the point of no return has come (M7)

	NoticeCommunication NoticeKind = "communication" // a line of a release's communication plan (R44)
)

// Duty says why somebody is told: because they must or may act, or because
// they are only informed (RACI "I").
type Duty string

// The duties.
const (
	DutyAct  Duty = "act"
	DutyTold Duty = "told"
)

// Event is what a notice tells: a snapshot of the moment, frozen with it, so
// that a retry next week says what was true then.
type Event struct {
	Kind    NoticeKind
	At      time.Time
	By      PersonID
	RFC     RFC
	Ballot  *Ballot
	Changes []Change
	Reason  string // why it was withdrawn, the evidence of a condition
	Again   bool   // the vote opened again after another
	// Meeting is what a meeting put out, nil when the event is of none.
	Meeting *Meeting
	// Invitation is what goes into the reader's own calendar; nil when nothing does.
	Invitation *InvitationSent
	// Booking is the freeze that was made or lifted; nil when the event is of none.
	Booking *Booking
	// Release is the release it is about; nil for an RFC without one.
	Release *Release
	Move    string // the move a release made, "plan agreed"
	// Note is the cover of the release note that was handed in; nil when the event is of none.
	Note *SubmittedNote
	// Debts are what an emergency left behind for the reader.
	Debts []Debt
	// Overdue is what the reader is reminded of.
	Overdue []Reminder
	// Closing is what is told of a closure; nil when the event is of none.
	Closing *Closing
	// Action is the work-off action it is about; nil when the event is of none.
	Action *Action
	// Trouble is the issue of early life support it is about; nil when it is of none.
	Trouble *SupportIssue
	// Support is how an early life support ended; nil when the event is of none.
	Support *SupportSummary
	// Operation is the operation on an environment it is about; nil when it is of none.
	Operation *Operation
	// Doubt is the issue of the configuration it is about; nil when it is of none.
	Doubt *ConfigurationIssue
	// Delegation is who speaks for whom, from now on or no longer.
	Delegation *Delegation
	// Review is the post-implementation review it is about, nil when it is of none.
	Review *Review
	// Pass is the pass that the mail carries; 0 for none. What opens it is made when
	// the mail is written, and stands in the mail alone.
	Pass int64 `json:",omitempty"`
	// Rollout is how a deployment stands; nil when the event is of none.
	Rollout *RolloutStatus
	// Communication is what a line of the communication plan tells; nil when the event is of none.
	Communication *Briefing
	// Memories are what became of earlier No-Gos, for whoever votes in the ballot.
	Memories []DissentMemory `json:",omitempty"`
	// Regular is the stream of a report that comes by its timetable; empty for any
	// other event.
	Regular Stream `json:",omitempty"`
}

// Thread returns the subject in whose card's thread the event is told: the
// deployment for its steps, its RFC, else its release.
func (e Event) Thread() string {
	if e.Kind == NoticeStep && e.Rollout != nil {
		return e.Rollout.Subject
	}
	if e.RFC.Number == 0 && e.Release != nil {
		return e.Release.Subject()
	}
	if e.RFC.Number == 0 && e.Operation != nil {
		return e.Operation.Subject()
	}
	return e.RFC.Subject()
}

// Notice is something promised to somebody, once: its key is unique for ever.
type Notice struct {
	ID    int64
	Key   string
	Road  Road
	To    PersonID // empty for the RFC's thread
	Duty  Duty
	Event Event
	// Hold is the digest in which the notice waits; Immediate is sent at once.
	Hold Cadence
	At   time.Time
	// Body is the notice as rendered, frozen at its first delivery; reports and
	// digests are promised with it. For mail it is the whole message.
	Body []byte
}

// Receipt proves a delivery: the relay's answer, or where a message stands in Slack.
type Receipt struct {
	At     time.Time
	Detail string
}

// Courier carries notices of one road. Storage's workers call it, keep its
// receipts, and retry what failed for now; ErrGivenUp ends the retries.
type Courier interface {
	// Render returns the bytes to be frozen for the notice.
	Render(ctx context.Context, n Notice) ([]byte, error)
	// Carry delivers the frozen notice.
	Carry(ctx context.Context, n Notice) (Receipt, error)
}

// ErrGivenUp marks an error after which another try is of no use.
var ErrGivenUp = errors.New("given up")

// Later is an error that says how long to wait before another try, because the
// other side asked for it or is known to be down. Such a try does not count.
type Later interface {
	error
	RetryAfter() time.Duration
}

// ErrNotYet marks an error that a short wait will end: a card that is not posted yet.
var ErrNotYet = errors.New("not yet")

// noticesFor returns one notice for each recipient: by mail, held for the
// digest the person chose when they are only told.
func noticesFor(key string, e Event, to []Recipient, cadences map[PersonID]Cadence) []Notice {
	notices := make([]Notice, 0, len(to))
	for _, r := range to {
		n := Notice{
			Key: fmt.Sprintf("%s/mail/%s", key, r.Person), Road: ByMail, To: r.Person, Duty: r.Duty,
			Event: e, Hold: Immediate, At: e.At,
		}
		if c := cadences[r.Person]; r.Duty == DutyTold && c != "" && e.Kind != NoticeNote { // a digest could miss its lead time (R92)
			n.Hold = c
		}
		notices = append(notices, n)
	}
	return notices
}

// direct returns one direct message in Slack.
func direct(key string, e Event, to PersonID) Notice {
	return Notice{
		Key: fmt.Sprintf("%s/direct/%s", key, to), Road: ByDirect, To: to, Duty: DutyAct, Event: e, Hold: Immediate, At: e.At,
	}
}

// inThread returns one post in the RFC's thread.
func inThread(key string, e Event) Notice {
	return Notice{Key: key + "/thread", Road: ByThread, Duty: DutyTold, Event: e, Hold: Immediate, At: e.At}
}
