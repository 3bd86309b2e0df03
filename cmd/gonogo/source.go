package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5"
	gitconfig "github.com/go-git/go-git/v5/config"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/transport"
	"golang.org/x/sync/singleflight"

	"gonogo.dev/release"
)

// lookWithin is how long a look into source control may take. Who asks from
// Slack waits less.
const lookWithin = 10 * time.Second

// gitSources looks into git repositories on any host, as `git ls-remote` does:
// nothing is fetched and nothing is kept. ssh goes with the keys of the agent
// and the hosts that the operator knows, https with the credentials of the
// environment, each to its own host alone.
type gitSources struct {
	credentials gitCredentials
	// flights holds one question per repository. A host that takes the question
	// and never answers so keeps at most one of them waiting, however often
	// people ask.
	flights singleflight.Group
}

// sources returns what looks into source control.
func (c config) sources() release.Sources {
	if c.Sources != nil {
		return c.Sources
	}
	return &gitSources{credentials: c.Git}
}

// tags are the tags of a repository by their full names. What an annotated tag
// leads to stands under its name with ^{} behind it, as git itself lists it.
type tags map[string]string

// Tag implements release.Sources.
func (s *gitSources) Tag(ctx context.Context, repository, tag string) (string, error) {
	if why := release.CheckRepository(repository); why != "" {
		return "", badSource("The repository's address " + why + ".")
	}
	if why := release.CheckTag(tag); why != "" {
		return "", badSource(why)
	}
	found, err := s.list(ctx, repository)
	if err != nil {
		return "", noAnswer(repository, err)
	}
	return found.commit(repository, tag)
}

// list asks the host for all tags of a repository; people who ask at the same
// time share the answer.
func (s *gitSources) list(ctx context.Context, repository string) (tags, error) {
	shared := context.WithoutCancel(ctx)
	answer := s.flights.DoChan(repository, func() (any, error) {
		asking, cancel := context.WithTimeout(shared, lookWithin)
		defer cancel()
		return s.ask(asking, repository)
	})
	waiting, cancel := context.WithTimeout(ctx, lookWithin)
	defer cancel()
	select {
	case <-waiting.Done():
		return nil, waiting.Err()
	case a := <-answer:
		found, _ := a.Val.(tags)
		return found, a.Err
	}
}

func (s *gitSources) ask(ctx context.Context, repository string) (tags, error) {
	remote := git.NewRemote(nil, &gitconfig.RemoteConfig{Name: "asked", URLs: []string{repository}})
	refs, err := remote.ListContext(ctx, &git.ListOptions{PeelingOption: git.AppendPeeled, Auth: s.credentials.of(repository)})
	if errors.Is(err, transport.ErrEmptyRemoteRepository) {
		return tags{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list its tags: %w", err)
	}
	found := tags{}
	for _, ref := range refs {
		if ref.Type() == plumbing.HashReference && strings.HasPrefix(ref.Name().String(), "refs/tags/") {
			found[ref.Name().String()] = ref.Hash().String()
		}
	}
	return found, nil
}

// commit returns what a tag names; an annotated tag is followed. A tag that is
// not there is refused, with the one that was probably meant.
func (t tags) commit(repository, tag string) (string, error) {
	name := "refs/tags/" + tag
	if commit, annotated := t[name+"^{}"]; annotated {
		return commit, nil
	}
	if commit, ok := t[name]; ok {
		return commit, nil
	}
	why := repository + " has no tag of that name."
	if near, ok := nearest(tag, t.names()); ok {
		why = repository + " has no tag of that name; did you mean " + near + "?"
	}
	return "", &release.Refusal{
		Code: release.CodeNotFound, What: "There is no tag " + plain(tag, release.MaxTag) + ".", Why: why,
		Next: "Push the tag, or name another one.",
	}
}

// mostTags bounds among how many tags the one that was meant is searched.
const mostTags = 1000

func (t tags) names() []string {
	var names []string
	for name := range t {
		if !strings.HasSuffix(name, "^{}") {
			names = append(names, strings.TrimPrefix(name, "refs/tags/"))
		}
	}
	slices.Sort(names)
	return names[:min(len(names), mostTags)]
}

func badSource(why string) error {
	return &release.Refusal{
		Code: release.CodeInvalid, What: "The source tag was not looked up.", Why: why,
		Next: "Correct it; the repository is in the programme file.",
	}
}

// noAnswer is the refusal for a host that did not show its tags, whatever the
// reason is: a build of which nobody knows where it comes from is none (R93).
func noAnswer(repository string, err error) error {
	if errors.Is(err, transport.ErrRepositoryNotFound) || errors.Is(err, git.ErrRepositoryNotExists) {
		return &release.Refusal{
			Code: release.CodeNotFound, What: "The source tag was not found.",
			Why:  "The repository " + repository + " does not exist, or gonogo may not read it.",
			Next: "Ask the operator to correct the system's repository in the programme file, or to let gonogo read it.",
		}
	}
	why := plain(err.Error(), 200)
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		why = "it did not answer in time"
	case errors.Is(err, transport.ErrAuthenticationRequired), errors.Is(err, transport.ErrAuthorizationFailed):
		why = "it does not exist, or gonogo may not read it"
	}
	return &release.Refusal{
		Code: release.CodeUnreachable, What: "The source tag could not be looked up.", Why: repository + ": " + why + ".",
		Next: "Nothing was changed. Try again in a minute; if it stays so, ask the operator to look.",
	}
}
