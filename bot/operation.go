package bot

import (
	"context"
	"strings"
	"time"

	"gonogo.dev/release"
)

// operationVerb plans an operation on an environment, shows one or all, and says
// how one goes: "/env operation", "SIT A backup", "3", "3 start", "3 done", "3 failed
// why", "3 cancel why".
func operationVerb(ctx context.Context, b *Bot, c Call) (reply, error) {
	switch {
	case c.submitted() && c.meta.Form == formEnd:
		return b.endOperation(ctx, c, c.meta.Seen, c.meta.Part == endFailed)
	case c.submitted():
		return b.planOperation(ctx, c)
	case c.Args == "":
		return b.operationsPage(ctx, c)
	}
	word, rest := cutWord(c.Args)
	if id := int64(atoi(strings.Trim(word, "`#:,."))); id > 0 {
		return b.operationStep(ctx, c, id, rest)
	}
	e, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return reply{}, err
	}
	kind, err := operationKind(rest)
	if err != nil {
		return reply{}, err
	}
	return b.operationFormFor(ctx, c, e, kind)
}

// The forms of an operation's end, and how it ended.
const (
	formEnd   = "end"
	endDone   = "done"
	endFailed = "failed"
)

// operationKind reads a kind as people type it; nothing is none yet.
func operationKind(text string) (release.OperationKind, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	for _, k := range release.OperationKinds() {
		if folded(text) == folded(string(k)) || (k == release.DataLoad && folded(text) == "dataload") || (k == release.Restore && folded(text) == "restore") {
			return k, nil
		}
	}
	return "", refuse(release.CodeInvalid, "Nothing was done.", "“"+clip(text, 40)+"” is not a kind of operation.",
		"Write backup, export, data load, refresh or rollback behind the environment, or nothing.")
}

// operationStep shows an operation or says how it goes.
func (b *Bot) operationStep(ctx context.Context, c Call, id int64, rest string) (reply, error) {
	word, words := cutWord(rest)
	switch lower(word) {
	case "":
		v, err := b.desk.ReadOperation(ctx, c.By.ID, id)
		if err != nil {
			return reply{}, err
		}
		return reply{page: operationPage(v, c.now, b.banner)}, nil
	case "start":
		v, err := b.desk.StartOperation(ctx, c.Intent(), id)
		if err != nil {
			return reply{}, err
		}
		return reply{page: operationPage(v, c.now, b.banner), wrote: true}, nil
	case "cancel":
		v, err := b.desk.CancelOperation(ctx, c.Intent(), id, words)
		if err != nil {
			return reply{}, err
		}
		return reply{page: operationPage(v, c.now, b.banner), wrote: true}, nil
	case endDone, endFailed:
		return b.operationEnd(ctx, c, id, lower(word), words)
	}
	return reply{}, refuse(release.CodeInvalid, "Nothing was done.", "“"+clip(word, 40)+"” is not a step of an operation.",
		"`/env operation "+itoa(int(id))+" start`, `done`, `failed WHY` or `cancel WHY`.")
}

// operationEnd ends an operation as typed, or asks for what is missing: why it
// failed, and which versions a refresh or rollback left.
func (b *Bot) operationEnd(ctx context.Context, c Call, id int64, how, words string) (reply, error) {
	v, err := b.desk.ReadOperation(ctx, c.By.ID, id)
	if err != nil {
		return reply{}, err
	}
	asks := (how == endFailed && words == "") || (how == endDone && v.Operation.Content.Kind.Replaces())
	if asks && v.Operation.State == release.OperationRunning {
		installed, err := b.desk.EnvironmentAt(ctx, c.By.ID, v.Operation.Content.Environment, time.Time{})
		if err != nil {
			return reply{}, err
		}
		return reply{modal: b.operationEndForm(v, installed.Installed, how, words)}, nil
	}
	v, err = b.desk.EndOperation(ctx, c.Intent(), id, release.OperationEnd{Failed: how == endFailed, Words: words})
	if err != nil {
		return reply{}, err
	}
	return reply{page: operationPage(v, c.now, b.banner), wrote: true}, nil
}

// endOperation reads the form of an operation's end.
func (b *Bot) endOperation(ctx context.Context, c Call, id int64, failed bool) (reply, error) {
	versions, err := release.ParseVersions(c.form.text(release.FieldVersions), c.Programme)
	if err != nil {
		return reply{}, err
	}
	v, err := b.desk.EndOperation(ctx, c.Intent(), id, release.OperationEnd{Failed: failed, Words: c.form.text(release.FieldResult), Versions: versions})
	if err != nil {
		return reply{}, err
	}
	return reply{page: operationPage(v, c.now, b.banner), wrote: true}, nil
}

// planOperation plans what was filled in. What follows the release process goes on
// with its RFC, of which everything that is known stands there already (R45).
func (b *Bot) planOperation(ctx context.Context, c Call) (reply, error) {
	v, err := b.desk.PlanOperation(ctx, c.Intent(), operationOf(c))
	if err != nil {
		return reply{}, err
	}
	if v.RFC.Number == 0 {
		p := operationPage(v, c.now, b.banner)
		return reply{page: p.note("Everybody impacted is told by mail and in the board's channel; nobody votes."), wrote: true}, nil
	}
	releases, err := b.governable(ctx)
	if err != nil {
		return reply{}, err
	}
	why := "A " + v.Operation.Content.Kind.String() + " follows the release process (R45)."
	if !c.Programme.Policy.RouteOf(v.Operation.Content.Kind, false) {
		why = "It needs an outage, so that the release process applies (R45)."
	}
	told := &release.Refusal{
		What: "Operation " + itoa(int(v.Operation.ID)) + " was not announced.", Why: why,
		Next: v.RFC.Name() + " is drafted for it: say how risky it is and raise it. With its Go the operation may start, in its window.",
	}
	return reply{modal: b.rfcForm(c, rfcForm{verb: "raise", rfc: v.RFC, content: v.RFC.Content, releases: releases, refused: told}), wrote: true}, nil
}
