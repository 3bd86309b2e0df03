package bot

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// The same request at the same moment, many times over: it is carried out once,
// and whoever waited for the first gets its answer (T23, T30).
func TestSameMoment(t *testing.T) {
	o := open(t)
	o.raised()
	body := commandBody(tom, "/rfc", "vote 1 go", "5.5.5")
	var all sync.WaitGroup
	var recorded atomic.Int32
	for range 40 {
		all.Go(func() {
			if status, answer := o.post("/slack/commands", body); status != 200 || (answer != "" && !strings.Contains(answer, "Recorded: Go")) {
				t.Errorf("%d %q", status, answer)
			} else if answer != "" {
				recorded.Add(1)
			}
		})
	}
	all.Wait()
	if n := len(o.store.snapshot().ballots[1].Votes); n != 1 || recorded.Load() == 0 {
		t.Errorf("%d votes, %d answers", n, recorded.Load())
	}
}

// The memory of keys is bounded and forgets the oldest.
func TestRecent(t *testing.T) {
	r := newRecent(3)
	for i := range 5 {
		r.add(fmt.Sprint(i))
		r.add(fmt.Sprint(i))
	}
	if r.has("1") || !r.has("2") || !r.has("4") || len(r.keys) != 3 {
		t.Errorf("remembers %v", r.keys)
	}
}

// Everybody votes at once, again and again, through the whole path; every vote counts once.
func TestManyVoters(t *testing.T) {
	o := open(t)
	o.raised()
	var all sync.WaitGroup
	users := []string{rachel, tom, eve, ben}
	for i := range 80 {
		all.Go(func() {
			o.post("/slack/commands", commandBody(users[i%4], "/rfc", "vote 1 abstain", fmt.Sprintf("6.6.%d", i)))
		})
	}
	all.Wait()
	if n := len(o.store.snapshot().ballots[1].Votes); n != 80 {
		t.Errorf("%d of 80 votes", n)
	}
}
