package storage

import (
	"testing"
	"time"

	"github.com/riverqueue/river/rivertype"
)

// What cannot be done yet is asked for less and less often, and at least once a
// minute, so that many posts without a card load no database (T33).
func TestSoon(t *testing.T) {
	for waited, want := range map[time.Duration]time.Duration{
		-time.Hour: time.Second, 0: time.Second, 5 * time.Second: time.Second, 2 * time.Minute: 12 * time.Second, 24 * time.Hour: time.Minute,
	} {
		at := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
		if got := soon(&rivertype.JobRow{CreatedAt: at, ScheduledAt: at.Add(waited)}); got != want {
			t.Errorf("after %s it waits %s, want %s", waited, got, want)
		}
	}
}
