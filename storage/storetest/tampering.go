package storetest

import (
	"strings"
	"testing"
)

// to5 is an entry in the middle of the log.
const to5 = ` WHERE sealed_index = 5`

// forgery is a change behind storage's back and what is said of it.
type forgery struct {
	statements []string
	place      int64 // of the first fault; -1: about the whole
	why        string
}

// forgeries change each column and each table of the ledger.
func forgeries() map[string]forgery {
	return map[string]forgery{
		"at":        {[]string{`UPDATE ledger_entries SET at = '2026-11-23T12:00:00.000001Z'` + to5}, 5, "changed"},
		"kind":      {[]string{`UPDATE ledger_entries SET kind = 'rfc-raised'` + to5}, 5, "changed"},
		"subject":   {[]string{`UPDATE ledger_entries SET subject = 'ballot/9'` + to5}, 5, "changed"},
		"release":   {[]string{`UPDATE ledger_entries SET release = 9` + to5}, 5, "changed"},
		"rfc":       {[]string{`UPDATE ledger_entries SET rfc = 9` + to5}, 5, "changed"},
		"by":        {[]string{`UPDATE ledger_entries SET by_person = 'eve'` + to5}, 5, "changed"},
		"intent":    {[]string{`UPDATE ledger_entries SET intent = 'other'` + to5}, 5, "changed"},
		"no intent": {[]string{`UPDATE ledger_entries SET intent = NULL` + to5}, 5, "changed"},
		"data":      {[]string{`UPDATE ledger_entries SET data = '{"n":6}'` + to5}, 5, "changed"},
		"blank":     {[]string{`UPDATE ledger_entries SET data = replace(CAST(data AS text), ',', ', ')%JSON%` + to5}, 5, "changed"},
		"id":        {[]string{`UPDATE ledger_entries SET id = 999` + to5}, 5, "changed"},
		"first":     {[]string{`UPDATE ledger_entries SET rfc = 9 WHERE sealed_index IN (0, 5)`}, 0, "changed"},
		"deleted":   {[]string{`DELETE FROM ledger_entries` + to5}, 5, "missing"},
		"unsealed":  {[]string{`UPDATE ledger_entries SET sealed_index = NULL` + to5}, 5, "missing"},
		"reordered": {[]string{
			`UPDATE ledger_entries SET sealed_index = 1000` + to5, `UPDATE ledger_entries SET sealed_index = 5 WHERE sealed_index = 7`,
			`UPDATE ledger_entries SET sealed_index = 7 WHERE sealed_index = 1000`,
		}, 5, "sealed at place 7"},
		"last deleted": {[]string{`DELETE FROM ledger_entries WHERE sealed_index = 10`}, 10, "missing"},
		"cut with hashes": {[]string{
			`DELETE FROM ledger_entries WHERE sealed_index >= 8`, `DELETE FROM ledger_hashes WHERE id >= 15`,
		}, 8, "missing"},
		"cut with head": {[]string{
			`DELETE FROM ledger_entries WHERE sealed_index >= 8`, `UPDATE ledger_head SET size = 8`,
		}, 8, "cut off"},
		"cut with everything": {[]string{
			`DELETE FROM ledger_entries WHERE sealed_index >= 8`, `DELETE FROM ledger_hashes WHERE id >= 15`,
			`UPDATE ledger_head SET size = 8`,
		}, -1, "of 11 entries"},
		"all deleted": {[]string{`DELETE FROM ledger_entries`}, 0, "missing"},
		"extra": {[]string{`INSERT INTO ledger_entries (at, kind, subject, rfc, by_person, data, sealed_index)
			VALUES ('2026-11-23T12:00:00.000000Z', 'k', 's', 0, 'eve', '{}', 11)`}, 11, "not in the log"},
		"below": {[]string{`INSERT INTO ledger_entries (at, kind, subject, rfc, by_person, data, sealed_index)
			VALUES ('2026-11-23T12:00:00.000000Z', 'k', 's', 0, 'eve', '{}', -1)`}, -1, "outside"},
		"leaf hash":  {[]string{`UPDATE ledger_hashes SET hash = (SELECT hash FROM ledger_hashes WHERE id = 0) WHERE id = 3`}, 2, "changed"},
		"inner hash": {[]string{`UPDATE ledger_hashes SET hash = (SELECT hash FROM ledger_hashes WHERE id = 0) WHERE id = 2`}, 1, "hash over"},
		"hash gone":  {[]string{`DELETE FROM ledger_hashes WHERE id = 4`}, 3, "missing"},
		"hash more":  {[]string{`INSERT INTO ledger_hashes (id, hash) SELECT 999, hash FROM ledger_hashes WHERE id = 0`}, 11, "behind"},
		"size":       {[]string{`UPDATE ledger_head SET size = 12`}, 11, "missing"},
		"signature":  {[]string{`UPDATE ledger_head SET checkpoint = replace(checkpoint, 'gonogo', 'gonoga')`}, -1, "not signed"},
		"empty":      {[]string{`UPDATE ledger_head SET checkpoint = ''`}, -1, "not signed"},
	}
}

// testTampering shows that the first entry that does not fit is named.
func testTampering(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.fill(10)
	d.sealAll()
	restore := d.keepLedger()
	for name, one := range forgeries() {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			for _, statement := range one.statements {
				json := ""
				if d.onPostgres() {
					json = "::json"
				}
				d.exec(strings.ReplaceAll(statement, "%JSON%", json))
			}
			v := d.verify()
			if v.OK() || v.Faults[0].Index != one.place || !strings.Contains(v.Faults[0].String(), one.why) {
				t.Errorf("want place %d, “%s”, got %v", one.place, one.why, v.Faults)
			}
			restore()
			if v := d.verify(); !v.OK() {
				t.Errorf("restored: %v", v.Faults)
			}
		})
	}
}

// keepLedger returns what puts the ledger back to what it is now.
func (d *desk) keepLedger() func() {
	tables := []string{"ledger_entries", "ledger_hashes", "ledger_head"}
	for _, table := range tables {
		//nolint:unqueryvet // a copy of the whole
		d.exec(`CREATE TABLE kept_` + table + ` AS SELECT * FROM ` + table)
	}
	return func() {
		for _, table := range tables {
			d.exec(`DELETE FROM ` + table)
			//nolint:unqueryvet // a copy of the whole
			d.exec(`INSERT INTO ` + table + ` SELECT * FROM kept_` + table)
		}
	}
}
