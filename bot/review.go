package bot

import (
	"context"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// The words behind a release in `/release review`.
const (
	reviewSummary = "summary"
	reviewAnswer  = "answer"
	reviewClose   = "close"
	anotherLesson = "more"
)

// review opens the questionnaire of a release's review for who is asked, shows its
// summary to everybody else, and closes it.
func review(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.submitted() {
		return submittedReview(ctx, b, c)
	}
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	views, err := b.desk.ReadReviews(ctx, number)
	if err != nil {
		return reply{}, err
	}
	if len(views) == 0 {
		return reply{}, refuse(release.CodeState, release.ReleaseName(number)+" has no review yet.", "A review opens by itself when a release is deployed or rolled back.",
			"`/release show "+release.ReleaseName(number)+"` shows where it is.")
	}
	v := views[0]
	word, rest := cutWord(rest)
	if id, err := strconv.ParseInt(word, 10, 32); err == nil { // one of several
		for _, x := range views {
			if x.Review.ID == id {
				v = x
			}
		}
		word, rest = cutWord(rest)
	}
	switch word = strings.Trim(lower(word), "`:,."); word {
	case "":
		_, asked := v.Review.Asks(c.By.ID)
		if _, spoke := v.Mine(c.By.ID); asked && !spoke && v.Review.Open() {
			return reply{modal: b.answerForm(v, c, release.Answer{}, 0)}, nil
		}
		return reply{page: reviewPage(v, views, c.By, 1, b.banner)}, nil
	case reviewAnswer:
		return b.openAnswer(v, c)
	case reviewSummary:
		return reply{page: reviewPage(v, views, c.By, max(1, atoi(rest)), b.banner)}, nil
	case reviewClose:
		return b.closeReview(ctx, c, oldestOpen(views), rest)
	}
	return reply{}, refuse(release.CodeInvalid, "Nothing was done.", "“"+clip(word, 40)+"” is nothing that can be done with a review.",
		"Write `/release review "+release.ReleaseName(number)+"`, with `answer`, `summary` or `close` behind it.")
}

// oldestOpen returns the review that is closed first, else the newest.
func oldestOpen(views []release.ReviewView) release.ReviewView {
	oldest := views[0]
	for _, v := range views {
		if v.Review.Open() {
			oldest = v
		}
	}
	return oldest
}

// submittedReview keeps what a form of a review says: an answer, one with another
// lesson to be filled in, or its closing.
func submittedReview(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.form.has(release.FieldStatement) {
		v, err := b.desk.CloseReview(ctx, c.Intent(), c.meta.Release, c.form.text(release.FieldStatement))
		if err != nil {
			return reply{}, err
		}
		return b.reviewClosed(v), nil
	}
	answer := answerOf(c.form)
	if strings.HasSuffix(c.Args, " "+anotherLesson) { // a button in the form, not its end
		v, err := b.desk.ReadReview(ctx, c.meta.Review)
		if err != nil {
			return reply{}, err
		}
		return reply{modal: b.answerForm(v, c, answer, len(answer.Lessons)+1)}, nil
	}
	v, err := b.desk.AnswerReview(ctx, c.Intent(), c.meta.Review, release.AnsweredInSlack, answer)
	if err != nil {
		return reply{}, err
	}
	return reply{page: thanksPage(v, c.By.ID, b.banner), wrote: true}, nil
}

// openAnswer opens the questionnaire with what the person said before.
func (b *Bot) openAnswer(v release.ReviewView, c Call) (reply, error) {
	name := v.Release.Name()
	if _, asked := v.Review.Asks(c.By.ID); !asked {
		return reply{}, refuse(release.CodeForbidden, "The questionnaire was not opened.", "The review of "+name+" asks those who were involved in its deployment.",
			"`/release review "+name+" summary` shows what they say; tell a release manager what you have to say.")
	}
	if !v.Review.Open() {
		return reply{}, refuse(release.CodeState, "The questionnaire was not opened.", "The review of "+name+" is closed.", "`/release review "+name+" summary` shows it.")
	}
	mine, _ := v.Mine(c.By.ID)
	return reply{modal: b.answerForm(v, c, mine, 0)}, nil
}

// closeReview closes a review at once where nothing has to be stated, else asks for
// the statement.
func (b *Bot) closeReview(ctx context.Context, c Call, v release.ReviewView, statement string) (reply, error) {
	if statement == "" && v.Review.Open() && c.Programme.MayClose(c.By) && v.Summary.Mandatory() != "" && len(v.Summary.Lessons) == 0 {
		return reply{modal: b.closeReviewForm(v)}, nil
	}
	after, err := b.desk.CloseReview(ctx, c.Intent(), v.Release.Number, statement)
	if err != nil {
		return reply{}, err
	}
	return b.reviewClosed(after), nil
}

func (b *Bot) reviewClosed(v release.ReviewView) reply {
	p := newPage("Review closed", b.banner).say(
		line{bold("The review of " + v.Release.Name() + " is closed: "), words(count(len(v.Summary.Lessons), "lesson is", "lessons are") + " kept, and " +
			count(v.Summary.Answered(), "answer stands", "answers stand") + " on its page.")},
		said("Its page is frozen under the digest "+clip(v.Review.Digest, 13)+". Lessons come back when somebody raises an RFC for the same system or environment."),
	)
	p.buttons(summaryButton(v.Review, 1, "See the page"), button("release.show", "show "+v.Release.Name(), v.Release.Name(), "Show "+v.Release.Name()))
	return reply{page: p, wrote: true}
}

// thanksPage thanks for an answer, and says what becomes of it.
func thanksPage(v release.ReviewView, by release.PersonID, banner string) *page {
	mine, _ := v.Mine(by)
	p := newPage("Thank you", banner).say(
		line{bold("Thank you: your answer on " + v.Release.Name() + " is kept"), words(lateWords(v) + ".")},
		said(capital(count(len(mine.Lessons), "lesson", "lessons"))+" with it. You can change it until the review is closed. "+
			itoa(v.Summary.Answered())+" of "+itoa(len(v.Summary.Heard))+" have answered."),
	)
	return p.buttons(answerButton(v.Review, "Change my answer"), summaryButton(v.Review, 1, "See the answers"))
}

func lateWords(v release.ReviewView) string {
	if v.Review.Late(v.Now) {
		return ", marked as late"
	}
	return ""
}
