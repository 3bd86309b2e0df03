package release_test

import (
	"maps"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Choices are the streams of mail that people switched off.
type Choices struct {
	Off map[release.PersonID][]release.Stream
}

func (t *memoryTx) Unwanted() (map[release.PersonID][]release.Stream, error) {
	return maps.Clone(t.Off), nil
}

func (t *memoryTx) SetWanted(id release.PersonID, s release.Stream, wanted bool, _ time.Time) error {
	left := slices.DeleteFunc(slices.Clone(t.Off[id]), func(x release.Stream) bool { return x == s })
	if !wanted {
		left = append(left, s)
	}
	off := maps.Clone(t.Off)
	if off == nil {
		off = map[release.PersonID][]release.Stream{}
	}
	off[id] = left
	t.Off = off
	return nil
}
