package storage

import (
	"encoding/json"
	"strconv"
	"time"

	"gonogo.dev/release"
)

// environmentData is the data of the entries that tell of environments.
type environmentData struct {
	Installation int64     `json:"installation"`
	Report       int64     `json:"report"`
	Baseline     int64     `json:"baseline"`
	System       string    `json:"system"`
	Version      string    `json:"version"`
	Build        string    `json:"build"`
	Release      int       `json:"release"`
	At           time.Time `json:"at"`
	Note         string    `json:"note"`
	Status       string    `json:"status"`
	Reason       string    `json:"reason"`
	Digest       string    `json:"digest"`

	Environment string         `json:"environment"`
	Kind        string         `json:"kind"`
	Phase       string         `json:"phase"`
	Window      release.Window `json:"window"`
	Why         string         `json:"why"`
}

// readEnvironments notes what the ledger says of the environments' facts (M9).
func (b *books) readEnvironments() error {
	tell := map[release.EntryKind]func(entryRow, environmentData){
		release.SystemInstalled: b.installed, release.StatusReported: b.reported, release.BaselineFixed: b.fixed,
		release.EnvironmentBooked: b.booked, release.BookingCancelled: b.cancelled,
	}
	kinds := make([]string, 0, len(tell))
	for kind := range tell {
		kinds = append(kinds, string(kind))
	}
	return each(b.t.q().Where("kind IN ?", kinds).Order("id"), "the ledger's entries of environments", func(e entryRow) {
		var d environmentData
		if err := json.Unmarshal([]byte(e.Data), &d); err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
			return
		}
		tell[release.EntryKind(e.Kind)](e, d)
	})
}

func factName(noun string, id int64) string { return noun + " " + strconv.FormatInt(id, 10) }

func (b *books) installed(e entryRow, d environmentData) {
	name := factName("installation", d.Installation)
	b.claim(name, name, map[string]string{
		"is in": e.Subject, "is of": d.System, "has the version": d.Version, "has the build": d.Build, "came with release": strconv.Itoa(d.Release),
		"holds since": stamp(d.At), "says": d.Note, "was told by": e.ByPerson, "was told at": stamp(e.At.time()),
	})
}

func (b *books) reported(e entryRow, d environmentData) {
	name := factName("status", d.Report)
	b.claim(name, name, map[string]string{
		"is in": e.Subject, "is of": d.System, "is": d.Status, "gives the reason": d.Reason, "was told by": e.ByPerson, "was told at": stamp(e.At.time()),
	})
}

func (b *books) fixed(e entryRow, d environmentData) {
	name := factName("baseline", d.Baseline)
	b.claim(name, name, map[string]string{
		"is of": e.Subject, "has the digest": d.Digest, "fixes the digest": d.Digest, "says": d.Note, "was fixed by": e.ByPerson, "was fixed at": stamp(e.At.time()),
	})
}

func (b *books) booked(e entryRow, d environmentData) {
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is of": d.Environment, "is a": d.Kind, "is for": d.Phase, "begins at": stamp(d.Window.From), "ends at": stamp(d.Window.To),
		"is spoken of in": d.Window.Zone, "gives the reason": d.Why, "was made by": e.ByPerson, "was made at": stamp(e.At.time()),
		"was cancelled at": "", "was cancelled by": "", "was cancelled for": "",
	})
}

func (b *books) cancelled(e entryRow, d environmentData) {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"was cancelled at": stamp(e.At.time()), "was cancelled by": e.ByPerson, "was cancelled for": d.Why,
	})
}

// environments holds the environments' rows against what the ledger says of them.
func (b *books) environments() error {
	for _, step := range []func() error{b.installations, b.statuses, b.baselines, b.bookings} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (b *books) installations() error {
	return each(b.t.q().Order("id"), "the installations", func(r installationRow) {
		name := factName("installation", r.ID)
		b.hold(name, name, map[string]string{
			"is in": release.EnvironmentID(r.Environment).Subject(), "is of": r.System, "has the version": r.Version, "has the build": r.Build,
			"came with release": strconv.Itoa(r.Release), "holds since": stamp(r.At.time()), "says": r.Note, "was told by": r.ByPerson,
			"was told at": stamp(r.RecordedAt.time()),
		})
	})
}

func (b *books) statuses() error {
	return each(b.t.q().Order("id"), "the statuses", func(r statusRow) {
		name := factName("status", r.ID)
		b.hold(name, name, map[string]string{
			"is in": release.EnvironmentID(r.Environment).Subject(), "is of": r.System, "is": r.Status, "gives the reason": r.Reason,
			"was told by": r.ByPerson, "was told at": stamp(r.At.time()),
		})
	})
}

func (b *books) baselines() error {
	return each(b.t.q().Order("id"), "the baselines", func(r baselineRow) {
		name := factName("baseline", r.ID)
		b.hold(name, name, map[string]string{
			"is of": release.EnvironmentID(r.Environment).Subject(), "has the digest": r.Digest, "fixes the digest": baselines([]baselineRow{r})[0].Digest(),
			"says": r.Note, "was fixed by": r.ByPerson, "was fixed at": stamp(r.At.time()),
		})
	})
}

func (b *books) bookings() error {
	return each(b.t.q().Order("id"), "the bookings", func(r bookingRow) {
		x := r.booking()
		b.hold(x.Subject(), ballotName(x.Subject()), map[string]string{
			"is of": r.Environment, "is a": r.Kind, "is for": r.Phase, "begins at": stamp(r.FromAt.time()), "ends at": stamp(r.ToAt.time()),
			"is spoken of in": r.Zone, "gives the reason": r.Why, "was made by": r.ByPerson, "was made at": stamp(r.At.time()),
			"was cancelled at": stamp(r.CancelledAt.time()), "was cancelled by": r.CancelledBy, "was cancelled for": r.CancelledWhy,
		})
	})
}
