package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// communication shows a release's communication plan, or what a person is sent for
// each of its lines, to the last letter (R44, M11).
func (r reportCmd) communication(ctx context.Context, t *terminal) error {
	switch {
	case r.What == "":
		return errors.New("name the release: gonogo report communication REL-7")
	case r.AsOf != "" || r.Send:
		return errors.New("a communication is shown as things stand now, and is sent by itself: leave --as-of and --send out")
	case r.ending() == ".html" && (r.For == "" || r.Line == 0):
		return errors.New("a page is one mail: write --for PERSON and --line N")
	}
	c, err := readConfig(t.Getenv, needDatabase)
	if err != nil {
		return err
	}
	now := t.clock().Now
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: now, Log: newLog(t.Err, c)})
	if err != nil {
		return err
	}
	text, err := r.communicationOf(ctx, c, db, release.NewDesk(db, now))
	if err == nil {
		err = r.keep(t, text)
	}
	return errors.Join(err, db.Close())
}

func (r reportCmd) communicationOf(ctx context.Context, c config, db *storage.DB, desk *release.Desk) (string, error) {
	if err := db.RequireMigrated(ctx); err != nil {
		return "", err
	}
	number, err := desk.FindRelease(ctx, r.What)
	if err != nil {
		return "", err
	}
	plan, err := desk.ReadPlan(ctx, number)
	if err != nil {
		return "", err
	}
	if r.Line != 0 {
		plan.Lines = slices.DeleteFunc(plan.Lines, func(c release.Communication) bool { return c.ID != r.Line })
		if len(plan.Lines) == 0 {
			return "", fmt.Errorf("the plan of %s has no line %d: without --line you see them all", plan.Standing.Release.Name(), r.Line)
		}
	}
	if r.For == "" {
		return planText(plan), nil
	}
	found := plan.Standing.Programme.Who(r.For, plan.Standing.Release)
	if len(found) != 1 {
		return "", fmt.Errorf("%q is not one active person of the programme: write an id, a name or a mail address", r.For)
	}
	letterhead, err := newLetterhead(c, "")
	if err != nil {
		return "", err
	}
	if letterhead.Links, err = reviewLinks(ctx, c, db); err != nil {
		return "", err
	}
	return r.letters(ctx, desk, reports.NewPost(letterhead, db, nil), plan, found[0].ID)
}

// letters are what a person is sent for one line, or for each that reaches them.
func (r reportCmd) letters(ctx context.Context, desk *release.Desk, post *reports.Post, plan release.Plan, to release.PersonID) (string, error) {
	s := plan.Standing
	var all []string
	for _, c := range plan.Lines {
		reached := c.DroppedAt.IsZero() && slices.Contains(c.Reached(s.Programme, s.Release, s.RFC), to)
		if r.Line == 0 && !reached {
			continue
		}
		n, err := desk.PreviewCommunication(ctx, c.ID, to)
		if err != nil {
			return "", err
		}
		subject, out, err := post.Preview(ctx, n)
		if err != nil {
			return "", err
		}
		if r.ending() == ".html" {
			return out.HTML, nil
		}
		all = append(all, fmt.Sprintf("Line %d, %s\nSubject: %s\n\n%s", c.ID, lineWhen(c, s.Programme), subject, strings.TrimSpace(out.Text)))
	}
	if len(all) == 0 {
		return "", fmt.Errorf("the plan of %s has nothing for %s", s.Release.Name(), to)
	}
	return strings.Join(all, "\n\n"+strings.Repeat("=", 72)+"\n\n"), nil
}

func lineWhen(c release.Communication, p *release.Programme) string {
	switch {
	case !c.DroppedAt.IsZero():
		return "dropped: " + c.Dropped
	case !c.SentAt.IsZero():
		return "sent " + release.Instant(c.SentAt, p.Location())
	case c.Due.IsZero():
		return c.When.Says()
	}
	return release.Instant(c.Due, p.Location()) + ", " + c.When.Says()
}

// planText is a communication plan as text, with its receipts.
func planText(plan release.Plan) string {
	p := plan.Standing.Programme
	var b strings.Builder
	fmt.Fprintf(&b, "Who is told of %s, %s\n", plan.Standing.Release.Name(), plan.Standing.Release.Title(p))
	if silent := plan.Silent(); len(silent) > 0 {
		names := make([]string, len(silent))
		for i, id := range silent {
			names[i] = p.PartyName(id)
		}
		fmt.Fprintf(&b, "Not confirmed by %d: %s\n", len(silent), strings.Join(names, ", "))
	}
	if len(plan.Lines) == 0 {
		b.WriteString("Nothing is planned.\n")
	}
	for _, c := range plan.Lines {
		to := p.Addressees(c.To)
		if c.Road == release.ByChannel {
			to = "the board's channel"
		}
		asked := ""
		if c.Confirm {
			asked = ", to be confirmed"
		}
		fmt.Fprintf(&b, "\n%d. %s, by %s%s\n   to   %s\n   when %s\n", c.ID, c.Kind, c.Road, asked, to, lineWhen(c, p))
		for _, h := range plan.Of(c) {
			confirmed := ""
			if !h.ConfirmedAt.IsZero() {
				confirmed = ", confirmed " + release.Instant(h.ConfirmedAt, p.Location())
			}
			fmt.Fprintf(&b, "   - %s (%s): %s%s\n", p.NameOf(h.Person), p.PartyName(h.Party), strings.ReplaceAll(string(h.State), "-", " "), confirmed)
		}
	}
	return b.String()
}
