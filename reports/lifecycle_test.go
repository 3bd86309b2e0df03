package reports

import (
	"strings"
	"testing"

	"gonogo.dev/release"
)

// R32 to R55: the process as people read it and as it is drawn.
func TestLifecycle(t *testing.T) {
	process := NewLifecycle()
	golden(t, "lifecycle.txt", []byte(process.Text))
	golden(t, "lifecycle.mmd", []byte(process.Diagram))
	for _, point := range release.ControlPoints() {
		if !strings.Contains(process.Text, point.Name) {
			t.Errorf("control point %d, %s, is missing", point.Number, point.Name)
		}
	}
}
