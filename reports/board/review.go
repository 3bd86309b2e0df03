package board

import (
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"gonogo.dev/release"
)

// The fields of the questionnaire that are no answers.
const (
	fieldToken = "token"
	fieldForm  = "form" // the key of one filling in: sent twice, it counts once
	fieldDo    = "do"
	doMore     = "more"
	doSave     = "save"
	savedQuery = "saved"
)

var formKey = regexp.MustCompile(`^[A-Z2-7]{10,40}$`)

// visit is one person with their link at one review.
type visit struct {
	token string
	link  release.ReviewLink
	view  release.ReviewView
	who   release.Person
}

// enter reads who comes with a token and to which review. Whoever opens a link acts
// for the person it is bound to, and for nobody else.
func (b *Board) enter(r *http.Request, token string) (visit, error) {
	link, err := b.Links.Read(token)
	if !b.pace.allows(link) {
		return visit{}, &release.Refusal{Code: codeBusy, What: "That was too fast.", Why: "This page was asked for too often.", Next: "Wait a minute and try again."}
	}
	if err != nil {
		return visit{}, err
	}
	v, err := b.Desk.ReadReview(r.Context(), link.Review)
	if err != nil {
		return visit{}, err
	}
	if err := link.Fresh(b.Now()); err != nil && v.Review.Open() {
		return visit{}, err
	}
	who, ok := v.Programme.Person(link.Person)
	if _, asked := v.Review.Asks(link.Person); !ok || who.Retired || !asked {
		return visit{}, &release.Refusal{
			Code: release.CodeForbidden, What: "This link does not work any more.", Why: "It was made for somebody who is no longer in the programme.",
			Next: "Ask the programme's release manager who answers instead.",
		}
	}
	return visit{token: token, link: link, view: v, who: who}, nil
}

// showReview shows the questionnaire with what the person said before; it changes
// nothing, so that mail programs may look at the link.
func (b *Board) showReview(w http.ResponseWriter, r *http.Request) {
	v, err := b.enter(r, r.PathValue("token"))
	if err != nil {
		b.fail(w, r, err)
		return
	}
	if !v.view.Review.Open() {
		b.write(w, r, http.StatusConflict, closedPage(v))
		return
	}
	mine, answered := v.view.Mine(v.who.ID)
	p := questionnaire{visit: v, answer: mine, key: rand.Text(), lessons: len(mine.Lessons) + 1, answered: answered}
	switch {
	case mine.SignedOff:
		p.sign = signed
	case answered:
		p.sign = notSigned
	}
	p.saved = answered && r.URL.Query().Has(savedQuery)
	b.write(w, r, http.StatusOK, p.page())
}

// takeReview keeps what was filled in. The token in the body shows that it comes
// from the page: there are no cookies that another page could use.
func (b *Board) takeReview(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		b.fail(w, r, unread(err))
		return
	}
	v, err := b.enter(r, r.PostForm.Get(fieldToken))
	if err != nil {
		b.fail(w, r, err)
		return
	}
	if !v.view.Review.Open() {
		b.write(w, r, http.StatusConflict, closedPage(v))
		return
	}
	answer, sections := answerOf(r.PostForm)
	_, answered := v.view.Mine(v.who.ID)
	p := questionnaire{visit: v, answer: answer, key: keyOf(r.PostForm), lessons: sections, sign: r.PostForm.Get(release.FieldSignOff), answered: answered}
	if r.PostForm.Get(fieldDo) == doMore {
		p.lessons++
		b.write(w, r, http.StatusOK, p.page())
		return
	}
	in := release.Intent{By: v.who.ID}
	if p.key != "" {
		in.Key = "review-link/" + p.key
	}
	_, err = b.Desk.AnswerReview(r.Context(), in, v.link.Review, release.AnsweredByLink, answer)
	refusal, refused := release.AsRefusal(err)
	switch {
	case err == nil || (refused && refusal.Code == release.CodeHandled):
		w.Header().Set("Location", "review/"+v.token+"?"+savedQuery+"=1") // relative: there may be a proxy with a path of its own
		w.WriteHeader(http.StatusSeeOther)
	case refused && len(refusal.Fields) > 0:
		p.problems = refusal.Fields
		b.write(w, r, http.StatusUnprocessableEntity, p.page())
	default:
		b.fail(w, r, err)
	}
}

func unread(err error) error {
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		return &release.Refusal{Code: codeLarge, What: "Nothing was kept.", Why: "It is far too long.", Next: "Go back, shorten it, and send it again."}
	}
	return &release.Refusal{Code: release.CodeInvalid, What: "Nothing was kept.", Why: "The form did not arrive whole.", Next: "Go back and send it again."}
}

func keyOf(f url.Values) string {
	if key := f.Get(fieldForm); formKey.MatchString(key) {
		return key
	}
	return ""
}

// answerOf reads the questionnaire, and how many lessons it has room for. Places of
// lessons stay as they are, so that a mistake is found at its field.
func answerOf(f url.Values) (release.Answer, int) {
	text := func(name string) string { return strings.ReplaceAll(f.Get(name), "\r\n", "\n") }
	a := release.Answer{
		Objectives: release.Met(f.Get(release.FieldObjectives)), Well: text(release.FieldWell), Issues: text(release.FieldIssues),
		InTime: f.Get(release.FieldInTime), SignedOff: f.Get(release.FieldSignOff) == signed,
	}
	sections := 0
	for i := range release.MaxLessons {
		if !f.Has(release.LessonField(i, release.FieldLesson)) {
			break
		}
		sections++
		a.Lessons = append(a.Lessons, release.LessonDraft{
			Words: text(release.LessonField(i, release.FieldLesson)), Action: text(release.LessonField(i, release.FieldLessonAction)),
			System:      release.SystemID(f.Get(release.LessonField(i, release.FieldLessonSystem))),
			Environment: release.EnvironmentID(f.Get(release.LessonField(i, release.FieldLessonEnvironment))),
			Cause:       release.Cause(f.Get(release.LessonField(i, release.FieldCause))),
		})
	}
	return a, sections
}
