package workspace_test

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

func fileInput(block, label string, e *slack.FileInputBlockElement, optional bool) *slack.InputBlock {
	return slack.NewInputBlock(block, plain(label), plain("CSV or JSON."), e).WithOptional(optional)
}

func bomForm(optional bool) slack.ModalViewRequest {
	e := slack.NewFileInputBlockElement("in").WithFileTypes("csv", "json").WithMaxFiles(1)
	return titleModal("Register", fileInput("bom", "Bill of materials", e, optional), slack.NewInputBlock("note", plain("Note"), nil, slack.NewPlainTextInputBlockElement(nil, "in")).WithOptional(true))
}

func put(files ...workspace.File) map[string]map[string]any {
	return map[string]map[string]any{"bom": {"in": files}}
}

// A file put into a form is told to the app with an address, and given to its
// token alone, byte for byte.
func TestFileInput(t *testing.T) {
	b := open(t)
	b.openModal(bomForm(false))
	if r, err := b.Submit(b.ctx, "U1", nil); err != nil || !strings.Contains(r.Errors["bom"], "required") {
		t.Fatalf("no file: %+v, %v", r, err)
	}
	data := []byte("PK\x03\x04\xff\x00 <b> & c,1.0\n")
	if r, err := b.Submit(b.ctx, "U1", put(workspace.File{Name: "a b/<c>.csv", Data: data})); err != nil || !r.OK() {
		t.Fatalf("%+v, %v", r, err)
	}
	files := b.app.last().act.View.State.Values["bom"]["in"].Files
	if len(files) != 1 || files[0].Name != "a b/<c>.csv" || files[0].Size != len(data) || files[0].URLPrivate != files[0].URLPrivateDownload {
		t.Fatalf("the app was told of %+v", files)
	}
	var got bytes.Buffer
	if err := b.api.GetFile(files[0].URLPrivate, &got); err != nil || !bytes.Equal(got.Bytes(), data) {
		t.Errorf("%q, %v", got.Bytes(), err)
	}
	for authorization, want := range map[string]int{
		"": http.StatusForbidden, botToken: http.StatusForbidden, "Bearer " + appToken: http.StatusForbidden, "Bearer " + botToken: http.StatusOK,
	} {
		if status, body := fetch(t, files[0].URLPrivate, authorization); status != want || (want != http.StatusOK && strings.Contains(body, "PK")) {
			t.Errorf("%q: HTTP %d %q", authorization, status, body)
		}
	}
	if status, _ := fetch(t, strings.Replace(files[0].URLPrivate, files[0].ID, "F0NONE", 1), "Bearer "+botToken); status != http.StatusNotFound {
		t.Errorf("another file: HTTP %d", status)
	}
}

func fetch(t *testing.T, address, authorization string) (status int, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", authorization)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// What Slack's client does not let a person choose cannot be put into the form;
// an optional file may be left out, and is told as none.
func TestFileRefused(t *testing.T) {
	b := open(t)
	b.openModal(bomForm(true))
	csv := workspace.File{Name: "bom.csv", Data: []byte("x")}
	for want, in := range map[string]map[string]map[string]any{
		"takes .csv, .json": put(workspace.File{Name: "bom.exe"}),
		"up to 1 file":      put(csv, csv),
		"needs a name":      put(workspace.File{}),
		"larger than":       put(workspace.File{Name: "bom.csv", Data: make([]byte, 16<<20+1)}),
		"not texts":         {"bom": {"in": "file,version"}},
		"takes no file":     {"note": {"in": csv}},
	} {
		if _, err := b.Submit(b.ctx, "U1", in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	if b.app.count() != 1 { // the command that opened it
		t.Errorf("the app heard %d things", b.app.count())
	}
	if r, err := b.Submit(b.ctx, "U1", nil); err != nil || !r.OK() {
		t.Fatalf("%+v, %v", r, err)
	}
	if body := b.app.last().body; !strings.Contains(body, "%22files%22%3A%5B%5D") {
		t.Errorf("no file was told as %s", body)
	}
}

// In the page a person chooses the file, by keyboard as well; it stays in the
// form when something else is wrong, and can be taken out again.
func TestFileInThePage(t *testing.T) {
	b := open(t)
	b.app.answers(func(h heard) any {
		if h.act.Type == slack.InteractionTypeViewSubmission && len(h.act.View.State.Values["bom"]["in"].Files) == 1 && h.act.View.State.Values["note"]["in"].Value == "" {
			return slack.NewErrorsViewSubmissionResponse(map[string]string{"bom": "Line 7 has no digest."})
		}
		return nil
	})
	data := bytes.Repeat([]byte("\xffile,version\n"), 5000) // not UTF-8: the page must not touch it
	dir := t.TempDir()
	for name, text := range map[string][]byte{"bom.csv": data, "bom.exe": nil} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b.openModal(bomForm(false))
	chooser := chromedp.CSS("[data-file]")
	ctx := browse(t, 900, 700)
	run(t, ctx,
		chromedp.Navigate(b.server.URL+"/?as=U1&c=C1"), chromedp.WaitVisible(testid("modal")),
		until(`document.activeElement.matches("[data-file]") && document.activeElement.accept === ".csv, .json" && !document.activeElement.multiple`),
	)
	shot(t, ctx, "14-file-none")
	run(t, ctx, chromedp.SetUploadFiles(chooser, []string{filepath.Join(dir, "bom.exe")}), chromedp.WaitVisible(testid("notice")))
	if text := value[string](t, ctx, `document.getElementById("notice").textContent`); !strings.Contains(text, "bom.exe cannot be chosen here") {
		t.Errorf("notice = %q", text)
	}
	run(t, ctx,
		chromedp.SetUploadFiles(chooser, []string{filepath.Join(dir, "bom.csv")}), chromedp.WaitVisible(testid("file-name")),
		chromedp.Click(testid("modal-submit")), chromedp.WaitVisible(testid("error-bom")),
		until(`document.activeElement.matches("[data-file]")`),
	)
	shot(t, ctx, "15-file-wrong")
	if text := value[string](t, ctx, `document.querySelector("[data-testid=file-name]").textContent`); text != "bom.csv 63 KB" {
		t.Errorf("the form shows %q", text)
	}
	run(t, ctx,
		chromedp.Click(testid("file-remove")), chromedp.WaitNotPresent(testid("file-name")),
		chromedp.Click(testid("modal-submit")), until(`document.querySelector("[data-testid=error-bom]")?.textContent.includes("required")`),
		chromedp.SetUploadFiles(chooser, []string{filepath.Join(dir, "bom.csv")}), chromedp.WaitVisible(testid("file-name")),
		chromedp.SendKeys(chromedp.CSS(`[data-block-id="note"]`), "new"),
	)
	run(t, ctx,
		chromedp.Click(testid("modal-submit")), chromedp.WaitNotPresent(testid("modal")),
	)
	files := b.app.last().act.View.State.Values["bom"]["in"].Files
	if len(files) != 1 || files[0].Name != "bom.csv" {
		t.Fatalf("the app was told of %+v", files)
	}
	var got bytes.Buffer
	if err := b.api.GetFile(files[0].URLPrivate, &got); err != nil || !bytes.Equal(got.Bytes(), data) {
		t.Errorf("%d bytes came back, %v", got.Len(), err)
	}
}
