package workspace_test

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

// A file put into a form is told to the app with an address, and given to its token alone.
func TestFileInput(t *testing.T) {
	b := open(t)
	file := slack.NewInputBlock("bom", plain("BOM"), nil, slack.NewFileInputBlockElement("in").WithMaxFiles(1))
	b.openModal(titleModal("Register", file))
	if r, err := b.Submit(b.ctx, "U1", nil); err != nil || !strings.Contains(r.Errors["bom"], "required") {
		t.Fatalf("no file: %+v, %v", r, err)
	}
	text := "file,version\na <b> & c,1.0\n"
	if r, err := b.Submit(b.ctx, "U1", map[string]map[string]any{"bom": {"in": workspace.File{Name: "a b/<c>.csv", Text: text}}}); err != nil || !r.OK() {
		t.Fatalf("%+v, %v", r, err)
	}
	files := b.app.last().act.View.State.Values["bom"]["in"].Files
	if len(files) != 1 || files[0].Name != "a b/<c>.csv" || files[0].Size != len(text) {
		t.Fatalf("the app was told of %+v", files)
	}
	var got bytes.Buffer
	if err := b.api.GetFile(files[0].URLPrivateDownload, &got); err != nil || got.String() != text {
		t.Errorf("%q, %v", got.String(), err)
	}
	resp, err := http.Get(files[0].URLPrivateDownload)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusForbidden {
		t.Errorf("without a token: HTTP %d", resp.StatusCode)
	}
}

// In the page a person chooses the file, and it stays in the form.
func TestFileInThePage(t *testing.T) {
	b := open(t)
	path := filepath.Join(t.TempDir(), "bom.csv")
	if err := os.WriteFile(path, []byte("file,version\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	file := slack.NewInputBlock("bom", plain("Bill of materials as a file"), nil, slack.NewFileInputBlockElement("in"))
	b.openModal(titleModal("Register", file))
	ctx := browse(t, 900, 700)
	run(t, ctx,
		chromedp.Navigate(b.server.URL+"/?as=U1&c=C1"), chromedp.WaitVisible(testid("modal")),
		chromedp.SetUploadFiles(chromedp.CSS("[data-file]"), []string{path}), chromedp.WaitVisible(testid("file-name")),
	)
	shot(t, ctx, "14-file")
	run(t, ctx, chromedp.Click(testid("modal-submit")), chromedp.WaitNotPresent(testid("modal")))
	if files := b.app.last().act.View.State.Values["bom"]["in"].Files; len(files) != 1 || files[0].Name != "bom.csv" {
		t.Errorf("the app was told of %+v", files)
	}
}
