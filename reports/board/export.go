package board

import (
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/time/rate"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/templates"
)

const (
	// exportWithin is how long one export may take: longer than a page, and not for ever.
	exportWithin = 3 * time.Minute
	// How often one person exports: a list takes more than a page does.
	perExporter   = rate.Limit(1.0 / 5)
	exporterBurst = 30 // every list once, and the papers of a release
)

// exporter keys the pace of a person's exports.
type exporter release.PersonID

// export serves a list as a file to whoever is signed in, narrowed as its page is.
func (b *Board) export(w http.ResponseWriter, r *http.Request) {
	v, err := b.visitor(r)
	if err != nil {
		b.wayIn(w, r, err)
		return
	}
	name, form, _ := strings.Cut(r.PathValue("file"), ".")
	list, err := reports.ExportByName(name)
	if err == nil && !slices.Contains(reports.ExportFormats(), reports.ExportFormat(form)) {
		err = &release.Refusal{Code: release.CodeNotFound, What: "There is no such file.", Why: "Lists are there as csv, json and xlsx.", Next: "Choose one on the page of exports."}
	}
	if err == nil && !b.pace.once(exporter(v.who.ID), perExporter, exporterBurst) {
		err = &release.Refusal{Code: codeBusy, What: "That was too fast.", Why: "You took many lists within a minute.", Next: "Wait a minute and try again."}
	}
	var o reports.ExportOptions
	if err == nil {
		o, err = b.exportOptions(r, v, reports.ExportFormat(form))
	}
	if err != nil {
		b.refuse(w, r, v, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", o.Format.Type())
	h.Set("Content-Disposition", `attachment; filename="gonogo-`+list.Name+"-"+o.Now.In(v.programme.Location()).Format("2006-01-02-1504")+"."+form+`"`)
	ctx, cancel := context.WithTimeout(r.Context(), exportWithin)
	defer cancel()
	stop := b.longer(ctx, w)
	defer stop()
	if err := list.Write(ctx, w, b.Exports, o); err != nil {
		// What was sent cannot be taken back: the connection breaks, so that nobody takes
		// half a list for the whole.
		b.Log.ErrorContext(r.Context(), "export failed", "list", list.Name, "error", err.Error())
		panic(http.ErrAbortHandler)
	}
}

// longer gives an answer more time than a page has, and cuts it off when ctx is over,
// however slowly somebody reads. The function it returns lets go of the answer.
func (b *Board) longer(ctx context.Context, w http.ResponseWriter) func() bool {
	control := http.NewResponseController(w)
	if err := control.SetWriteDeadline(time.Time{}); err != nil {
		b.Log.WarnContext(ctx, "export may be cut off", "error", err.Error())
	}
	longAgo := time.Unix(1, 0)
	return context.AfterFunc(ctx, func() { _ = control.SetWriteDeadline(longAgo) }) // the connection is gone then
}

// exportOptions reads what a list is narrowed to, as its page does. What the programme
// does not know is refused: whoever takes a file does not see that it is the whole list.
func (b *Board) exportOptions(r *http.Request, v visitor, form reports.ExportFormat) (reports.ExportOptions, error) {
	q := r.URL.Query()
	f := filterOf(r, v.programme)
	o := reports.ExportOptions{
		Format: form, Now: b.Now(), BOM: q.Get("bom") == "1",
		Filter: reports.ExportFilter{
			Party: f.party, System: f.system, Type: f.kind, State: stateOf(r), Subject: subjectOf(r), Open: q.Get("open") == "1", Reader: v.who.ID,
		},
	}
	for name, known := range map[string]string{"party": string(f.party), "system": string(f.system), "type": string(f.kind), "state": string(o.Filter.State)} {
		if given := q.Get(name); given != known {
			return o, notExported("“"+release.Clip(given, 40)+"” is no "+name+" that the programme has.", "Leave it out, or take the export from the list's own page.")
		}
	}
	if text := q.Get("release"); text != "" {
		ref, err := release.ParseReleaseRef(text, v.programme)
		if err != nil || ref.Number == 0 {
			return o, notExported("“"+release.Clip(text, 40)+"” is no release's number.", "Write it as 7 or REL-7.")
		}
		o.Filter.Release = ref.Number
	}
	if text := q.Get(fieldAt); text != "" {
		if err := b.exportAt(&o, text, v.programme.Location()); err != nil {
			return o, err
		}
	}
	return o, nil
}

// exportAt reads the instant of a list, as the pages write it or with an offset.
func (b *Board) exportAt(o *reports.ExportOptions, text string, loc *time.Location) error {
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		o.Filter.At = at
		return nil
	}
	m, err := b.momentOf(text, loc)
	if err != nil {
		return notExported("“"+release.Clip(text, 40)+"” is no time that is over.", "Write it as 2026-11-23T09:00.")
	}
	o.Filter.At = m.at
	return nil
}

func notExported(why, next string) error {
	return &release.Refusal{Code: release.CodeInvalid, What: "Nothing was exported.", Why: why, Next: next}
}

// files offer a list in every form that it can be taken in.
type files struct {
	Title string
	Says  string // what stands before the links
	Links []templates.Link
}

// exported offers a list, narrowed as its page is.
func exported(title, list string, narrowed url.Values) files {
	x := files{Title: title, Says: "Export"}
	for _, form := range []reports.ExportFormat{reports.ExportXLSX, reports.ExportCSV, reports.ExportJSON} {
		q := maps.Clone(narrowed)
		if q == nil {
			q = url.Values{}
		}
		if form == reports.ExportCSV {
			q.Set("bom", "1") // it is opened with a double click
		}
		address := "/exports/" + list + "." + string(form)
		if len(q) > 0 {
			address += "?" + q.Encode()
		}
		x.Links = append(x.Links, templates.Link{Text: strings.ToUpper(string(form)), URL: address})
	}
	return x
}

// exportsPage offers every list, and says what its columns are.
func (b *Board) exportsPage(_ *http.Request, _ visitor) (string, templates.Site, error) {
	type offer struct {
		Files   files
		Columns []templates.Fact
	}
	var offers []offer
	for _, e := range reports.Exports() {
		o := offer{Files: exported(e.Title, e.Name, nil)}
		o.Files.Says = ""
		for _, c := range e.Columns {
			o.Columns = append(o.Columns, templates.Fact{Label: c.Name, Value: c.About})
		}
		offers = append(offers, o)
	}
	return "exports", templates.Site{Title: "Exports", Data: offers}, nil
}
