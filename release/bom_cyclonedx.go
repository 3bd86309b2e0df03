package release

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// cycloneDX is what gonogo reads of a CycloneDX document; the names are the
// standard's.
type cycloneDX struct {
	BOMFormat   string `json:"bomFormat"`
	SpecVersion string `json:"specVersion"`
	SPDXVersion string `json:"spdxVersion"` // of another standard, to say so
	Metadata    struct {
		Timestamp string       `json:"timestamp"`
		Component cdxComponent `json:"component"`
	} `json:"metadata"`
	Components []cdxComponent `json:"components"`
}

type cdxComponent struct {
	Group   string `json:"group"`
	Name    string `json:"name"`
	Version string `json:"version"`
	Hashes  []struct {
		Alg     string `json:"alg"`
		Content string `json:"content"`
	} `json:"hashes"`
	Properties []struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	} `json:"properties"`
	Pedigree struct {
		Patches []struct {
			Resolves []cdxIssue `json:"resolves"`
		} `json:"patches"`
	} `json:"pedigree"`
	ReleaseNotes struct {
		Resolves []cdxIssue `json:"resolves"`
	} `json:"releaseNotes"`
	Components []cdxComponent `json:"components"`
}

type cdxIssue struct {
	ID string `json:"id"`
}

// The versions of CycloneDX that are read. From 1.7 on a component may be
// something that the build only expects to find, which is no file of it.
var cdxVersions = []string{"1.4", "1.5", "1.6"}

// readCycloneDX reads the components of a document and the components inside
// them. The thing that the document describes as a whole is the build itself
// and no line of it; so is an assembly that has parts and no digest of its own.
func (l *bomList) readCycloneDX(data []byte) error {
	var doc cycloneDX
	if err := json.Unmarshal(data, &doc); err != nil {
		return noJSON(data, err)
	}
	switch {
	case doc.SPDXVersion != "":
		return noBOM("It is SPDX.", "Export CycloneDX 1.4 to 1.6 as JSON, or use CSV.")
	case doc.BOMFormat != "CycloneDX":
		return noBOM("It is JSON, but its bomFormat is not CycloneDX.", bomFormats)
	case !slices.Contains(cdxVersions, doc.SpecVersion):
		return noBOM(fmt.Sprintf("It is CycloneDX %s.", quoted(doc.SpecVersion)), "Export it as CycloneDX 1.4, 1.5 or 1.6.")
	}
	day := doc.Metadata.Timestamp
	if err := l.addComponents("metadata.component.", day, doc.Metadata.Component.Components); err != nil {
		return err
	}
	return l.addComponents("", day, doc.Components)
}

func (l *bomList) addComponents(path, day string, components []cdxComponent) error {
	for i, c := range components {
		if len(l.lines) == MaxBOMLines {
			return tooManyLines()
		}
		number := fmt.Sprintf("%s%d", path, i+1)
		if len(c.Components) == 0 || len(c.Hashes) > 0 {
			l.add(fmt.Sprintf("component %s (%s)", number, quoted(c.Name)), c.line(day))
		}
		if err := l.addComponents(number+".", day, c.Components); err != nil {
			return err
		}
	}
	return nil
}

// line returns the component as a line. Its day is its property date or
// gonogo:date, else the document's.
func (c cdxComponent) line(day string) BOMLine {
	b := BOMLine{File: c.Name, Version: c.Version, Date: day}
	if c.Group != "" && c.Name != "" {
		b.File = c.Group + "/" + c.Name
	}
	for _, p := range c.Properties {
		if p.Name == "date" || p.Name == "gonogo:date" {
			b.Date = p.Value
		}
	}
	if at, err := time.Parse(time.RFC3339, b.Date); err == nil {
		b.Date = at.Format(time.DateOnly)
	}
	for _, h := range c.Hashes {
		if h.Alg == "SHA-256" && h.Content != b.Digest {
			b.Digest = strings.TrimSpace(b.Digest + " " + h.Content) // two different ones are none
		}
	}
	issues := c.ReleaseNotes.Resolves
	for _, p := range c.Pedigree.Patches {
		issues = append(issues, p.Resolves...)
	}
	for _, issue := range issues {
		b.Fixes = append(b.Fixes, issue.ID)
	}
	return b
}

func noJSON(data []byte, err error) *Refusal {
	const next = "Export it as CycloneDX JSON once more."
	if bad, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return noBOM(fmt.Sprintf("Line %d: %s is not what CycloneDX has there.", lineAt(data, int(bad.Offset)), quoted(bad.Field)), next)
	}
	if bad, ok := errors.AsType[*json.SyntaxError](err); ok {
		return noBOM(fmt.Sprintf("Line %d is not JSON.", lineAt(data, int(bad.Offset))), next)
	}
	return noBOM("It is not JSON.", next)
}
