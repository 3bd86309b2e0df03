package board

import (
	"context"
	"crypto/rand"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"golang.org/x/time/rate"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Calendars are the calendars that people subscribe to; the release.Desk keeps them.
type Calendars interface {
	MakeFeed(ctx context.Context, in release.Intent, kind release.FeedKind, whose string) (release.Feed, string, error)
	RevokeFeed(ctx context.Context, in release.Intent, id int64) (release.Feed, error)
	Feeds(ctx context.Context, reader release.PersonID) ([]release.Feed, *release.Programme, error)
	ReadFeed(ctx context.Context, token string) (release.FeedView, error)
}

const (
	feedsPath  = "/me/feeds"
	fieldWhose = "whose"
	fieldKey   = "key"
	// How often one calendar is fetched: programs do so every few minutes at most.
	perFeed   = rate.Limit(1.0 / 10)
	feedBurst = 10
	// maxFeedToken is the longest name of a calendar that is looked up.
	maxFeedToken = 64
)

// feeds are the calendars and the page on which people make them and take them back.
func (b *Board) feeds(mux *http.ServeMux) {
	mux.HandleFunc("GET /feeds/{file}", b.feed)
	mux.HandleFunc("POST "+feedsPath, b.makeFeed)
	mux.HandleFunc("POST "+feedsPath+"/{id}", b.revokeFeed)
}

// feedAddress is where a calendar is fetched; it holds its secret.
func (b *Board) feedAddress(r *http.Request, token string) string {
	base := strings.TrimSuffix(b.PublicURL, "/")
	if base == "" { // a rehearsal on this machine
		base = "http://" + r.Host
	}
	return base + "/feeds/" + token + ".ics"
}

// feed serves a calendar to whatever program knows its address. One that did not
// change is not sent again (ETag).
func (b *Board) feed(w http.ResponseWriter, r *http.Request) {
	token, ok := strings.CutSuffix(r.PathValue("file"), ".ics")
	if !ok || len(token) > maxFeedToken {
		http.NotFound(w, r)
		return
	}
	if !b.pace.once(feedOf(token), perFeed, feedBurst) {
		w.Header().Set("Retry-After", "60")
		http.Error(w, "This calendar is fetched too often. Once an hour is enough.", http.StatusTooManyRequests)
		return
	}
	v, err := b.Calendars.ReadFeed(r.Context(), token)
	if refusal, refused := release.AsRefusal(err); refused {
		if refusal.Code == release.CodeNotFound && !b.pace.wrong.AllowN(b.Now(), 1) {
			http.Error(w, "Too many addresses that are none.", http.StatusTooManyRequests)
			return
		}
		http.Error(w, refusal.What+" "+refusal.Why+" "+refusal.Next, statusOf(refusal.Code))
		return
	}
	if err == nil {
		err = b.sendFeed(w, r, v)
	}
	if err == nil {
		return
	}
	b.Log.ErrorContext(r.Context(), "calendar failed", "path", r.Pattern, "error", err.Error())
	http.Error(w, "Something went wrong on our side. Try again in a minute.", http.StatusInternalServerError)
}

// feedOf keys the pace of a calendar's address.
type feedOf string

func (b *Board) sendFeed(w http.ResponseWriter, r *http.Request, v release.FeedView) error {
	f, err := b.Letterhead.Feed(v)
	if err != nil {
		return err
	}
	h := w.Header()
	// Kept by nobody on the way; the reader's own program asks whether it changed.
	h.Set("Cache-Control", "private, no-cache")
	h.Set("ETag", f.Tag)
	h.Set("Last-Modified", f.Changed.UTC().Format(http.TimeFormat))
	if matches(r.Header.Get("If-None-Match"), f.Tag) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	h.Set("Content-Type", "text/calendar; charset=utf-8")
	h.Set("Content-Disposition", `inline; filename="gonogo.ics"`)
	_, _ = w.Write(f.Body) // whoever went away does not read it
	return nil
}

// matches tells whether a tag is among those that somebody has (RFC 9110, 13.1.2).
func matches(header, tag string) bool {
	for x := range strings.SplitSeq(header, ",") {
		if x = strings.TrimPrefix(strings.TrimSpace(x), "W/"); x == tag || x == "*" {
			return true
		}
	}
	return false
}

// feedPage is the page of somebody's calendars.
type feedPage struct {
	Lead    templates.Callout
	Address string       // shown once
	Webcal  template.URL // the same, for the program of this device
	Key     string
	Options []feedGroup
	Feeds   []feedLine
}

type feedGroup struct {
	Label   string
	Options []feedOption
}

type feedOption struct{ Value, Text string }

type feedLine struct{ Title, Note, Action, Label string }

// feedsPage shows a person's calendars.
func (b *Board) feedsPage(r *http.Request, v visitor) (string, templates.Site, error) {
	page, err := b.feedList(r.Context(), v)
	page.Lead = templates.Callout{
		Tone: templates.Calm, Label: "Your calendar program can show what gonogo plans.",
		Text: "Make an address, and subscribe to it in Outlook, Google Calendar or Apple Calendar. It follows by itself.",
	}
	return "feeds", feedSite(v, page), err
}

func feedSite(v visitor, page feedPage) templates.Site {
	return templates.Site{Title: "Your calendars", Trail: []templates.Link{{Text: v.who.Name, URL: "/me"}}, Data: page}
}

func (b *Board) feedList(ctx context.Context, v visitor) (feedPage, error) {
	all, p, err := b.Calendars.Feeds(ctx, v.who.ID)
	if err != nil {
		return feedPage{}, err
	}
	page := feedPage{Key: rand.Text(), Options: []feedGroup{
		{Label: "Yours", Options: []feedOption{{"person/" + string(v.who.ID), "My votes, actions, windows and meetings"}}}, {Label: "Environments"}, {Label: "Parties"},
	}}
	for _, e := range p.Environments {
		if !e.Retired {
			page.Options[1].Options = append(page.Options[1].Options, feedOption{"environment/" + string(e.ID), e.Name})
		}
	}
	for _, x := range p.Parties {
		if !x.Retired {
			page.Options[2].Options = append(page.Options[2].Options, feedOption{"party/" + string(x.ID), x.Name})
		}
	}
	for _, f := range all {
		note := "Made " + release.Instant(f.MadeAt, p.Location())
		if f.Owner != v.who.ID {
			note += " by " + p.NameOf(f.Owner)
		}
		page.Feeds = append(page.Feeds, feedLine{
			Title: f.Title(p), Note: note, Action: feedsPath + "/" + strconv.FormatInt(f.ID, 10), Label: "Take back calendar " + strconv.FormatInt(f.ID, 10),
		})
	}
	return page, nil
}

// makeFeed makes a calendar and shows its address, once.
func (b *Board) makeFeed(w http.ResponseWriter, r *http.Request) {
	b.withFeeds(w, r, func(ctx context.Context, v visitor) (feedPage, error) {
		kind, whose, _ := strings.Cut(r.PostForm.Get(fieldWhose), "/")
		in := release.Intent{Key: "feed-page/" + r.PostForm.Get(fieldKey), By: v.who.ID}
		f, token, err := b.Calendars.MakeFeed(ctx, in, release.FeedKind(kind), whose)
		if err != nil {
			return feedPage{}, err
		}
		page, err := b.feedList(ctx, v)
		page.Address = b.feedAddress(r, token)
		_, place, _ := strings.Cut(page.Address, "://")
		page.Webcal = template.URL("webcal://" + place) //nolint:gosec // made here, of letters alone
		page.Lead = templates.Callout{
			Tone: templates.Good, Label: "The calendar of " + f.Title(v.programme) + " is made.",
			Text: "Copy its address now: it is shown this once. Whoever has it can read the calendar, so give it to nobody.",
		}
		return page, err
	})
}

// revokeFeed takes a calendar back.
func (b *Board) revokeFeed(w http.ResponseWriter, r *http.Request) {
	b.withFeeds(w, r, func(ctx context.Context, v visitor) (feedPage, error) {
		id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
		if err != nil {
			return feedPage{}, &release.Refusal{Code: release.CodeNotFound, What: "There is no such calendar.", Why: "Its number is none.", Next: "Take it back on the page of your calendars."}
		}
		f, err := b.Calendars.RevokeFeed(ctx, release.Intent{By: v.who.ID}, id)
		if err != nil {
			return feedPage{}, err
		}
		page, err := b.feedList(ctx, v)
		page.Lead = templates.Callout{
			Tone: templates.Good, Label: "The calendar of " + f.Title(v.programme) + " is taken back.", Text: "Its address answers nobody any more. Take it out of your calendar program too.",
		}
		return page, err
	})
}

// withFeeds does something about the calendars of whoever is signed in, and shows what
// came of it.
func (b *Board) withFeeds(w http.ResponseWriter, r *http.Request, do func(ctx context.Context, v visitor) (feedPage, error)) {
	v, err := b.visitor(r)
	if err != nil {
		b.wayIn(w, r, err)
		return
	}
	if err := r.ParseForm(); err != nil {
		b.refuse(w, r, v, unread(err))
		return
	}
	page, err := do(r.Context(), v)
	if err != nil {
		b.refuse(w, r, v, err)
		return
	}
	b.show(w, r, http.StatusOK, v, "feeds", feedSite(v, page))
}
