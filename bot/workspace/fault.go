package workspace

import (
	"net/http"
	"slices"
	"strconv"
	"time"
)

// Fault is a failure a test orders for a Web API method.
type Fault struct {
	Error      string        // answer {"ok":false,"error":...} without doing anything
	Status     int           // answer this HTTP status without doing anything; 429 carries RetryAfter
	RetryAfter time.Duration // whole seconds
	Drop       bool          // do the work, then cut the connection: the answer is lost
	Times      int           // how many calls it hits; 0 means one
	Then       func()        // called when the fault strikes, if set
}

// Fail lets the next calls of a Web API method fail; faults of one method are used up in the order given.
func (w *Workspace) Fail(method string, f Fault) {
	w.mu.Lock()
	defer w.mu.Unlock()
	f.Times = max(f.Times, 1)
	w.faults[method] = append(w.faults[method], &f)
}

// fault takes the next fault of a method, if one waits.
func (w *Workspace) fault(method string) *Fault {
	w.mu.Lock()
	defer w.mu.Unlock()
	queue := w.faults[method]
	if len(queue) == 0 {
		return nil
	}
	f := queue[0]
	if f.Times--; f.Times == 0 {
		w.faults[method] = queue[1:]
	}
	return f
}

// Methods lists the Web API methods that were called, known or not, in alphabetical order.
func (w *Workspace) Methods() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := make([]string, 0, len(w.methods))
	for m := range w.methods {
		out = append(out, m)
	}
	slices.Sort(out)
	return out
}

// Calls says how often a Web API method was called, failed calls included.
func (w *Workspace) Calls(method string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.methods[method]
}

// DuplicateNext sends each of the next n deliveries to the app twice, as Slack does when an answer got lost.
func (w *Workspace) DuplicateNext(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.twice += n
}

func (f *Fault) answer(rw http.ResponseWriter) bool {
	if f.Then != nil {
		f.Then()
	}
	switch {
	case f.Status == http.StatusTooManyRequests:
		rw.Header().Set("Retry-After", strconv.Itoa(int(f.RetryAfter.Seconds())))
		answer(rw, f.Status, refused("ratelimited"))
	case f.Status != 0:
		http.Error(rw, "<html>"+http.StatusText(f.Status)+"</html>", f.Status)
	case f.Error != "":
		answer(rw, http.StatusOK, refused(f.Error))
	default:
		return false
	}
	return true
}

// cut ends the connection without an answer.
func cut(rw http.ResponseWriter) {
	if conn, _, err := http.NewResponseController(rw).Hijack(); err == nil {
		_ = conn.Close()
	}
}
