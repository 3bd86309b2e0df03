package bot

import (
	"testing"
	"time"
)

// M7: a time is read at a glance: in minutes while it is short, in hours from two
// of them on, and beside another without a unit of its own where both are short.
func TestTimesAtAGlance(t *testing.T) {
	for _, tt := range []struct {
		d, beside time.Duration
		want      string
		bare      string
	}{
		{0, 0, "0 min", "0"},
		{29 * time.Second, time.Hour, "0 min", "0"},
		{119 * time.Minute, 119 * time.Minute, "119 min", "119"},
		{90 * time.Minute, 3 * time.Hour, "90 min", "90 min"},
		{119*time.Minute + 30*time.Second, 0, "2 h", "2 h"},
		{155 * time.Minute, 0, "2 h 35 min", "2 h 35 min"},
		{26 * time.Hour, 0, "1 day 2 hours", "1 day 2 hours"},
	} {
		if got := minutes(tt.d); got != tt.want {
			t.Errorf("minutes(%s) = %q, want %q", tt.d, got, tt.want)
		}
		if got := bare(tt.d, tt.beside); got != tt.bare {
			t.Errorf("bare(%s, %s) = %q, want %q", tt.d, tt.beside, got, tt.bare)
		}
	}
}
