package board

import (
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/templates"
)

// paperOf finds a paper of a release: the one with a number, the newest for 0.
type paperOf func(b *Board, l release.Life, number int64) (reports.Paper, error)

// papers are the documents of releases (R36, R68 to R91), as they are mailed: pages to
// read, and files to keep.
func (b *Board) papers(mux *http.ServeMux) {
	mux.HandleFunc("GET /releases/{number}/note", b.paper("version", notePaper))
	mux.HandleFunc("GET /releases/{number}/report", b.paper("run", reportPaper))
}

// paper serves a document to whoever is signed in: ?as=pdf or markdown is a file, and a
// field of the address names one that is not the newest.
func (b *Board) paper(field string, find paperOf) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := b.visitor(r)
		if err != nil {
			b.wayIn(w, r, err)
			return
		}
		file, err := b.paperFile(r, v, field, find)
		if err != nil {
			b.refuse(w, r, v, err)
			return
		}
		disposition := "attachment"
		if r.URL.Query().Get("as") == "" {
			disposition = "inline"
		}
		h := w.Header()
		h.Set("Content-Type", file.ContentType)
		h.Set("Content-Disposition", mime.FormatMediaType(disposition, map[string]string{"filename": file.Name}))
		_, _ = w.Write(file.Content) // whoever went away does not read it
	}
}

func (b *Board) paperFile(r *http.Request, v visitor, field string, find paperOf) (reports.Part, error) {
	of, err := b.number(r, "number")
	if err != nil {
		return reports.Part{}, err
	}
	number := int64(0)
	if text := r.URL.Query().Get(field); text != "" {
		if number, err = strconv.ParseInt(text, 10, 64); err != nil || number < 1 {
			return reports.Part{}, noPaper("“"+release.Clip(text, 40)+"” is no number of one.", int(of))
		}
	}
	if !b.pace.once(exporter(v.who.ID), perExporter, exporterBurst) {
		return reports.Part{}, &release.Refusal{Code: codeBusy, What: "That was too fast.", Why: "You took many documents within a minute.", Next: "Wait a minute and try again."}
	}
	life, err := b.Desk.ReadLife(r.Context(), int(of))
	if err != nil {
		return reports.Part{}, err
	}
	paper, err := find(b, life, number)
	if err != nil {
		return reports.Part{}, err
	}
	form := reports.DocumentFormat(r.URL.Query().Get("as"))
	if form == "" {
		form = reports.AsHTML
	}
	file, err := paper.File(form)
	if err != nil {
		return file, fmt.Errorf("make a document of %s: %w", release.ReleaseName(int(of)), err)
	}
	return file, nil
}

// noPaper refuses a document that is not there.
func noPaper(why string, number int) error {
	return &release.Refusal{Code: release.CodeNotFound, What: "There is no such document.", Why: why, Next: "The page of " + release.ReleaseName(number) + " leads to those that there are."}
}

// notePaper is a release note as it was handed in, with what differs from the one
// before.
func notePaper(b *Board, l release.Life, version int64) (reports.Paper, error) {
	for i, n := range l.Notes {
		if version != 0 && int64(n.Version) != version {
			continue
		}
		var changes []release.Change
		if i+1 < len(l.Notes) {
			changes = l.Notes[i+1].Note.ChangesTo(n.Note)
		}
		return b.Letterhead.NotePaper(l.Standing.Programme, n, changes), nil
	}
	return reports.Paper{}, noPaper("No such release note was handed in.", l.Standing.Release.Number)
}

// reportPaper is the report of a deployment that is over.
func reportPaper(b *Board, l release.Life, run int64) (reports.Paper, error) {
	for _, x := range l.Runs {
		if reported(x) && (run == 0 || x.ID == run) {
			return b.Letterhead.DeploymentPaper(l.Standing.Programme, x.DeploymentReport()), nil
		}
	}
	return reports.Paper{}, noPaper("No such deployment is over.", l.Standing.Release.Number)
}

// reported tells whether a deployment has a report: it is over, and signed off or
// rolled back.
func reported(x release.Rollout) bool { return x.Report != "" }

// paperPath is where a document is read, or taken in a form.
func paperPath(number int, paper, field string, which int64, as string) string {
	q := url.Values{field: {strconv.FormatInt(which, 10)}}
	if as != "" {
		q.Set("as", as)
	}
	return releasePath(number) + "/" + paper + "?" + q.Encode()
}

// paperLinks lead to the newest note and report of a release, where there are any.
func paperLinks(l release.Life) []templates.Link {
	var links []templates.Link
	number := l.Standing.Release.Number
	if len(l.Notes) > 0 {
		links = append(links, templates.Link{Text: "Release note", URL: releasePath(number) + "/note"}, templates.Link{Text: "Release note (PDF)", URL: releasePath(number) + "/note?as=pdf"})
	}
	if slices.ContainsFunc(l.Runs, reported) {
		links = append(links, templates.Link{Text: "Deployment report", URL: releasePath(number) + "/report"}, templates.Link{Text: "Deployment report (PDF)", URL: releasePath(number) + "/report?as=pdf"})
	}
	return links
}
