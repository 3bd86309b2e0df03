package bot

import (
	"context"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// debts shows what emergencies left behind.
func debts(ctx context.Context, b *Bot, _ Call) (reply, error) {
	s, err := b.desk.Arrears(ctx)
	if err != nil {
		return reply{}, err
	}
	return reply{page: debtsPage(s, b.banner)}, nil
}

// settleDebt shows the retrospective of an emergency by a link; without one it
// asks for it.
func settleDebt(ctx context.Context, b *Bot, c Call) (reply, error) {
	id, ref := c.meta.Debt, c.form.text(release.FieldRef)
	if !c.submitted() {
		var word string
		word, ref = cutWord(c.Args)
		id = debtNumber(word)
		if id == 0 {
			return reply{}, refuse(release.CodeInvalid, "Nothing was done.", "Which debt? None was named.",
				"Write its number, as in `/release settle 4 https://…`; `/release debts` shows the numbers.")
		}
	}
	if ref == "" && !c.submitted() {
		s, err := b.desk.Arrears(ctx)
		if err != nil {
			return reply{}, err
		}
		for _, d := range s.Debts {
			if d.ID == id && d.Kind == release.Retrospective {
				return reply{modal: b.settleForm(d)}, nil
			}
		}
	}
	d, err := b.desk.SettleDebt(ctx, c.Intent(), id, bareLink(ref))
	if err != nil {
		return reply{}, err
	}
	p := newPage("Debt settled", b.banner).say(
		line{bold("Debt " + debtID(d) + " is settled"), words(": the retrospective of " + release.ReleaseName(d.Release) + " is shown.")},
		fact("Shown by", clip(d.Evidence, 600)),
	)
	return reply{page: p, wrote: true}, nil
}

// debtNumber reads "4", "#4" or "debt/4"; 0 is none.
func debtNumber(word string) int64 {
	word = strings.TrimLeft(strings.TrimPrefix(strings.ToLower(strings.Trim(word, "`:,.")), "debt/"), "#")
	n, err := strconv.ParseInt(word, 10, 32)
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// bareLink takes off what Slack puts around a link: "<https://x|x>".
func bareLink(ref string) string {
	ref = strings.TrimSpace(ref)
	if inner, ok := strings.CutPrefix(ref, "<"); ok && strings.HasSuffix(inner, ">") {
		ref, _, _ = strings.Cut(strings.TrimSuffix(inner, ">"), "|")
	}
	return ref
}

func debtID(d release.Debt) string { return strconv.FormatInt(d.ID, 10) }

// settleForm asks for the link to a retrospective.
func (b *Bot) settleForm(d release.Debt) *view {
	v := b.formView("Retrospective", "Show it", "release.settle", meta{Debt: d.ID})
	v.add(newPage("", "").say(
		line{bold("The retrospective of " + release.ReleaseName(d.Release) + ".")},
		said("What led to the emergency, what would have found it earlier, and what is done so that it does not come again."),
	).blocks...)
	v.add(textInput(release.FieldRef, "Link to its report", "An address beginning with https://, or a document's SHA-256 digest.", "", release.MaxRef, false, false))
	return v
}

// regrade says how badly a defect hurts after all.
func regrade(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	defect, rest := cutWord(rest)
	severity, _ := cutWord(rest)
	if severity == "" {
		return reply{}, refuse(release.CodeInvalid, "Nothing was changed.", "The defect and its severity belong behind the release.",
			"`/release severity REL-3 DEF-1187 medium`: one of blocking, critical, high, medium or low.")
	}
	r, err := b.desk.Regrade(ctx, c.Intent(), number, defect, release.Severity(lower(severity)))
	if err != nil {
		return reply{}, err
	}
	p := newPage("Severity", b.banner).say(line{bold(clip(defect, 40) + " is " + lower(severity) + " now"), words(" in " + r.Name() + ", " + clip(r.Title(c.Programme), 200) + ".")})
	if r.Content.Unjustified() {
		p.say(said("It mends no critical or blocking defect any more: this emergency is flagged and counts as such in the rate."))
	}
	return reply{page: p, wrote: true}, nil
}
