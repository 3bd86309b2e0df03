package release

import "time"

// How long somebody stays signed in: from the beginning, and without doing anything.
const (
	SessionLife = 12 * time.Hour
	sessionIdle = 2 * time.Hour
	// sessionSeen is how exactly it is known when a session was last used.
	sessionSeen = time.Minute
)

// SessionRoad is how somebody came in.
type SessionRoad string

// The ways in.
const (
	InByLink    SessionRoad = "link"    // a one-time link from Slack or a mail
	InByAccount SessionRoad = "account" // an account at a provider that gonogo trusts
)

// Session is one browser in which somebody is signed in. The browser alone has its
// token; only a digest of it is known here.
type Session struct {
	ID      int64
	Person  PersonID
	Digest  string
	Road    SessionRoad
	Agent   string // what the browser calls itself
	BeganAt time.Time
	SeenAt  time.Time
	EndsAt  time.Time
	EndedAt time.Time // zero while nobody ended it
}

// Over tells whether the session ended, by hand or by time.
func (s Session) Over(now time.Time) bool {
	return !s.EndedAt.IsZero() || !now.Before(s.EndsAt) || !now.Before(s.SeenAt.Add(sessionIdle))
}

const maxAgent = 200

// newSession returns a session that begins now.
func newSession(id PersonID, token string, road SessionRoad, agent string, now time.Time) Session {
	return Session{
		Person: id, Digest: tokenDigest(token), Road: road, Agent: Clip(agent, maxAgent), BeganAt: now, SeenAt: now, EndsAt: now.Add(SessionLife),
	}
}

func notSignedIn() error {
	return refuse(CodeUnknownPerson, "You are not signed in.", "These pages are for the people of the programme.",
		"Write /release board in Slack, or ask for a link by mail.")
}
