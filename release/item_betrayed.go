package release

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// betrayed returns the ids of confided items that texts for everybody name: as a word
// of its own, in whatever letters.
func (c Confidence) betrayed(texts ...string) []string {
	var ids []string
	for _, x := range c.items {
		if slices.ContainsFunc(texts, func(text string) bool { return mentions(text, x.ID) }) {
			ids = append(ids, x.ID)
		}
	}
	return ids
}

// mentions tells whether a text has a word, whatever letters it is in.
func mentions(text, word string) bool {
	text, word = strings.ToLower(text), strings.ToLower(word)
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for {
		before, after, found := strings.Cut(text, word)
		if !found || word == "" {
			return false
		}
		if strings.TrimRightFunc(before, inWord) == before && strings.TrimLeftFunc(after, inWord) == after {
			return true
		}
		text = after
	}
}

// betrays refuses what everybody will read where it names an item that is for named
// parties only, with what to do. What is said is walked to its last text (T34).
func (r Release) betrays(what, where string, said any) error {
	if r.Content.Confidence.IsZero() {
		return nil
	}
	body, err := json.Marshal(said)
	if err != nil {
		return fmt.Errorf("read what is said of %s: %w", r.Name(), err)
	}
	var v any
	if err := json.Unmarshal(body, &v); err != nil {
		return fmt.Errorf("read what is said of %s: %w", r.Name(), err)
	}
	ids := r.Content.Confidence.betrayed(textsIn(v)...)
	if len(ids) == 0 {
		return nil
	}
	return refuse(CodeInvalid, what, fmt.Sprintf("%s names %s, and everybody reads it; in %s that is for named organisations only.", where, and(ids), r.Name()),
		"Take it out everywhere, or make it an item for everybody: `/release edit "+r.Name()+"`.")
}

// textsIn returns every text in a value of JSON.
func textsIn(v any) []string {
	switch x := v.(type) {
	case string:
		return []string{x}
	case []any:
		var all []string
		for _, y := range x {
			all = append(all, textsIn(y)...)
		}
		return all
	case map[string]any:
		var all []string
		for key, y := range x {
			all = append(append(all, key), textsIn(y)...)
		}
		return all
	}
	return nil
}

// unbetrayed refuses to confide what the papers of a release name already: its RFC,
// the note that was handed in last and the one that is being written, its build.
func (a *act) unbetrayed(r Release) error {
	if r.Content.Confidence.IsZero() {
		return nil
	}
	what := r.Name() + " was not changed."
	rfc, err := a.rfcOf(r)
	if err != nil {
		return err
	}
	if err := r.betrays(what, "Its RFC", rfc.Content); err != nil {
		return err
	}
	notes, err := a.NotesOf(r.Number)
	if err != nil {
		return fmt.Errorf("load the notes of %s: %w", r.Name(), err)
	}
	if len(notes) > 0 {
		if err := r.betrays(what, "The release note", notes[0].Note); err != nil {
			return err
		}
	}
	draft, err := a.NoteDraft(r.Number)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return fmt.Errorf("load the draft of the note of %s: %w", r.Name(), err)
	}
	if err := r.betrays(what, "The release note that is being written", draft.Note); err != nil {
		return err
	}
	if r.Build == 0 {
		return nil
	}
	b, err := a.Build(r.Build)
	if err != nil {
		return fmt.Errorf("load build %d: %w", r.Build, err)
	}
	return r.betrays(what, "The build", b)
}
