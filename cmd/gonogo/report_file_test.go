package main

import (
	"reflect"
	"strings"
	"testing"
)

// Every report says as what it is written, and refuses other files before it does
// anything (R101).
func TestReportsAreWrittenAsWhatTheyAre(t *testing.T) {
	name, _ := reflect.TypeFor[reportCmd]().FieldByName("Name")
	for report := range strings.SplitSeq(name.Tag.Get("enum"), ",") {
		endings := reportEndings()[report]
		if len(endings) == 0 {
			t.Errorf("nothing says as what the %s report is written", report)
		}
		for _, ending := range endings {
			if err := (reportCmd{Name: report, Out: "x" + strings.ToUpper(ending)}).checkFile(); err != nil {
				t.Error(err)
			}
		}
		err := reportCmd{Name: report, Out: "x.docx"}.checkFile()
		if err == nil || !strings.Contains(err.Error(), "the "+report+" report is not written as x.docx: end the file's name in "+endings[0]) {
			t.Errorf("%s: %v", report, err)
		}
	}
}
