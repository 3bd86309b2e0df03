package workspace_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

// A file that a person puts into a thread is told to the app by its id alone; where
// it is and what is in it, the app asks.
func TestUpload(t *testing.T) {
	b := open(t)
	_, ts, err := b.api.PostMessage("C1", slack.MsgOptionText("a card", false))
	if err != nil {
		t.Fatal(err)
	}
	data := []byte("title: Helix <1.1>\n")
	if err := b.Upload(b.ctx, "U1", "C1", ts, workspace.File{Name: "release-note.yaml", Data: data}); err != nil {
		t.Fatal(err)
	}
	var told struct {
		Event struct {
			Type      string `json:"type"`
			FileID    string `json:"file_id"`
			UserID    string `json:"user_id"`
			ChannelID string `json:"channel_id"`
		} `json:"event"`
	}
	if err := json.Unmarshal([]byte(b.app.last().body), &told); err != nil || told.Event.Type != "file_shared" || told.Event.UserID != "U1" || told.Event.ChannelID != "C1" {
		t.Fatalf("the app was told %+v, %v", told, err)
	}
	f, _, _, err := b.api.GetFileInfo(told.Event.FileID, 0, 0)
	if err != nil || f.Name != "release-note.yaml" || f.Size != len(data) || len(f.Shares.Public["C1"]) != 1 || f.Shares.Public["C1"][0].ThreadTs != ts {
		t.Fatalf("the file is %+v, %v", f, err)
	}
	var got bytes.Buffer
	if err := b.api.GetFile(f.URLPrivate, &got); err != nil || !bytes.Equal(got.Bytes(), data) {
		t.Errorf("%q, %v", got.Bytes(), err)
	}
	messages := b.Messages("C1", "U2")
	last := messages[len(messages)-1]
	if last.ThreadTS != ts || last.User != "U1" || !cmp.Equal(last.Files, []string{"release-note.yaml"}) {
		t.Errorf("people see %+v", last)
	}
	if _, _, _, err := b.api.GetFileInfo("F0NONE", 0, 0); err == nil || err.Error() != "file_not_found" {
		t.Errorf("another file: %v", err)
	}
	for name, c := range map[string]struct {
		user, channel, thread string
		file                  workspace.File
	}{
		"nobody": {"U0", "C1", ts, workspace.File{Name: "a", Data: data}}, "nowhere": {"U1", "C0", "", workspace.File{Name: "a", Data: data}},
		"no thread": {"U1", "C1", "1.1", workspace.File{Name: "a", Data: data}}, "nameless": {"U1", "C1", ts, workspace.File{Data: data}},
		"empty": {"U1", "C1", ts, workspace.File{Name: "a"}},
	} {
		if err := b.Upload(b.ctx, c.user, c.channel, c.thread, c.file); err == nil {
			t.Errorf("%s: it was taken", name)
		}
	}
}

// What the app sends as files stands in one message, and people can have it.
func TestFilesOfTheApp(t *testing.T) {
	b := open(t)
	at, err := b.api.GetUploadURLExternalContext(b.ctx, slack.GetUploadURLExternalParameters{FileName: "note <1>.md", FileSize: 4})
	if err != nil {
		t.Fatal(err)
	}
	complete := func() error {
		_, err := b.api.CompleteUploadExternalContext(b.ctx, slack.CompleteUploadExternalParameters{
			Files: []slack.FileSummary{{ID: at.FileID, Title: "x"}}, Channel: b.DM("U1"), InitialComment: "Here it is.",
		})
		return err
	}
	if err := complete(); err == nil || err.Error() != "file_not_found" {
		t.Errorf("before it came: %v", err)
	}
	if status, _ := upload(t, at.UploadURL, "too long"); status != http.StatusBadRequest {
		t.Errorf("too long a file: HTTP %d", status)
	}
	if err := b.api.UploadToURL(b.ctx, slack.UploadToURLParameters{UploadURL: at.UploadURL, Content: "# Hi", Filename: "note <1>.md"}); err != nil {
		t.Fatal(err)
	}
	if err := complete(); err != nil {
		t.Fatal(err)
	}
	messages := b.Messages(b.DM("U1"), "U1")
	if len(messages) != 1 || !messages[0].Bot || messages[0].Text != "Here it is." || !cmp.Equal(messages[0].Files, []string{"note <1>.md"}) {
		t.Fatalf("people see %+v", messages)
	}
	_, page := fetch(t, b.server.URL+"/?as=U1&c="+b.DM("U1"), "")
	if !strings.Contains(page, ">note &lt;1&gt;.md</a>") {
		t.Errorf("the page does not show the file")
	}
	if _, body := fetch(t, b.server.URL+"/files/"+at.FileID+"/note.md", ""); body != "# Hi" {
		t.Errorf("the file is %q", body)
	}
	for _, p := range []slack.GetUploadURLExternalParameters{{FileName: "a", FileSize: 17 << 20}} {
		if _, err := b.api.GetUploadURLExternalContext(b.ctx, p); err == nil {
			t.Errorf("%+v was accepted", p)
		}
	}
}

func upload(t *testing.T, address, data string) (int, string) {
	t.Helper()
	r, err := http.Post(address, "text/plain", strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	_ = r.Body.Close() // only the status counts
	return r.StatusCode, r.Status
}

// Files of messages are there again in a box that goes on from its state file.
func TestUploadIsKept(t *testing.T) {
	state := filepath.Join(t.TempDir(), "state.json")
	b := open(t, func(c *workspace.Config) { c.State = state })
	if err := b.Upload(b.ctx, "U1", "C1", "", workspace.File{Name: "a.txt", Data: []byte("kept")}); err != nil {
		t.Fatal(err)
	}
	b.Close()
	again := open(t, func(c *workspace.Config) { c.State = state })
	messages := again.Messages("C1", "U1")
	if len(messages) != 1 || !cmp.Equal(messages[0].Files, []string{"a.txt"}) {
		t.Errorf("people see %+v", messages)
	}
}

// In the page a person attaches a file to a thread; it stands there at once, and
// can be had by everybody.
func TestUploadInThePage(t *testing.T) {
	b := open(t)
	_, ts, err := b.api.PostMessage("C1", slack.MsgOptionText("a card", false))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "release-note.yaml")
	data := bytes.Repeat([]byte("\xfftitle: <b>\n"), 500) // not UTF-8: the page must not touch it
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx := browse(t, 1200, 700)
	run(t, ctx,
		chromedp.Navigate(b.server.URL+"/?as=U1&c=C1&thread="+ts), chromedp.WaitVisible(testid("thread-composer")),
		chromedp.SetUploadFiles(testid("thread-attach"), []string{file}), chromedp.WaitVisible(testid("attached")),
	)
	shot(t, ctx, "16-attached")
	if text := value[string](t, ctx, `document.querySelector("#thread [data-testid=attached]").textContent`); text != "release-note.yaml" {
		t.Errorf("the thread shows %q", text)
	}
	href := value[string](t, ctx, `document.querySelector("#thread [data-testid=attached]").href`)
	if status, body := fetch(t, href, ""); status != http.StatusOK || body != string(data) {
		t.Errorf("HTTP %d, %d bytes", status, len(body))
	}
	messages := b.Messages("C1", "U2")
	if last := messages[len(messages)-1]; last.ThreadTS != ts || last.User != "U1" {
		t.Errorf("people see %+v", last)
	}
}
