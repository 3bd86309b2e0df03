package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
)

// reviewData is what entries say of reviews and lessons.
type reviewData struct {
	Asked      []release.Asked     `json:"asked"`
	Due        time.Time           `json:"due"`
	Outcome    string              `json:"outcome"`
	Why        string              `json:"why"`
	Deviations []string            `json:"deviations"`
	Version    string              `json:"version"`
	Answer     int64               `json:"answer"`
	Late       bool                `json:"late"`
	Road       string              `json:"road"`
	Says       release.Answer      `json:"says"`
	Digest     string              `json:"digest"`
	Statement  string              `json:"statement"`
	Review     int64               `json:"review"`
	Person     string              `json:"person"`
	Content    release.LessonDraft `json:"content"`
	Lesson     int64               `json:"lesson"`
	Decision   int64               `json:"decision"`
	Accepted   bool                `json:"accepted"`
	Reason     string              `json:"reason"`
}

// readReviews notes what the ledger says of reviews, answers and lessons (R38, M19).
func (b *books) readReviews() error {
	tell := map[release.EntryKind]func(entryRow, reviewData) error{
		release.ReviewAnswered: b.reviewAnswered, release.ReviewClosed: b.reviewClosed,
		release.LessonLearned: b.lessonLearned, release.LessonDecided: b.lessonDecided,
	}
	kinds := []release.EntryKind{release.ReviewOpened}
	for kind := range tell {
		kinds = append(kinds, kind)
	}
	return each(b.t.q().Where("kind IN ?", kinds).Order("id"), "the ledger's entries of reviews", func(e entryRow) {
		var d reviewData
		var err error
		if release.EntryKind(e.Kind) == release.ReviewOpened { // its other entries count who was asked
			err = json.Unmarshal([]byte(e.Data), &d)
			b.reviewOpened(e, d)
		} else {
			var rest struct {
				reviewData
				Asked json.RawMessage `json:"asked"`
			}
			if err = json.Unmarshal([]byte(e.Data), &rest); err == nil {
				err = tell[release.EntryKind(e.Kind)](e, rest.reviewData)
			}
		}
		if err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
		}
	})
}

func (b *books) reviewOpened(e entryRow, d reviewData) {
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is of": release.ReleaseName(e.Release), "is under": release.RFCName(e.RFC), "was opened for a release": d.Outcome, "was opened because": d.Why,
		"deviates by": strings.Join(d.Deviations, " "), "asks": askedOf(d.Asked), "is due at": stamp(d.Due), "is of version": d.Version,
		"was opened at": stamp(e.At.time()), "was closed at": "", "was closed by": "", "states": "", "is frozen as": "",
	})
}

func (b *books) reviewClosed(e entryRow, d reviewData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"was closed at": stamp(e.At.time()), "was closed by": e.ByPerson, "states": d.Statement, "is frozen as": d.Digest,
	})
	return nil
}

func (b *books) reviewAnswered(e entryRow, d reviewData) error {
	says, err := digest(storableAnswer(d.Says))
	b.claim(answerKey(d.Answer), answerName(d.Answer), map[string]string{
		"answers": ballotName(e.Subject), "is of": e.ByPerson, "came at": stamp(e.At.time()), "is late": strconv.FormatBool(d.Late), "came by": d.Road,
		"says the digest": says,
	})
	return err
}

func (b *books) lessonLearned(e entryRow, d reviewData) error {
	says, err := digest(d.Content)
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is of review": strconv.FormatInt(d.Review, 10), "is of": release.ReleaseName(e.Release), "was learned by": d.Person,
		"was kept at": stamp(e.At.time()), "says the digest": says,
	})
	return err
}

func (b *books) lessonDecided(e entryRow, d reviewData) error {
	b.claim(decisionKey(d.Decision), decisionName(d.Decision), map[string]string{
		"is for": release.RFCName(e.RFC), "is on lesson": strconv.FormatInt(d.Lesson, 10), "heeds it": strconv.FormatBool(d.Accepted), "gives the reason": d.Reason,
		"was made by": e.ByPerson, "was made at": stamp(e.At.time()),
	})
	return nil
}

func answerKey(id int64) string    { return fmt.Sprintf("review-answer/%d", id) }
func answerName(id int64) string   { return fmt.Sprintf("answer %d to a review", id) }
func decisionKey(id int64) string  { return fmt.Sprintf("lesson-decision/%d", id) }
func decisionName(id int64) string { return fmt.Sprintf("decision %d on a lesson", id) }

func askedOf(asked []release.Asked) string {
	words := make([]string, len(asked))
	for i, a := range asked {
		words[i] = string(a.Person) + " (" + string(a.As) + ")"
	}
	return strings.Join(words, ", ")
}

// reviews holds reviews, answers, lessons and the decisions on them against the
// ledger; a closed review's page must have the digest it was closed with.
func (b *books) reviews() error {
	for _, part := range []func() error{b.reviewRows, b.answerRows, b.lessonRows, b.decisionRows} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

func (b *books) reviewRows() error {
	return each(b.t.q().Order("id"), "the reviews", func(r reviewRow) {
		x, err := r.review()
		if err != nil {
			b.faultf("review %d cannot be read: %v", r.ID, err)
			return
		}
		frozen := ""
		if !x.Open() {
			sum := sha256.Sum256([]byte(r.Summary))
			frozen = hex.EncodeToString(sum[:])
		}
		if frozen != r.Digest {
			b.faultf("review %d has the digest %s, its page has %s", r.ID, told(r.Digest), told(frozen))
		}
		b.hold(x.Subject(), ballotName(x.Subject()), map[string]string{
			"is of": release.ReleaseName(r.Release), "is under": release.RFCName(r.RFC), "was opened for a release": x.Outcome(), "was opened because": r.Reason,
			"deviates by": strings.Join(r.Deviations.V, " "), "asks": askedOf(r.Asked.V), "is due at": stamp(x.Due), "is of version": r.Version,
			"was opened at": stamp(x.OpenedAt), "was closed at": stamp(x.ClosedAt), "was closed by": r.ClosedBy, "states": r.Statement, "is frozen as": frozen,
		})
	})
}

func (b *books) answerRows() error {
	return each(b.t.q().Order("id"), "the answers to reviews", func(r answerRow) {
		says, err := digest(r.Answer.V)
		if err != nil {
			b.faultf("%s cannot be read: %v", answerName(r.ID), err)
		}
		review := release.Review{ID: r.Review}
		b.hold(answerKey(r.ID), answerName(r.ID), map[string]string{
			"answers": ballotName(review.Subject()), "is of": r.Person, "came at": stamp(r.At.time()), "is late": strconv.FormatBool(r.Late), "came by": r.Road,
			"says the digest": says,
		})
	})
}

func (b *books) lessonRows() error {
	return each(b.t.q().Order("id"), "the lessons", func(r lessonRow) {
		l := r.lesson()
		says, err := digest(l.LessonDraft)
		if err != nil {
			b.faultf("lesson %d cannot be read: %v", r.ID, err)
		}
		b.hold(l.Subject(), ballotName(l.Subject()), map[string]string{
			"is of review": strconv.FormatInt(r.Review, 10), "is of": release.ReleaseName(r.Release), "was learned by": r.ByPerson,
			"was kept at": stamp(l.At), "says the digest": says,
		})
	})
}

func (b *books) decisionRows() error {
	return each(b.t.q().Order("id"), "the decisions on lessons", func(r lessonDecisionRow) {
		b.hold(decisionKey(r.ID), decisionName(r.ID), map[string]string{
			"is for": release.RFCName(r.RFC), "is on lesson": strconv.FormatInt(r.Lesson, 10), "heeds it": strconv.FormatBool(r.Accepted), "gives the reason": r.Reason,
			"was made by": r.ByPerson, "was made at": stamp(r.At.time()),
		})
	})
}
