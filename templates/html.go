package templates

import (
	htmltemplate "html/template"
	"strings"
)

// look is a tone's colours: text on a pale ground, and the ground.
type look struct{ ink, ground htmltemplate.CSS }

// Every pair has a contrast of at least 4.5 to 1; dark mode has its own pairs
// in the template.
var looks = map[Tone]look{
	Calm: {ink: "#414b57", ground: "#eef1f4"},
	Act:  {ink: "#0a4a91", ground: "#e3effc"},
	Good: {ink: "#14602f", ground: "#e1f5e7"},
	Warn: {ink: "#7a4700", ground: "#fff1d6"},
	Bad:  {ink: "#9b1c1c", ground: "#fde8e8"},
}

func htmlFuncs() htmltemplate.FuncMap {
	return htmltemplate.FuncMap{
		"ink":    func(t Tone) htmltemplate.CSS { return lookOf(t).ink },
		"ground": func(t Tone) htmltemplate.CSS { return lookOf(t).ground },
		"tone":   toneClass,
		"lines":  func(text string) []string { return strings.Split(Clean(text), "\n") },
		"one":    OneLine,
		"rows":   Table.rows,
		"source": Picture.source,
		// Outlook on Windows knows no max-width; these comments are for it alone.
		"outlookOpen": func() htmltemplate.HTML {
			return `<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->`
		},
		"outlookClose": func() htmltemplate.HTML { return `<!--[if mso]></td></tr></table><![endif]-->` },
	}
}

func lookOf(t Tone) look {
	if l, ok := looks[t]; ok {
		return l
	}
	return looks[Calm]
}

func toneClass(t Tone) string {
	if _, ok := looks[t]; ok {
		return string(t)
	}
	return string(Calm)
}
