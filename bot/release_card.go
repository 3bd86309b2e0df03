package bot

import "gonogo.dev/release"

// releaseCard shows a release: what it is and where it stands.
func releaseCard(s release.Standing, banner string) *page {
	r := s.Release
	title := r.Name() + ": " + r.Title(s.Programme)
	p := newPage(r.Name(), banner)
	p.heading(title)
	p.say(line{bold(r.Stage.String())})
	return p
}
