package main

import (
	"strings"
	"testing"
)

// A checkpoint is found however it was kept: alone, in a whole report, with the
// line ends of a mail and the margin of a quotation (DESIGN section 5).
func TestCheckpointIsFoundInWhatWasKept(t *testing.T) {
	const signed = "gonogo\n1\nl9ieFtjvO0j6WCg6PNeSj/p5Nnuv502Q94/FtK50XF4=\n\n— gonogo TvYx7ttVWFBT\n"
	for name, kept := range map[string]string{
		"alone":       signed,
		"no last end": strings.TrimSpace(signed),
		"CRLF":        strings.ReplaceAll(signed, "\n", "\r\n"),
		"indented":    "    " + strings.ReplaceAll(signed, "\n", "\n    "),
		"report":      "Keep this\n---------\nThe checkpoint of\n\ngonogo\n\n" + signed + "\n--\nSent by gonogo\n",
	} {
		if got, ok := checkpointIn(kept); !ok || got != signed {
			t.Errorf("%s: found %q, %t", name, got, ok)
		}
	}
	for name, kept := range map[string]string{
		"empty": "", "a word": "gonogo", "no signature": strings.Join(strings.Split(signed, "\n")[:4], "\n"),
	} {
		if got, ok := checkpointIn(kept); ok {
			t.Errorf("%s: found %q", name, got)
		}
	}
}
