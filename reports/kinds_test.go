package reports

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"gonogo.dev/release"
)

// everyScene is a mail of every kind that is written when it is sent, by the name of
// its golden file.
func everyScene(t *testing.T) map[string]scene {
	t.Helper()
	r, _ := lookedBack()
	closed := closedReview(t)
	subject := release.Release{Number: 7, Version: r.Version, Content: release.ReleaseContent{System: "load-shaping", Type: release.Minor}}
	all := map[string]scene{
		"notice-review-asked-link": {"review-asked", "olivia", release.DutyAct, release.Event{Kind: release.NoticeReview, At: in(4), Release: &subject, Review: &r}},
		"notice-review-closed":     {"review-closed", "olivia", release.DutyAct, release.Event{Kind: release.NoticeReviewClosed, At: in(150), Release: &subject, Review: &closed}},
	}
	for prefix, scenes := range map[string][]scene{
		"notice-": slices.Concat(scenes(), closureScenes(), operationScenes(), overdueScenes(), statusScenes()), "minutes-": minuteScenes(),
		"invitation-": invitationScenes(), "communication-": communications(), "note-mail-": noteScenes(),
	} {
		for _, s := range scenes {
			all[prefix+s.name] = s
		}
	}
	return all
}

// sentOtherwise are the kinds that are never written from their event: reports and
// digests are promised with their bytes, what opens a pass is made when it is sent.
var sentOtherwise = map[release.NoticeKind]string{
	release.NoticeReport: "report-readiness", release.NoticeDigest: "report-digest", release.NoticeWayIn: "access-way-in", release.NoticeCode: "access-code",
}

// inSlackAlone are the kinds that only Slack tells.
var inSlackAlone = []release.NoticeKind{
	release.NoticeCondition, release.NoticeFreeze, release.NoticeMeeting, release.NoticeReleaseMoved, release.NoticeAskedAgain, release.NoticeReleaseEnded,
	release.NoticeReclassified, release.NoticeDebts, release.NoticeDelegation, release.NoticeOperationStarted, release.NoticeClosureVoid, release.NoticeAction,
	release.NoticeTrouble, release.NoticeStep,
}

// Whoever adds a kind of notice, of communication or of report says how its mail
// looks: there is a golden file of each, or only Slack tells it, and then mail gives it
// up.
func TestEveryKindOfMailIsGolden(t *testing.T) {
	golden := map[release.NoticeKind]string{}
	letters := map[release.CommunicationKind]bool{}
	for name, s := range everyScene(t) {
		golden[s.event.Kind] = name
		if c := s.event.Communication; c != nil {
			letters[c.Line.Kind] = true
		}
	}
	maps.Copy(golden, sentOtherwise)
	for _, kind := range noticeKinds(t) {
		name, told := golden[kind]
		switch {
		case told == slices.Contains(inSlackAlone, kind):
			t.Errorf("%s has no golden file and is not told in Slack alone, or is said to be both", kind)
		case told:
			stored(t, name)
		}
	}
	for _, kind := range append(release.CommunicationKinds(), release.CorrectionNotice) {
		if !letters[kind] {
			t.Errorf("nobody looked at the communication of kind %s", kind)
		}
	}
	for _, report := range Reports() {
		same := map[string]string{ReportDigestDaily: "digest", ReportDigestWeekly: "digest", ReportRoadmapMoved: ReportRoadmap}
		if other, ok := same[report]; ok {
			report = other
		}
		stored(t, "report-"+report)
	}
}

func stored(t *testing.T, name string) {
	t.Helper()
	for _, form := range []string{".txt", ".html"} {
		if _, err := os.Stat("testdata/" + name + form); err != nil {
			t.Errorf("nobody looked at it: %v", err)
		}
	}
}

// noticeKinds reads every kind that package release declares.
func noticeKinds(t *testing.T) []release.NoticeKind {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../release/notice.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []release.NoticeKind
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if of, ok := spec.Type.(*ast.Ident); !ok || of.Name != "NoticeKind" {
			return true
		}
		text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, release.NoticeKind(text))
		return true
	})
	if len(all) < 40 {
		t.Fatalf("only %d kinds were found", len(all))
	}
	return all
}

// Whatever people wrote, in whichever field of whichever event, reaches no header, no
// tag and no line of its own in any mail.
func TestEveryMailWithstandsHostileText(t *testing.T) {
	p := hostileProgramme()
	p.Phases = []release.Phase{{Name: hostile, Environment: "sit-a"}}
	for _, x := range plannedBoard().People[len(p.People):] {
		x.Name = hostile
		p.People = append(p.People, x)
	}
	shown := 0
	for name, s := range everyScene(t) {
		t.Run(name, func(t *testing.T) {
			dress(reflect.ValueOf(&s.event).Elem(), "")
			post := NewPost(letterhead(t), registry{p}, nil).WithShelf(cupboard{})
			body, err := post.Render(t.Context(), s.notice())
			if err != nil {
				t.Fatal(err)
			}
			checkWire(t, body)
			header, parts := read(t, body)
			if header.Get("Bcc") != "" || header.Get("X-Evil") != "" || len(header) > 12 {
				t.Errorf("header %v", header)
			}
			checkHarmless(t, name, parts[0].Content, parts[1].Content)
			shown++
		})
	}
	if shown < 60 {
		t.Errorf("only %d mails were looked at", shown)
	}
}

// dress puts hostile text wherever an event holds text that somebody wrote. Names of
// zones and what programs wrote for programs stay as they are.
func dress(v reflect.Value, field string) {
	switch v.Kind() { //nolint:exhaustive // the others hold no text
	case reflect.Pointer:
		if !v.IsNil() {
			dress(v.Elem(), field)
		}
	case reflect.Slice:
		for i := range v.Len() {
			dress(v.Index(i), field)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				dress(v.Field(i), f.Name)
			}
		}
	case reflect.String:
		kept := []string{"Zone", "Key", "Seat", "Digest", "Subject", "Thing", "Release"}
		if v.Type() == reflect.TypeFor[string]() && v.CanSet() && v.Len() > 0 && !slices.Contains(kept, field) && v.String()[0] != '{' {
			v.SetString(hostile)
		}
	}
}
