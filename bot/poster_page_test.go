package bot

import (
	"encoding/json"
	"strings"
	"testing"

	"gonogo.dev/release"
)

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
