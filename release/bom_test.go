package release_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

const (
	zeros  = "0000000000000000000000000000000000000000000000000000000000000000"
	aaas   = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	csvTop = "file,version,date,digest,fixes\n"
)

// A bill of materials is file, version, date, digest and what each file fixes
// (R78); both formats and every way of writing them give the same lines.
func TestParseBOM(t *testing.T) {
	want := []release.BOMLine{
		{File: "elexon/settle.jar", Version: "1.3", Date: "2026-11-20", Digest: "sha256:" + aaas, Fixes: []string{"CR-031", "DEF-1187"}},
		{File: "schema.sql", Version: "1.2", Date: "2026-11-19", Digest: "sha256:" + zeros},
	}
	for name, data := range map[string]string{
		"plain": csvTop + "elexon/settle.jar,1.3,2026-11-20," + aaas + ",DEF-1187 CR-031\nschema.sql,1.2,2026-11-19," + zeros + ",\n",
		"from a spreadsheet": "\ufeffDate;Fixes;Digest;File;Version\r\n" +
			"2026-11-19;;sha256:" + zeros + ";schema.sql;1.2\r\n;;;;\r\n\r\n" +
			"2026-11-20;\"DEF-1187; CR-031, CR-031\";SHA-256:" + strings.ToUpper(aaas) + ";\"elexon/settle.jar\"; 1.3 \r\n",
		"other headings": "SHA256,Version,Filename,Date,Fixes\n" + zeros + ",1.2,schema.sql,2026-11-19,\n" +
			aaas + ",1.3,elexon/settle.jar,2026-11-20,CR-031 DEF-1187\n",
		"CycloneDX": readFile(t, "bom.cdx.json"),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := release.ParseBOM([]byte(data))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func csvRow(file, version, date, digest string) string {
	return strings.Join([]string{file, version, date, digest, ""}, ",") + "\n"
}

func cdx(spec, components string) string {
	return `{"bomFormat":"CycloneDX","specVersion":"` + spec + `","metadata":{"timestamp":"2026-11-20T10:00:00Z"},"components":[` + components + `]}`
}

// Every mistake is told with its place and what to do; nothing of the file is kept.
func TestFaultyBOM(t *testing.T) {
	good := csvRow("a.jar", "1", "2026-11-20", zeros)
	for name, test := range map[string]struct{ data, want string }{
		"empty":             {" \n", "It is empty."},
		"only a header":     {csvTop, "It lists no file."},
		"XML":               {`<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>`, "Export CycloneDX as JSON"},
		"a spreadsheet":     {"PK\x03\x04rest", "Save the sheet as CSV"},
		"UTF-16":            {"\xff\xfef\x00i\x00", "UTF-16"},
		"Latin 1":           {csvTop + "z\xfcrich.jar,1,2026-11-20," + zeros + ",\n", "Line 2 has bytes that are not UTF-8."},
		"zero bytes":        {csvTop + "a\x00", "zero bytes"},
		"too big":           {strings.Repeat("x", release.MaxBOMBytes+1), "4194305 bytes; 4194304 at most"},
		"too many":          {csvTop + manyRows(release.MaxBOMLines+1), "more than 20000 lines"},
		"no digest column":  {"file,version,date\n", "Line 1: the column digest is missing."},
		"unknown column":    {"\nfile,version,date,digest,fix\n", "Line 2: column 5 is headed “fix”, which is not known."},
		"column twice":      {"file,filename,version,date,digest\n", "the column file is there twice"},
		"open quotes":       {csvTop + `"a.jar,1`, "Line 2 is not CSV"},
		"a short row":       {csvTop + good + "b.jar,1\n", "line 3: 2 cells where the header row has 5."},
		"no file":           {csvTop + csvRow("", "1", "2026-11-20", zeros), "line 2: the file is missing."},
		"an invisible file": {csvTop + csvRow("\u200b", "1", "2026-11-20", zeros), "line 2: the file has characters that do not show."},
		"a turned file":     {csvTop + csvRow("a\u202erj", "1", "2026-11-20", zeros), "line 2: the file has characters that do not show."},
		"a long file":       {csvTop + csvRow(strings.Repeat("é", 201), "1", "2026-11-20", zeros), "line 2: the file has 201 characters; 200 at most."},
		"no version":        {csvTop + csvRow("a", " ", "2026-11-20", zeros), "line 2: the version is missing."},
		"a British day":     {csvTop + csvRow("a", "1", "20/11/2026", zeros), "line 2: “20/11/2026” is no day; write it like 2026-11-23."},
		"no such day":       {csvTop + csvRow("a", "1", "2026-02-29", zeros), "“2026-02-29” is no day"},
		"no day":            {csvTop + csvRow("a", "1", "", zeros), "line 2: the date is missing."},
		"no digest":         {csvTop + csvRow("a", "1", "2026-11-20", ""), "line 2: the digest is missing; give the SHA-256 of the file."},
		"MD5":               {csvTop + csvRow("a", "1", "2026-11-20", "d41d8cd98f00b204e9800998ecf8427e"), "is no SHA-256; give its 64 hex digits."},
		"SHA-512 said":      {csvTop + csvRow("a", "1", "2026-11-20", "sha512:"+zeros), "is no SHA-256"},
		"a fix's id":        {csvTop + "a,1,2026-11-20," + zeros + ",DEF<1>\n", "line 2: “DEF<1>” is not the id of a fix"},
		"many fixes":        {csvTop + "a,1,2026-11-20," + zeros + "," + manyFixes(21) + "\n", "line 2: 21 fixes; 20 at most."},
		"a file twice":      {csvTop + good + csvRow(" a.jar", "2", "2026-11-20", aaas), "line 3: “a.jar” was already given at line 2"},
		"two mistakes":      {csvTop + csvRow("a", "1", "soon", "x"), "line 2: “soon” is no day; write it like 2026-11-23. line 2: “x” is no SHA-256"},
		"seven mistakes":    {csvTop + strings.Repeat(csvRow("a", "1", "soon", zeros), 7), "And 2 more."},
		"broken JSON":       {"{\n\"bomFormat\": \"CycloneDX\",\n]", "Line 3 is not JSON."},
		"cut JSON":          {`{"bomFormat":`, "Line 1 is not JSON."},
		"two documents":     {cdx("1.6", "") + "{}", "is not JSON"},
		"a list":            {"[]", "is not what CycloneDX has there"},
		"a wrong type":      {"{\"bomFormat\":\"CycloneDX\",\n\"components\":[{\"name\":7}]}", "Line 2: “components.name” is not what CycloneDX has there."},
		"SPDX":              {`{"spdxVersion":"SPDX-2.3"}`, "It is SPDX."},
		"other JSON":        {`{"name":"x"}`, "its bomFormat is not CycloneDX"},
		"CycloneDX 1.3":     {cdx("1.3", ""), "It is CycloneDX “1.3”."},
		"CycloneDX 1.7":     {cdx("1.7", ""), "Export it as CycloneDX 1.4, 1.5 or 1.6."},
		"no component":      {cdx("1.6", ""), "It lists no file."},
		"no SHA-256":        {cdx("1.6", `{"name":"a","version":"1","hashes":[{"alg":"SHA-512","content":"`+zeros+zeros+`"}]}`), "component 1 (“a”): the digest is missing"},
		"two SHA-256":       {cdx("1.5", `{"name":"a","version":"1","hashes":[{"alg":"SHA-256","content":"`+zeros+`"},{"alg":"SHA-256","content":"`+aaas+`"}]}`), "is no SHA-256"},
		"a wrong part":      {cdx("1.4", `{"name":"a","components":[{"name":"b"}]}`), "component 1.1 (“b”): the version is missing."},
		"a wrong property": {cdx("1.4", `{"name":"a","version":"1","properties":[{"name":"date","value":"today"}],"hashes":[{"alg":"SHA-256","content":"`+zeros+`"}]}`),
			"component 1 (“a”): “today” is no day"},
	} {
		t.Run(name, func(t *testing.T) {
			lines, err := release.ParseBOM([]byte(test.data))
			r := refused(t, err, release.CodeInvalid)
			if lines != nil || !strings.Contains(r.Error(), test.want) {
				t.Errorf("%d lines, %q; want %q in it", len(lines), r, test.want)
			}
			if r.Next == "" || utf8.RuneCountInString(r.Why) > 1500 {
				t.Errorf("what to do next is %q, the reason has %d bytes", r.Next, len(r.Why))
			}
		})
	}
}

func manyRows(n int) string {
	var rows strings.Builder
	for i := range n {
		rows.WriteString(csvRow(fmt.Sprintf("f%d", i), "1", "2026-11-20", zeros))
	}
	return rows.String()
}

func manyFixes(n int) string {
	var ids []string
	for i := range n {
		ids = append(ids, fmt.Sprintf("D-%d", i))
	}
	return strings.Join(ids, " ")
}

// As many lines as are allowed are read.
func TestBOMOfTheLargestSize(t *testing.T) {
	lines, err := release.ParseBOM([]byte(csvTop + manyRows(release.MaxBOMLines)))
	if err != nil || len(lines) != release.MaxBOMLines {
		t.Errorf("%d lines, %v", len(lines), err)
	}
}

// A decision names the digest of the bill of materials (M3): the same files
// have the same digest in any order, any other file, version, day, digest or
// fix has another one.
func TestBOMDigest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := drawBOM(t)
		digest := release.BOMDigest(lines)
		shuffled := rapid.Permutation(lines).Draw(t, "shuffled")
		for i, b := range shuffled {
			shuffled[i].Fixes = rapid.Permutation(b.Fixes).Draw(t, "fixes")
		}
		if got := release.BOMDigest(shuffled); got != digest {
			t.Fatalf("%v has the digest %s, in another order %s", lines, digest, got)
		}
		if diff := release.DiffBOM(lines, shuffled); len(diff) > 0 {
			t.Fatalf("the same files differ in %v", diff)
		}
		other := drawBOM(t)
		differ := release.BOMDigest(other) != digest
		if diff := release.DiffBOM(lines, other); differ != (len(diff) > 0) {
			t.Fatalf("%v and %v: digests differ: %v, shown: %v", lines, other, differ, diff)
		}
	})
}

// A digest that was decided on stays what it was for ever (M3).
func TestBOMDigestIsFixed(t *testing.T) {
	const fixed = "sha256:67796449212200a7522a649fbf94f7a32ef6eade38372a0c59f1c0c3c2d2a07b"
	if got := release.BOMDigest(twoFiles()); got != fixed {
		t.Errorf("it became %s", got)
	}
}

func twoFiles() []release.BOMLine {
	return []release.BOMLine{
		{File: "settle.jar", Version: "1.2", Date: "2026-11-19", Digest: "sha256:" + zeros},
		{File: "schema.sql", Version: "7", Date: "2026-11-19", Digest: "sha256:" + zeros, Fixes: []string{"DEF-1", "DEF-2"}},
	}
}

// drawBOM draws few files of few words, so that two of them are often alike.
func drawBOM(t *rapid.T) []release.BOMLine {
	line := rapid.Custom(func(t *rapid.T) release.BOMLine {
		return release.BOMLine{
			File:    rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "file"),
			Version: rapid.SampledFrom([]string{"1", "2"}).Draw(t, "version"),
			Date:    rapid.SampledFrom([]string{"2026-11-19", "2026-11-20"}).Draw(t, "date"),
			Digest:  "sha256:" + rapid.SampledFrom([]string{zeros, aaas}).Draw(t, "digest"),
			Fixes:   rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"D-1", "D-2"}), 0, 2, rapid.ID[string]).Draw(t, "fixes"),
		}
	})
	return rapid.SliceOfNDistinct(line, 0, 3, func(b release.BOMLine) string { return b.File }).Draw(t, "bom")
}

// What changed between two builds is shown file by file (M3, R94).
func TestDiffBOM(t *testing.T) {
	before := append(twoFiles(), release.BOMLine{File: "gone.txt", Version: "1", Date: "2026-11-19", Digest: "sha256:" + zeros})
	after := []release.BOMLine{
		{File: "added.txt", Version: "1.0", Date: "2026-11-20", Digest: "sha256:" + aaas},
		{File: "schema.sql", Version: "7", Date: "2026-11-20", Digest: "sha256:" + aaas, Fixes: []string{"DEF-2", "DEF-1"}},
		{File: "settle.jar", Version: "1.3", Date: "2026-11-20", Digest: "sha256:" + aaas, Fixes: []string{"DEF-3"}},
	}
	want := []release.Change{
		{Field: "added.txt", After: "1.0"},
		{Field: "gone.txt", Before: "1"},
		{Field: "schema.sql", Before: "2026-11-19, sha256 000000000000…", After: "2026-11-20, sha256 aaaaaaaaaaaa…"},
		{Field: "settle.jar", Before: "1.2, fixes nothing", After: "1.3, fixes DEF-3"},
	}
	if diff := cmp.Diff(want, release.DiffBOM(before, after)); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
}

func FuzzParseBOM(f *testing.F) {
	for _, seed := range []string{
		csvTop + csvRow("a.jar", "1", "2026-11-20", zeros), "\ufefffile;version;date;digest\r\na;1;2026-11-20;" + aaas + "\r\n",
		cdx("1.6", `{"group":"g","name":"a","version":"1","hashes":[{"alg":"SHA-256","content":"`+zeros+`"}],"components":[{"name":"b"}]}`),
		"<bom/>", "{", "[", "\"", ",,,\n", "\xff\xfe", csvTop + "\"a\nb\",1,2,3,4",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, err := release.ParseBOM(data)
		if err != nil {
			r := refused(t, err, release.CodeInvalid)
			if n := utf8.RuneCountInString(r.Error()); n > 1500 || r.Next == "" || !utf8.ValidString(r.Error()) {
				t.Fatalf("a refusal of %d characters: %q", n, r)
			}
			return
		}
		if len(lines) == 0 || !slices.IsSortedFunc(lines, func(a, b release.BOMLine) int { return strings.Compare(a.File, b.File) }) {
			t.Fatalf("%d lines, not sorted: %v", len(lines), lines)
		}
		// What was read can be written in the strict form and is read back the same.
		again, err := release.ParseBOM([]byte(asCycloneDX(t, lines)))
		if err != nil {
			t.Fatalf("%v is read back as %v", lines, err)
		}
		if diff := cmp.Diff(lines, again); diff != "" || release.BOMDigest(lines) != release.BOMDigest(again) {
			t.Fatalf("read back (-want +got):\n%s", diff)
		}
	})
}

// asCycloneDX writes lines as CycloneDX.
func asCycloneDX(t *testing.T, lines []release.BOMLine) string {
	t.Helper()
	type m = map[string]any
	var components []m
	for _, b := range lines {
		resolves := []m{}
		for _, id := range b.Fixes {
			resolves = append(resolves, m{"type": "defect", "id": id})
		}
		components = append(components, m{
			"type": "file", "name": b.File, "version": b.Version,
			"hashes":       []m{{"alg": "SHA-256", "content": strings.TrimPrefix(b.Digest, "sha256:")}},
			"properties":   []m{{"name": "gonogo:date", "value": b.Date}},
			"releaseNotes": m{"type": "patch", "resolves": resolves},
		})
	}
	body, err := json.Marshal(m{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components})
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
