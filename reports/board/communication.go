package board

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Plans is what the pages of communication plans need of the release.Desk.
type Plans interface {
	ReadPlan(ctx context.Context, release int) (release.Plan, error)
	PlanOf(ctx context.Context, id int64) (release.Plan, error)
	ConfirmCommunication(ctx context.Context, in release.Intent, id int64, how release.ConfirmRoad) (release.Communication, error)
}

// planPage shows a release's communication plan: what is to be told, what was, and
// the receipts of everybody it was sent to (R44, M11).
func (b *Board) planPage(r *http.Request, _ visitor) (string, templates.Site, error) {
	number, err := b.number(r, "number")
	if err != nil {
		return "", templates.Site{}, err
	}
	plan, err := b.Desk.ReadPlan(r.Context(), int(number))
	if err != nil {
		return "", templates.Site{}, err
	}
	s := plan.Standing
	view := storyView{Badges: []templates.Badge{typeBadge(s.Release.Content.Type), stageBadge(s.Release.Stage)}, Lead: planLead(plan)}
	view.Sections = []section{linesPart("to-be-sent", "To be sent", plan, release.Communication.Open), linesPart("sent", "Sent", plan, isSent)}
	if name := s.Release.Name(); len(plan.Lines) == 0 && !s.Release.Stage.Ended() {
		view.Sections[0].Empty = "Nothing is planned. In Slack, /release plan " + name + " default begins the usual plan, and /release tell " + name + " adds a line."
	}
	for _, c := range plan.Lines {
		if heard := plan.Of(c); len(heard) > 0 {
			view.Sections = append(view.Sections, receiptsPart(c, heard, plan))
		}
	}
	if dropped := linesPart("dropped", "Dropped", plan, isDropped); !dropped.Bare() {
		view.Sections = append(view.Sections, dropped)
	}
	view.Files = filesOf(s.Release, "communications", len(plan.Lines))
	name := s.Release.Name()
	return "story", templates.Site{
		Title: "Who is told of " + s.Release.Title(s.Programme), Kicker: name + ", communication plan",
		Trail: []templates.Link{{Text: "Releases", URL: "/"}, {Text: name, URL: "/releases/" + strconv.Itoa(s.Release.Number)}},
		AsOf:  asOf(s.Now, s.Programme), Data: view,
	}, nil
}

func isSent(c release.Communication) bool    { return !c.SentAt.IsZero() }
func isDropped(c release.Communication) bool { return !c.DroppedAt.IsZero() }

// planLead says first which organisations have not confirmed.
func planLead(plan release.Plan) templates.Callout {
	p := plan.Standing.Programme
	if silent := plan.Silent(); len(silent) > 0 {
		names := make([]string, len(silent))
		for i, id := range silent {
			names[i] = p.PartyName(id)
		}
		return templates.Callout{
			Tone: templates.Warn, Label: many(len(silent), "organisation has", "organisations have") + " not confirmed what they were told.",
			Text: strings.Join(names, ", "),
		}
	}
	asked := slices.ContainsFunc(plan.Lines, func(c release.Communication) bool { return c.Confirm && isSent(c) })
	if asked {
		return templates.Callout{Tone: templates.Good, Label: "Every organisation that was asked has confirmed."}
	}
	return templates.Callout{Tone: templates.Calm, Label: "Nobody was asked yet to confirm anything."}
}

// many says how many there are of something: "3 organisations have".
func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + more
}

func linesPart(id, title string, plan release.Plan, which func(release.Communication) bool) section {
	p := plan.Standing.Programme
	t := templates.Table{Caption: "Lines " + strings.ToLower(title), Columns: []templates.Column{{Title: "What"}, {Title: "Who"}, {Title: "When"}, {Title: "How"}}}
	for _, c := range plan.Lines {
		if !which(c) {
			continue
		}
		to := p.Addressees(c.To)
		if c.Road == release.ByChannel {
			to = "the board's channel"
		}
		if n := len(c.To); c.Kind == release.CorrectionNotice && n > 0 {
			to = many(n, "person who was told something else", "people who were told something else")
		}
		how := templates.Cell{Text: roadName(c.Road)}
		if c.Confirm {
			how.Badge = templates.Badge{Text: "to be confirmed", Tone: templates.Act}
		}
		t.Rows = append(t.Rows, []templates.Cell{
			{Text: strconv.FormatInt(c.ID, 10) + ". " + capital(c.Kind.String()), Note: c.Subject, Head: true}, {Text: capital(to), Note: c.Words}, momentCell(c, p), how,
		})
	}
	return section{ID: id, Title: title, Table: t, Empty: "Nothing."}
}

func roadName(r release.Road) string {
	return map[release.Road]string{release.ByMail: "Mail", release.ByDirect: "Direct message", release.ByChannel: "A post"}[r]
}

// momentCell says when a line is sent, or what became of it.
func momentCell(c release.Communication, p *release.Programme) templates.Cell {
	cell := templates.Cell{Text: when(c.Due, p), Note: c.When.Says()}
	switch {
	case isDropped(c):
		cell = templates.Cell{Text: when(c.DroppedAt, p), Note: c.Dropped}
	case isSent(c):
		cell.Text = when(c.SentAt, p)
		if c.Late {
			cell.Badge = templates.Badge{Text: "late", Tone: templates.Warn}
		}
	case c.Due.IsZero():
		cell = templates.Cell{Text: capital(c.When.Says())}
	}
	return cell
}

// receiptsPart is whom a line was sent to: delivered, refused, confirmed.
func receiptsPart(c release.Communication, heard []release.Hearing, plan release.Plan) section {
	p := plan.Standing.Programme
	t := templates.Table{
		Caption: "Receipts of line " + strconv.FormatInt(c.ID, 10),
		Columns: []templates.Column{{Title: "Who"}, {Title: "Organisation"}, {Title: "Delivery"}, {Title: "Confirmed"}},
	}
	for _, h := range heard {
		confirmed := templates.Cell{Text: "Not asked"}
		switch {
		case !h.ConfirmedAt.IsZero():
			confirmed = templates.Cell{Text: when(h.ConfirmedAt, p), Note: "by " + string(h.How), Badge: templates.Badge{Text: "confirmed", Tone: templates.Good}}
		case c.Confirm && !slices.Contains(plan.SilentOn(c), h.Party):
			confirmed = templates.Cell{Text: "By somebody else of " + p.PartyName(h.Party)}
		case c.Confirm:
			confirmed = templates.Cell{Badge: templates.Badge{Text: "not yet", Tone: templates.Warn}}
		}
		t.Rows = append(t.Rows, []templates.Cell{{Text: p.NameOf(h.Person), Head: true}, {Text: p.PartyName(h.Party)}, deliveryCell(h, p), confirmed})
	}
	x := section{ID: "receipts-" + strconv.FormatInt(c.ID, 10), Title: "Line " + strconv.FormatInt(c.ID, 10) + ": " + c.Kind.String(), Table: t}
	if silent := plan.SilentOn(c); len(silent) > 0 {
		x.Intro = many(len(silent), "organisation has", "organisations have") + " not confirmed it."
	}
	return x
}

func deliveryCell(h release.Hearing, p *release.Programme) templates.Cell {
	switch h.State {
	case release.Delivered:
		return templates.Cell{Text: when(h.DeliveredAt, p), Note: h.Detail, Badge: templates.Badge{Text: "delivered", Tone: templates.Good}}
	case release.Refused:
		return templates.Cell{Note: h.Detail, Badge: templates.Badge{Text: "refused", Tone: templates.Bad}}
	case release.OnItsWay:
	}
	return templates.Cell{Note: h.Detail, Badge: templates.Badge{Text: "on its way", Tone: templates.Calm}}
}

// confirmations are the pages behind the links with which people confirm.
func (b *Board) confirmations(mux *http.ServeMux) {
	mux.HandleFunc("GET /confirm/{token}", b.showConfirm)
	mux.HandleFunc("POST /confirm/{token}", b.confirm)
}

// confirmer is somebody with the link of a communication.
type confirmer struct {
	link release.ConfirmLink
	plan release.Plan
	line release.Communication
	mine release.Hearing
}

// confirms reads who comes with a link, and what they were sent.
func (b *Board) confirms(r *http.Request) (confirmer, error) {
	busy := &release.Refusal{Code: codeBusy, What: "That was too fast.", Why: "This page was asked for too often.", Next: "Wait a minute and try again."}
	x := confirmer{}
	var err error
	if x.link, err = b.Links.ReadConfirm(r.PathValue("token"), b.Now()); err != nil {
		if !b.pace.wrong.AllowN(b.Now(), 1) {
			return x, busy
		}
		return x, err
	}
	if !b.pace.once(x.link, perLink, linkBurst) {
		return x, busy
	}
	if x.plan, err = b.Desk.PlanOf(r.Context(), x.link.Communication); err != nil {
		return x, err
	}
	for _, c := range x.plan.Lines {
		if c.ID == x.link.Communication {
			x.line = c
		}
	}
	for _, h := range x.plan.Of(x.line) {
		if h.Person == x.link.Person {
			x.mine = h
		}
	}
	return x, nil
}

// showConfirm asks; it changes nothing, since mail programs look at links too.
func (b *Board) showConfirm(w http.ResponseWriter, r *http.Request) {
	x, err := b.confirms(r)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	if !x.mine.ConfirmedAt.IsZero() {
		b.confirmed(w, r, x)
		return
	}
	s := x.plan.Standing
	b.show(w, r, http.StatusOK, b.nobody(r), "leave", templates.Site{
		Title: "Confirm for " + s.Programme.PartyName(x.mine.Party), Kicker: s.Release.Name() + ", " + x.line.Kind.String(), Data: leave{
			Lead: templates.Callout{
				Tone: templates.Act, Label: "Does " + s.Programme.PartyName(x.mine.Party) + " know of this?",
				Text: s.Release.Title(s.Programme) + ", as you were told " + when(x.line.SentAt, s.Programme) + ". You confirm that it was read; you agree to nothing.",
			},
			Action: r.URL.Path, Button: "Yes, we know of it",
		},
	})
}

// confirm records it. Once is enough, and a second time changes nothing.
func (b *Board) confirm(w http.ResponseWriter, r *http.Request) {
	x, err := b.confirms(r)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	if _, err := b.Desk.ConfirmCommunication(r.Context(), release.Intent{By: x.link.Person}, x.link.Communication, release.ConfirmedByLink); err != nil {
		b.shut(w, r, err)
		return
	}
	b.confirmed(w, r, x)
}

func (b *Board) confirmed(w http.ResponseWriter, r *http.Request, x confirmer) {
	s := x.plan.Standing
	b.show(w, r, http.StatusOK, b.nobody(r), "leave", templates.Site{
		Title: "Thank you", Kicker: s.Release.Name() + ", " + x.line.Kind.String(), Data: leave{Lead: templates.Callout{
			Tone: templates.Good, Label: "It is recorded that " + s.Programme.PartyName(x.mine.Party) + " knows of it.",
			Text: "There is nothing more to do. You can close this page.",
		}},
	})
}
