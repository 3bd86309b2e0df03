package reports

import (
	"strconv"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// record returns the page of the board that tells the whole story of what an event
// is about; none where the board is not reached from outside, or has no page for it.
func (l Letterhead) record(e release.Event) templates.Link {
	switch {
	case e.Pass != 0: // that mail leads in by itself
		return templates.Link{}
	case e.Ballot != nil && e.Ballot.ID != 0 && e.RFC.Number != 0:
		return l.page("See the vote on "+e.RFC.Name()+" on its page", "/ballots/"+strconv.FormatInt(e.Ballot.ID, 10))
	case e.Release != nil && e.Release.Number != 0:
		return l.page("See "+e.Release.Name()+" on its page", "/releases/"+strconv.Itoa(e.Release.Number))
	case e.Review != nil:
		return l.page("See "+release.ReleaseName(e.Review.Release)+" on its page", "/releases/"+strconv.Itoa(e.Review.Release))
	case e.RFC.Number != 0:
		return l.page("See "+e.RFC.Name()+" on its page", "/rfcs/"+strconv.Itoa(e.RFC.Number))
	}
	return l.overview()
}

// overview is the board of all releases.
func (l Letterhead) overview() templates.Link { return l.page("See all releases on the board", "/") }

func (l Letterhead) page(text, path string) templates.Link {
	return templates.Link{Text: text, URL: l.Links.Page(path)}
}
