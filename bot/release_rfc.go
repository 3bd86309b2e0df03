package bot

import (
	"context"
	"slices"

	"gonogo.dev/release"
)

// governable returns the releases under control for which an RFC can be raised
// or is: those on their way to a deployment.
func (b *Bot) governable(ctx context.Context) ([]release.Release, error) {
	stages := slices.DeleteFunc(release.InFlightStages(), func(s release.Stage) bool { return !s.InFlight() })
	return b.desk.ListReleases(ctx, release.ReleaseFilter{Stages: stages})
}

// controlled offers the releases under control that no other RFC governs, and
// the one that was chosen.
func controlled(f rfcForm, p *release.Programme) []choice {
	var all []choice
	for _, r := range f.releases {
		if (r.RFC == 0 || r.RFC == f.rfc.Number) && r.Name() != f.content.Release {
			all = append(all, choice{value: r.Name(), text: r.Name() + ", " + r.Title(p)})
		}
	}
	if _, named := f.content.ReleaseNumber(); named {
		text := f.content.Release
		if i := slices.IndexFunc(f.releases, func(r release.Release) bool { return r.Name() == text }); i >= 0 {
			text += ", " + f.releases[i].Title(p)
		}
		all = append(all, choice{value: f.content.Release, text: text})
	}
	return all
}

// contentFor is what the RFC of a release proposes: what the release is.
func contentFor(s release.Standing) (release.RFCContent, error) {
	r := s.Release
	if r.RFC != 0 {
		return release.RFCContent{}, refuse(release.CodeState, "No RFC was opened for "+r.Name()+".", release.RFCName(r.RFC)+" governs it already.",
			"`/rfc edit "+itoa(r.RFC)+"` changes that one.")
	}
	c := release.RFCContent{
		Title: clip("Deploy "+r.Title(s.Programme), release.MaxTitle), System: r.Content.System, Release: r.Name(), Type: r.Content.Type,
		Environments: r.Content.Environments(), Kind: release.ChangeRequest, Reason: r.Content.Purpose, Disruption: release.NoDisruption,
		Window: r.Content.Window(),
	}
	if c.Window.Zone == "" {
		c.Window.Zone = s.Programme.Zone
	}
	fixes := 0
	for _, x := range r.Content.Items {
		if x.Kind == release.ItemDefectFix {
			fixes++
		}
		if len(c.References) < release.MaxReferences {
			c.References = append(c.References, x.ID)
		}
	}
	if fixes > 0 && fixes == len(r.Content.Items) {
		c.Kind = release.DefectFix
	}
	return c, nil
}

// raisedWords say what comes of an RFC that was raised just now.
func raisedWords(r release.RFC) string {
	if r.State == release.InPreparation {
		return "Its card is in the board's channel. The approval vote opens when " + r.Content.Release + " is prepared; the board is told of it now."
	}
	return "Its card is in the board's channel, the approval vote is open, and the seats are being told."
}

// changedWords say what comes of an RFC that was changed just now.
func changedWords(r release.RFC) string {
	if r.State == release.InPreparation {
		return "Its approval vote opens when " + r.Content.Release + " is prepared. Everybody who decides is told what changed."
	}
	return "Where it changes what is decided on, older votes and decisions no longer count, the approval vote is open again, and the seats are being told what changed. Words alone leave them standing."
}
