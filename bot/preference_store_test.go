package bot

import (
	"slices"
	"time"

	"gonogo.dev/release"
)

func (w *world) Unwanted() (map[release.PersonID][]release.Stream, error) { return w.unwanted, nil }

func (w *world) SetWanted(id release.PersonID, s release.Stream, wanted bool, _ time.Time) error {
	left := slices.DeleteFunc(slices.Clone(w.unwanted[id]), func(x release.Stream) bool { return x == s })
	if !wanted {
		left = append(left, s)
	}
	w.unwanted[id] = left
	return nil
}
