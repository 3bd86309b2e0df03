package release

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// Said is a text of a review with who said it.
type Said struct {
	Person PersonID `json:"person"`
	Text   string   `json:"text"`
}

// Learned is a lesson of a review with who handed it in.
type Learned struct {
	LessonDraft
	Person PersonID `json:"person"`
}

// Heard is how somebody who was asked stands in a review.
type Heard struct {
	Asked
	At   time.Time  `json:"at,omitzero"` // zero: silent
	Late bool       `json:"late,omitempty"`
	Road AnswerRoad `json:"road,omitempty"`
	// Met and SignedOff are of the answer that counts.
	Met       Met  `json:"met,omitempty"`
	SignedOff bool `json:"signedOff,omitempty"`
}

// Spoke tells whether they answered.
func (h Heard) Spoke() bool { return !h.At.IsZero() }

// ReviewSummary is what the answers to a review add up to, on one page. Its names
// in JSON are fixed for ever: a closed review is frozen in them.
type ReviewSummary struct {
	Review     int64     `json:"review"`
	Release    string    `json:"release"`
	RFC        string    `json:"rfc"`
	Version    string    `json:"version"`
	Outcome    string    `json:"outcome"`
	Reason     string    `json:"reason,omitempty"`
	Deviations []string  `json:"deviations"`
	OpenedAt   time.Time `json:"openedAt"`
	Due        time.Time `json:"due"`
	ClosedAt   time.Time `json:"closedAt,omitzero"`
	ClosedBy   PersonID  `json:"closedBy,omitempty"`
	Statement  string    `json:"statement,omitempty"`
	Regression string    `json:"regression,omitempty"` // what shows the regression test (R37)
	Heard      []Heard   `json:"heard"`
	// Objectives counts the answers; InTime and TooLate whether people were told in time.
	Objectives map[Met]int `json:"objectives"`
	InTime     int         `json:"inTime"`
	TooLate    int         `json:"tooLate"`
	SignedOff  int         `json:"signedOff"`
	Issues     []Said      `json:"issues"`
	Well       []Said      `json:"well"`
	Lessons    []Learned   `json:"lessons"` // by cause
}

// Answered returns how many of those who were asked have answered.
func (s ReviewSummary) Answered() int {
	return len(slices.DeleteFunc(slices.Clone(s.Heard), func(h Heard) bool { return !h.Spoke() }))
}

// Missing returns who has not answered.
func (s ReviewSummary) Missing() []PersonID {
	var missing []PersonID
	for _, h := range s.Heard {
		if !h.Spoke() {
			missing = append(missing, h.Person)
		}
	}
	return missing
}

// Counting returns each person's last answer, in the order of those who were asked.
func (r Review) Counting(answers []ReviewAnswer) []ReviewAnswer {
	var counting []ReviewAnswer
	for _, asked := range r.Asked {
		for _, a := range slices.Backward(answers) {
			if a.Person == asked.Person {
				counting = append(counting, a)
				break
			}
		}
	}
	return counting
}

// Summarise adds up the answers to a review. Regression is what shows the
// regression test, where there is one.
func (r Review) Summarise(answers []ReviewAnswer, regression string) ReviewSummary {
	s := ReviewSummary{
		Review: r.ID, Release: ReleaseName(r.Release), RFC: RFCName(r.RFC), Version: r.Version.String(), Outcome: r.Outcome(), Reason: r.Reason,
		Deviations: append([]string{}, r.Deviations...), OpenedAt: r.OpenedAt, Due: r.Due, ClosedAt: r.ClosedAt, ClosedBy: r.ClosedBy,
		Statement: r.Statement, Regression: regression, Objectives: map[Met]int{}, Heard: []Heard{}, Issues: []Said{}, Well: []Said{}, Lessons: []Learned{},
	}
	counting := r.Counting(answers)
	for _, asked := range r.Asked {
		h := Heard{Asked: asked}
		if a, ok := find(counting, func(a ReviewAnswer) bool { return a.Person == asked.Person }); ok {
			h.At, h.Late, h.Road, h.Met, h.SignedOff = a.At, a.Late, a.Road, a.Answer.Objectives, a.Answer.SignedOff
			addUp(&s, a)
		}
		s.Heard = append(s.Heard, h)
	}
	slices.SortStableFunc(s.Lessons, func(a, b Learned) int {
		return cmp.Compare(slices.Index(Causes(), a.Cause), slices.Index(Causes(), b.Cause))
	})
	return s
}

// addUp adds an answer to the counts and texts.
func addUp(s *ReviewSummary, a ReviewAnswer) {
	s.Objectives[a.Answer.Objectives]++
	if a.Answer.InTime == InTime {
		s.InTime++
	} else {
		s.TooLate++
	}
	if a.Answer.SignedOff {
		s.SignedOff++
	}
	if a.Answer.Issues != "" {
		s.Issues = append(s.Issues, Said{a.Person, a.Answer.Issues})
	}
	if a.Answer.Well != "" {
		s.Well = append(s.Well, Said{a.Person, a.Answer.Well})
	}
	for _, l := range a.Answer.Lessons {
		s.Lessons = append(s.Lessons, Learned{l, a.Person})
	}
}

// Mandatory says why lessons must be captured: the deployment was rolled back, did
// not go to plan, or somebody says that its objectives were not met. It is empty
// where they need not (R38).
func (s ReviewSummary) Mandatory() string {
	switch missed := s.Objectives[MetPartly] + s.Objectives[MetNo]; {
	case s.Outcome != (Review{}).Outcome():
		return "The release was rolled back."
	case len(s.Deviations) > 0:
		return "It did not go to plan: " + s.Deviations[0]
	case missed == 1:
		return "1 answer says that the objectives were not fully met."
	case missed > 1:
		return fmt.Sprintf("%d answers say that the objectives were not fully met.", missed)
	}
	return ""
}

// frozen returns the summary as it is kept for ever, and its digest.
func (s ReviewSummary) frozen() (body, digest string, err error) {
	text, err := json.Marshal(s)
	if err != nil {
		return "", "", fmt.Errorf("freeze the summary of review %d: %w", s.Review, err)
	}
	sum := sha256.Sum256(text)
	return string(text), hex.EncodeToString(sum[:]), nil
}

// Frozen returns the summary of a closed review as it was closed.
func (r Review) Frozen() (ReviewSummary, error) {
	var s ReviewSummary
	if err := json.Unmarshal([]byte(r.Summary), &s); err != nil {
		return s, fmt.Errorf("read the summary of review %d: %w", r.ID, err)
	}
	return s, nil
}
