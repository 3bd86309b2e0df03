package workspace_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/chromedp"
	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

const evil = `"><img src=x onerror=hacked=1><script>hacked=1</script>{{.}}'`

// Hostile names, texts, ids and mails neither run nor break anything, and the page breaks none of its own rules.
func TestPageHostile(t *testing.T) {
	b := open(t, func(c *workspace.Config) {
		c.People = append(c.People, workspace.Person{UserID: "U7", Name: evil, Title: evil, Party: evil})
		c.Channels = append(c.Channels, workspace.Channel{ID: "C7", Name: evil, Topic: evil})
		c.Tries, c.Banner, c.TeamName = []string{evil}, evil, evil
		c.Commands = append(c.Commands, workspace.Command{Name: "/" + evil, Description: evil})
		c.Mails = func() []workspace.Mail {
			return []workspace.Mail{{ID: evil, Subject: evil, From: evil, To: []string{evil}, Header: evil, Text: evil}}
		}
	})
	button := slack.NewButtonBlockElement(evil, evil, plain(evil))
	button.URL = "javascript:hacked=1"
	pick := slack.NewOptionsSelectBlockElement("static_select", plain(evil), "pick", slack.NewOptionBlockObject(evil, plain("x"), nil))
	table := slack.NewTableBlock("tab")
	table.AddRow(slack.NewTableRawTextCell(evil), slack.NewTableRawNumberCell(7),
		slack.NewTableRichTextCell(slack.NewRichTextSection(slack.NewRichTextSectionTextElement(evil, nil))))
	_, _, err := b.api.PostMessage("C7", slack.MsgOptionText(evil, false), slack.MsgOptionBlocks(
		slack.NewHeaderBlock(plain(evil)), slack.NewActionBlock(evil, button, pick), table,
		slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", evil+" *"+evil+"* <https://x.example/"+evil+"|"+evil+">", false, false), nil, nil),
		slack.NewImageBlock("https://x.example/"+evil, evil, "", nil),
		slack.NewRichTextBlock("", slack.NewRichTextSection(slack.NewRichTextSectionLinkElement("javascript:hacked=1", evil, nil)))))
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Say(b.ctx, "U7", "C7", "", evil); err != nil {
		t.Fatal(err)
	}
	ctx := browse(t, 1280, 860)
	run(t, ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, cdplog.Enable, cdp.Empty{})
		return err
	}))
	entries := make(chan string, 100)
	events := chromedp.Events(ctx, cdplog.EntryAdded)
	go func() {
		for e, err := range events {
			if err != nil {
				return
			}
			entries <- e.Entry.Text
		}
	}()
	for _, place := range []string{"C7", "mail&m=" + url.QueryEscape(evil), "home"} {
		run(t, ctx, chromedp.Navigate(b.server.URL+"/?as=U7&c="+place), chromedp.WaitVisible(testid("you")))
		if got := value[bool](t, ctx, `typeof hacked !== "undefined" || document.scripts.length !== 1 || document.querySelector("[onerror],img,[href^=javascript]") !== null`); got {
			t.Errorf("%s: hostile text became part of the page", place)
		}
		nameless := value[string](t, ctx, `[...document.querySelectorAll("input,select,textarea,button,a,summary,dialog[open]")].filter((e) =>
			!(e.ariaLabel || e.getAttribute("aria-labelledby") || e.labels?.length || e.textContent.trim())).map((e) => e.outerHTML).join("\n")`)
		if nameless != "" {
			t.Errorf("%s: a screen reader has no name for\n%s", place, nameless)
		}
	}
	shot(t, ctx, "14-hostile")
	// A violation on purpose marks the end of the log and proves that violations are heard.
	value[bool](t, ctx, `document.body.setAttribute("style", "color: red"), true`)
	select {
	case e := <-entries:
		if !strings.Contains(e, "style-src") {
			t.Errorf("the browser complains: %s", e)
		}
	case <-ctx.Done():
		t.Error("the browser's log was not heard")
	}
}
