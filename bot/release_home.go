package bot

import (
	"context"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// releasesWaiting shows a person what waits for them: of every release, and what
// blocks those they own.
func releasesWaiting(ctx context.Context, b *Bot, c Call) (reply, error) {
	r, err := waiting(ctx, b, c)
	if err != nil {
		return r, err
	}
	all, err := b.underWay(ctx)
	if err != nil {
		return reply{}, err
	}
	runs, err := b.desk.Rollouts(ctx, release.RolloutFilter{Under: true})
	if err != nil {
		return reply{}, err
	}
	yourRunsPart(r.page, runs, c.By.ID)
	underWayPart(r.page, all, c.By.ID)
	return r, nil
}

// underWay returns how every release stands about which something is to be done.
func (b *Bot) underWay(ctx context.Context) ([]release.Standing, error) {
	return b.desk.Standings(ctx, release.ReleaseFilter{Stages: release.InFlightStages()})
}

// underWayPart shows what the releases under way want of a person, and what
// blocks those they own.
func underWayPart(p *page, all []release.Standing, id release.PersonID) {
	askedPart(p, all, id)
	own := slices.DeleteFunc(slices.Clone(all), func(s release.Standing) bool { return s.Release.Content.Owner != id })
	if len(own) > 0 {
		p.heading("Releases you own")
		ownPart(p, own)
	}
}

// askedPart shows the blockers that a person can settle, votes and their own
// releases apart: those are shown as such.
func askedPart(p *page, all []release.Standing, id release.PersonID) {
	shown, more := 0, 0
	for _, s := range all {
		_, unmet, _ := s.Next()
		for i, x := range unmet {
			verb, _ := cutWord(strings.TrimPrefix(strings.TrimPrefix(x.Act, "/rfc "), "/gonogo "))
			b := actButton(x, i)
			if b == nil || verb == "vote" || s.Release.Content.Owner == id || !slices.Contains(x.People, id) {
				continue
			}
			if shown++; shown > homeRows {
				more++
				continue
			}
			if shown == 1 {
				p.heading("Releases wait for you")
			}
			b.ActionID += "." + itoa(s.Release.Number)
			p.row(s.Release.Name()+", "+clip(s.Release.Title(s.Programme), 120)+"\n"+sentence(clip(uncoded(x.What), 240))+byWords(x, s), b)
		}
	}
	if more > 0 {
		p.note("And " + itoa(more) + " more: `/release list open`")
	}
}

func byWords(x release.Blocker, s release.Standing) string {
	if x.By.IsZero() {
		return ""
	}
	return " By " + dated(x.By, s.Programme.Location()) + "."
}

// ownPart shows releases with what blocks each.
func ownPart(p *page, all []release.Standing) {
	for _, s := range all[:min(len(all), homeRows)] {
		move, unmet, ok := s.Next()
		how := "Closed"
		b := button("release.why."+itoa(s.Release.Number), "why "+s.Release.Name(), "Why not yet?", "What blocks "+s.Release.Name())
		switch {
		case ok && len(unmet) == 0:
			how = "Ready for its next step, “" + move.Name + "”"
			b = button("release.next."+itoa(s.Release.Number), "next "+s.Release.Name(), "Next step", "Take "+s.Release.Name()+" its next step")
		case ok:
			how = count(len(unmet), "thing blocks it", "things block it") + ": " + clip(uncoded(unmet[0].What), 160)
		}
		p.entry(s.Release.Name(), []string{clip(s.Release.Title(s.Programme), 120) + "\n" + stageWords(s.Release.Stage), how}, b)
	}
	if n := len(all) - homeRows; n > 0 {
		p.note("And " + itoa(n) + " more: /release list open")
	}
}
