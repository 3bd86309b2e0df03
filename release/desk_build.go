package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// WithSources lets the Desk look into source control; without it no build can
// be registered.
func (d *Desk) WithSources(s Sources) *Desk {
	d.sources = s
	return d
}

// RegisterBuild registers a build for a release: an id, the source tag it was
// made from, the package's digest and its bill of materials. The tag must exist
// in the system's repository, and the commit it names is kept (R73, R93). What
// is registered never changes; another build pulls back what was decided on the
// one before (R94, M3).
func (d *Desk) RegisterBuild(ctx context.Context, in Intent, number int, b Build) (Build, error) {
	b.Name, b.Tag = strings.TrimSpace(b.Name), strings.TrimSpace(b.Tag)
	b.Digest = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(b.Digest)), "sha256:")
	if problems := b.check(); len(problems) > 0 {
		return b, unfit("The build was not registered.", problems)
	}
	if err := d.lookUp(ctx, in.By, number, &b); err != nil {
		return b, err
	}
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.lockedWithRFC(number)
		if err != nil {
			return err
		}
		if err := a.mayBuild(r); err != nil {
			return err
		}
		if err := r.betrays("The build was not registered.", "It", b); err != nil {
			return err
		}
		others, err := a.BuildsOf(r.Number)
		if err != nil {
			return fmt.Errorf("load the builds of %s: %w", r.Name(), err)
		}
		if slices.ContainsFunc(others, func(o Build) bool { return o.Name == b.Name }) {
			return unfit("The build was not registered.", []FieldProblem{{
				Field: FieldBuild, Why: "A build with this id is registered, and a build never changes (R94): give the new one its own id.",
			}})
		}
		b.Release, b.By, b.At = r.Number, a.by.ID, a.now
		if err := a.AddBuild(&b); err != nil {
			return fmt.Errorf("add build %s to %s: %w", b.Name, r.Name(), err)
		}
		r.Build = b.ID
		if err := a.saveRelease(&r, r.Revision); err != nil {
			return err
		}
		err = a.recordRelease(BuildRegistered, r, map[string]any{
			"build": b.ID, "name": b.Name, "repository": b.Repository, "tag": b.Tag, "commit": b.Commit, "package": b.Digest,
			"bom": BOMDigest(b.BOM), "files": len(b.BOM),
		})
		if err != nil {
			return err
		}
		if err := a.settleDebts(r); err != nil {
			return err
		}
		return a.resettle(&r, fmt.Sprintf("%s registered build %s.", a.by.Name, b.Name))
	})
	return b, err
}

// lookUp finds the commit behind the tag, before any transaction: the host of
// the repository may be slow. Whoever may not register learns it first.
func (d *Desk) lookUp(ctx context.Context, by PersonID, number int, b *Build) error {
	const what = "The build was not registered."
	s, err := d.ReadRelease(ctx, number)
	if err != nil {
		return err
	}
	x, _ := s.Programme.Person(by)
	if err := (&act{programme: s.Programme, by: x}).mayBuild(s.Release); err != nil {
		return err
	}
	system, _ := s.Programme.System(s.Release.Content.System)
	switch {
	case system.Repository == "":
		return refuse(CodeState, what, "The programme file names no repository for "+system.Name+", so that the tag cannot be checked.",
			"Ask the programme's PMO to add it.")
	case d.sources == nil:
		return refuse(CodeState, what, "This installation cannot look into source control.", "Ask the operator.")
	}
	b.Repository = system.Repository
	b.Commit, err = d.sources.Tag(ctx, system.Repository, b.Tag)
	if r, ok := AsRefusal(err); ok {
		r.Fields = []FieldProblem{{Field: FieldTag, Why: r.Why}}
		return r
	}
	if err != nil {
		return fmt.Errorf("look up tag %s in %s: %w", b.Tag, system.Repository, err)
	}
	return nil
}

// Builds returns a release's builds, the newest first.
func (d *Desk) Builds(ctx context.Context, number int) ([]Build, error) {
	var all []Build
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		all, err = tx.BuildsOf(number)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load the builds of %s: %w", ReleaseName(number), err)
	}
	return all, nil
}

// mayBuild refuses whoever does not build for the provider, and a release that
// takes no build any more.
func (a *act) mayBuild(r Release) error {
	const what = "The build was not registered."
	p, provider := a.programme, r.Provider(a.programme)
	builds := slices.ContainsFunc([]Role{BuildManager, DevOps, DevelopmentTeamLead, DevelopmentManager, ReleaseManager}, func(role Role) bool {
		return a.by.Holds(role, provider)
	})
	party, _ := p.Party(provider)
	switch {
	case a.by.Retired || (!builds && !p.MayPlan(a.by, r)):
		return refuse(CodeForbidden, what, "Builds of this system are registered by the people who build it at "+party.Name+".",
			"Ask "+p.NameOf(r.Content.Owner)+".")
	case r.Stage == Planning:
		return refuse(CodeState, what, "The release is still being planned.", "`/release next "+r.Name()+"` moves it on to Build & package.")
	case !r.Stage.InFlight():
		return refuse(CodeState, what, "Its deployment has begun, and what is prepared for it is static.", "Roll it back, or plan a new release.")
	}
	return nil
}
