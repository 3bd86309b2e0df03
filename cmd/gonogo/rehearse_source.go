package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/storer"

	"gonogo.dev/release"
)

// boxedSources is the source control of a rehearsal: for every repository of
// the programme file a bare one on this machine, so that builds can be
// registered without any git host. What is pushed there with git counts too.
type boxedSources map[string]string // address to folder

// boxedVersions are the versions of which every system of a rehearsal has
// source: the first ones that people come to, emergencies on older lines
// included. Each has a tag such as v1.0.1.0 and, for when its build has to be
// made once more, v1.0.1.0-build2.
var boxedVersions = []string{
	"1.0.0.0", "1.0.0.1", "1.0.0.2", "1.0.1.0", "1.0.1.1", "1.0.2.0", "1.1.0.0", "1.1.0.1", "1.1.1.0", "1.2.0.0",
	"2.0.0.0", "2.0.0.1", "2.0.1.0", "2.1.0.0", "3.0.0.0",
}

// openBoxedSources makes the repositories that are not there yet.
func openBoxedSources(dir string, p release.Programme) (boxedSources, error) {
	sources := boxedSources{}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder for the sources: %w", err)
	}
	for _, s := range p.Systems {
		if s.Repository == "" || sources[s.Repository] != "" {
			continue
		}
		folder := filepath.Join(dir, string(s.ID)+".git")
		if err := makeBoxed(folder, s.Name); err != nil {
			return nil, fmt.Errorf("make a repository for %s: %w", s.ID, err)
		}
		sources[s.Repository] = folder
	}
	return sources, nil
}

// Tag implements release.Sources.
func (b boxedSources) Tag(_ context.Context, repository, tag string) (string, error) {
	if why := release.CheckTag(tag); why != "" {
		return "", badSource(why)
	}
	folder, known := b[repository]
	if !known {
		return "", noAnswer(repository, git.ErrRepositoryNotExists)
	}
	found, err := boxedTags(folder)
	if err != nil {
		return "", noAnswer(repository, err)
	}
	return found.commit(repository, tag)
}

// boxedTags reads the tags of a folder as a git host lists them.
func boxedTags(folder string) (tags, error) {
	repository, err := git.PlainOpen(folder)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", filepath.Base(folder), err)
	}
	refs, err := repository.Tags()
	if err != nil {
		return nil, fmt.Errorf("list its tags: %w", err)
	}
	found := tags{}
	err = refs.ForEach(func(ref *plumbing.Reference) error {
		found[ref.Name().String()] = ref.Hash().String()
		commit, err := repository.ResolveRevision(plumbing.Revision(ref.Name()))
		if err != nil {
			return fmt.Errorf("follow %s: %w", ref.Name(), err)
		}
		found[ref.Name().String()+"^{}"] = commit.String()
		return nil
	})
	return found, err //nolint:wrapcheck // it is wrapped where it happens
}

// makeBoxed makes a bare repository, whole or not at all; the same for the same
// name on every machine.
func makeBoxed(folder, name string) error {
	if _, err := os.Stat(folder); err == nil || !errors.Is(err, os.ErrNotExist) {
		return err //nolint:wrapcheck // it names the folder
	}
	half, err := os.MkdirTemp(filepath.Dir(folder), "half-")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	if err := fillBoxed(half, name); err != nil {
		return errors.Join(err, os.RemoveAll(half))
	}
	if err := os.Rename(half, folder); err != nil {
		return fmt.Errorf("name the repository: %w", err)
	}
	return nil
}

func fillBoxed(folder, name string) error {
	main := plumbing.NewBranchReferenceName("main")
	repository, err := git.PlainInitWithOptions(folder, &git.PlainInitOptions{Bare: true, InitOptions: git.InitOptions{DefaultBranch: main}})
	if err != nil {
		return fmt.Errorf("begin a repository: %w", err)
	}
	s := repository.Storer
	var parents []plumbing.Hash
	at := time.Date(2023, time.January, 9, 9, 0, 0, 0, time.UTC)
	for _, version := range boxedVersions {
		for _, tag := range []string{"v" + version, "v" + version + "-build2"} {
			commit, err := boxedCommit(s, name+" "+tag, at, parents)
			if err != nil {
				return err
			}
			if err := boxedTag(s, tag, at, commit); err != nil {
				return err
			}
			parents, at = []plumbing.Hash{commit}, at.AddDate(0, 0, 7)
		}
	}
	if err := s.SetReference(plumbing.NewHashReference(main, parents[0])); err != nil {
		return fmt.Errorf("name the branch: %w", err)
	}
	return nil
}

func boxedAuthor(at time.Time) object.Signature {
	return object.Signature{Name: "Rehearsal", Email: "rehearsal@gonogo.example", When: at}
}

// boxedCommit keeps a commit with one file, VERSION, that says what it is.
func boxedCommit(s storer.EncodedObjectStorer, text string, at time.Time, parents []plumbing.Hash) (plumbing.Hash, error) {
	blob := s.NewEncodedObject()
	blob.SetType(plumbing.BlobObject)
	w, err := blob.Writer()
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("write VERSION: %w", err)
	}
	if _, err := w.Write([]byte(text + "\n")); err != nil {
		return plumbing.ZeroHash, fmt.Errorf("write VERSION: %w", err)
	}
	file, err := s.SetEncodedObject(blob)
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("keep VERSION: %w", err)
	}
	tree, err := boxedObject(s, &object.Tree{Entries: []object.TreeEntry{{Name: "VERSION", Mode: filemode.Regular, Hash: file}}})
	if err != nil {
		return plumbing.ZeroHash, err
	}
	return boxedObject(s, &object.Commit{
		Author: boxedAuthor(at), Committer: boxedAuthor(at), Message: text + "\n", TreeHash: tree, ParentHashes: parents,
	})
}

// boxedTag keeps an annotated tag.
func boxedTag(s storer.Storer, tag string, at time.Time, commit plumbing.Hash) error {
	id, err := boxedObject(s, &object.Tag{
		Name: tag, Tagger: boxedAuthor(at), Message: tag + "\n", TargetType: plumbing.CommitObject, Target: commit,
	})
	if err != nil {
		return err
	}
	if err := s.SetReference(plumbing.NewHashReference(plumbing.NewTagReferenceName(tag), id)); err != nil {
		return fmt.Errorf("name tag %s: %w", tag, err)
	}
	return nil
}

func boxedObject(s storer.EncodedObjectStorer, o object.Object) (plumbing.Hash, error) {
	encoded := s.NewEncodedObject()
	if err := o.Encode(encoded); err != nil {
		return plumbing.ZeroHash, fmt.Errorf("write a %s: %w", o.Type(), err)
	}
	id, err := s.SetEncodedObject(encoded)
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("keep a %s: %w", o.Type(), err)
	}
	return id, nil
}
