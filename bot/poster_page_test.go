package bot

import (
	"encoding/json"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// M13: the card of a release that is closed names its evidence pack, and leads to it
// where the board is reached from outside; before that it does neither.
func TestClosureCardNamesThePack(t *testing.T) {
	const path = `"url":"https://gonogo.example/releases/7/evidence"`
	for _, c := range []struct {
		base         string
		stage        release.Stage
		named, leads bool
	}{
		{"https://gonogo.example", release.ClosedStage, true, true}, {"", release.ClosedStage, true, false}, {"https://gonogo.example", release.Reviewing, false, false},
	} {
		p := NewPoster(PosterConfig{Links: release.NewLinks(c.base, []byte(strings.Repeat("k", 32)))})
		s := standingAt(c.stage)
		blocks, err := json.Marshal(p.withPack(releaseCard(s, ""), s.Release).blocks)
		if err != nil {
			t.Fatal(err)
		}
		if text := string(blocks); strings.Contains(text, "gonogo evidence verify") != c.named || strings.Contains(text, path) != c.leads {
			t.Errorf("%s below %q:\n%s", c.stage, c.base, text)
		}
	}
}

// Issue 5: a card leads to its page of the board where the board is reached from
// outside, and has no such button where it is not.
func TestCardsLeadToTheirPages(t *testing.T) {
	for base, want := range map[string]string{"https://gonogo.example": `"url":"https://gonogo.example/releases/7"`, "": ""} {
		p := NewPoster(PosterConfig{Links: release.NewLinks(base, []byte(strings.Repeat("k", 32)))})
		blocks, err := json.Marshal(p.withPage(releaseCard(preparing(), ""), "/releases/7").blocks)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(blocks), "open-page"); got != (want != "") || !strings.Contains(string(blocks), want) {
			t.Errorf("below %q the card is\n%s", base, blocks)
		}
	}
}
