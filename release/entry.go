package release

import "time"

// EntryKind says what happened.
type EntryKind string

// What the ledger records.
const (
	ProgrammeApplied EntryKind = "programme-applied"
	RFCDrafted       EntryKind = "rfc-drafted"
	RFCRaised        EntryKind = "rfc-raised"
	RFCEdited        EntryKind = "rfc-edited"
	RFCWithdrawn     EntryKind = "rfc-withdrawn"
	BallotOpened     EntryKind = "ballot-opened"
	VoteCast         EntryKind = "vote-cast"
	BallotDecided    EntryKind = "ballot-closed"
	BallotVoided     EntryKind = "ballot-void"
	SeatsReminded    EntryKind = "seats-reminded"
	ConditionMet     EntryKind = "condition-met"
	CadenceChosen    EntryKind = "cadence-chosen"
	StreamChosen     EntryKind = "mail-chosen"
	ReportSent       EntryKind = "report-sent"
	MeetingCalled    EntryKind = "meeting-called"
	MeetingStarted   EntryKind = "meeting-started"
	MeetingJoined    EntryKind = "meeting-joined"
	MeetingEnded     EntryKind = "meeting-ended"
	MinutesCorrected EntryKind = "minutes-corrected"
	MinutesRatified  EntryKind = "minutes-ratified"

	ReleaseCreated      EntryKind = "release-created"
	ReleaseEdited       EntryKind = "release-edited"
	ReleaseReclassified EntryKind = "release-reclassified"
	ReleaseMoved        EntryKind = "release-moved"
	ReleasePulledBack   EntryKind = "release-pulled-back"
	ReleaseAbandoned    EntryKind = "release-abandoned"
	BuildRegistered     EntryKind = "build-registered"
	EvidenceGiven       EntryKind = "evidence-given"
	EvidenceTaken       EntryKind = "evidence-taken"
	NoteDrafted         EntryKind = "note-drafted"
	NoteSubmitted       EntryKind = "note-submitted"

	SystemInstalled   EntryKind = "system-installed"
	StatusReported    EntryKind = "status-reported"
	BaselineFixed     EntryKind = "baseline-fixed"
	EnvironmentBooked EntryKind = "environment-booked"
	BookingCancelled  EntryKind = "booking-cancelled"

	OperationAdded        EntryKind = "operation-planned"
	OperationDrafted      EntryKind = "operation-drafted" // planned, and nobody is told before its RFC is raised
	OperationStarted      EntryKind = "operation-started"
	OperationEnded        EntryKind = "operation-ended"
	OperationCalledOff    EntryKind = "operation-cancelled"
	ConfigurationDoubted  EntryKind = "configuration-issue-raised"
	ConfigurationResolved EntryKind = "configuration-issue-resolved"

	FeedMade    EntryKind = "feed-made"
	FeedRevoked EntryKind = "feed-revoked"

	DelegationGiven EntryKind = "delegation-given"
	DelegationEnded EntryKind = "delegation-ended"
	SeatEscalated   EntryKind = "seat-escalated"

	DebtOpened    EntryKind = "debt-opened"
	DebtSettled   EntryKind = "debt-settled"
	DebtReopened  EntryKind = "debt-reopened"
	OverdueChased EntryKind = "overdue-chased"

	RolloutStarted     EntryKind = "rollout-started"
	StepEnded          EntryKind = "step-ended"
	RolloutLogged      EntryKind = "rollout-logged"
	RolloutDecided     EntryKind = "rollout-decided" // to go back, or to go on in spite of the window
	RolloutTold        EntryKind = "rollout-told"    // what the clock had to tell
	RolloutOver        EntryKind = "rollout-ended"
	DeploymentReported EntryKind = "deployment-reported"

	ActionAgreed         EntryKind = "action-agreed"
	ActionChanged        EntryKind = "action-changed"
	ActionDone           EntryKind = "action-done"
	ActionCancelled      EntryKind = "action-cancelled"
	SupportBegun         EntryKind = "support-begun"
	SupportSummed        EntryKind = "support-summed"
	SupportIssueLogged   EntryKind = "support-issue-logged"
	SupportIssueResolved EntryKind = "support-issue-resolved"

	ReviewOpened   EntryKind = "review-opened"
	ReviewAnswered EntryKind = "review-answered"
	ReviewClosed   EntryKind = "review-closed"
	LessonLearned  EntryKind = "lesson-learned"
	LessonDecided  EntryKind = "lesson-decided"

	DissentJudged EntryKind = "dissent-judged" // whether what a No-Go feared came true (M14)

	CommunicationPlanned   EntryKind = "communication-planned"
	CommunicationChanged   EntryKind = "communication-changed"
	CommunicationDropped   EntryKind = "communication-dropped"
	CommunicationSent      EntryKind = "communication-sent"
	CommunicationConfirmed EntryKind = "communication-confirmed"
	ReadinessCommented     EntryKind = "readiness-commented"
)

// Entry is one line of the ledger. It is written in the transaction of the act
// itself and sealed into the transparency log within a second (T36).
type Entry struct {
	// Intent is the key of what the person did (a trigger, an envelope); the
	// ledger takes each once, so that a replay changes nothing. It is empty for
	// follow-ups of an act and for the clockwork.
	Intent  string
	At      time.Time
	Kind    EntryKind
	Subject string // "rfc/12", "ballot/7", "programme/3"
	By      PersonID
	// RFC is the number of the RFC whose card shows this; 0 is none.
	RFC int
	// Release is the number of the release whose card shows this; 0 is none.
	Release int
	// Data is what happened, as a JSON-able value; it is kept canonically.
	Data any
}
