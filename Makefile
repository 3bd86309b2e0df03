# What a developer types. Everything else is in the scripts under .ci/ or in the Go code itself.
.DEFAULT_GOAL := help
GO ?= go
LINT := $(GO) tool -modfile=.ci/tools.mod golangci-lint
FUZZTIME ?= 5s
# The race detector watches everything but SQLite itself, which is C translated to Go: watched, a story on it takes 1.7 times as long.
RACE := -race '-gcflags=modernc.org/...=-race=false'
BENCHTIME ?= 2s

.PHONY: help run test lint bench fuzz golden build clean

## help: show this list
help:
	@sed -n 's/^## \([a-z]*\): /make \1\t/p' $(MAKEFILE_LIST) | expand -t 14

## run: play with gonogo in the browser, nothing to set up
run:
	$(GO) run ./cmd/gonogo rehearse

## test: run every test with the race detector (brings PostgreSQL and Chromium first where it can)
test:
	@.ci/need cc git postgresql chromium
	$(GO) test $(RACE) -vet=off -timeout 60m ./...

## lint: hold the house rules: arrows, habits, format, go.mod
lint:
	$(LINT) config verify
	$(LINT) run
	$(GO) mod tidy -diff

## bench: measure votes and mails beside their floors, pages and reports beside ever longer histories
bench:
	@.ci/need postgresql
	$(GO) test -run '^$$' -bench . -benchtime $(BENCHTIME) -timeout 30m $$(.ci/list bench)

## fuzz: a few seconds of each fuzz target (FUZZTIME=1m for longer)
fuzz:
	@.ci/list fuzz | while read -r package target; do \
		$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) "$$package" </dev/null || exit 1; \
	done

## golden: write the golden files anew, to be read with git diff
golden:
	@.ci/need git postgresql chromium
	$(GO) test -count=1 $$(.ci/list golden) -update
	git --no-pager diff --stat

## build: the static binary that the image carries, in bin/gonogo
build:
	CGO_ENABLED=0 $(GO) build -trimpath -tags timetzdata -ldflags '-s -w' -o bin/gonogo ./cmd/gonogo

## clean: remove what was built
clean:
	rm -rf bin
