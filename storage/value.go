package storage

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// instant is a point in time as both databases keep it: UTC, microseconds, NULL
// when it is zero. It is written as text of a fixed width, which PostgreSQL
// reads as timestamptz and SQLite keeps as it is, so that text sorts as time does.
type instant time.Time //nolint:recvcheck // Scan must change it, Value and GORM want the value

const instantForm = "2006-01-02T15:04:05.000000Z"

// Value returns the instant for the database.
func (i instant) Value() (driver.Value, error) {
	t := time.Time(i)
	if t.IsZero() {
		return nil, nil //nolint:nilnil // NULL is what the zero instant is
	}
	return t.UTC().Truncate(time.Microsecond).Format(instantForm), nil
}

// Scan reads an instant of the database.
func (i *instant) Scan(from any) error {
	switch v := from.(type) {
	case nil:
		*i = instant{}
	case time.Time:
		*i = instant(v.UTC())
	case string:
		t, err := time.Parse(instantForm, v)
		if err != nil {
			return fmt.Errorf("read an instant: %w", err)
		}
		if t.Format(instantForm) != v { // time.Parse forgives what would not sort
			return fmt.Errorf("read an instant: %q has another form", v)
		}
		*i = instant(t)
	default:
		return fmt.Errorf("read an instant from %T", from)
	}
	return nil
}

// GormDataType names the kind of column.
func (instant) GormDataType() string { return "time" }

func (i instant) time() time.Time { return time.Time(i) }

// document is a value that lies in one JSON column.
type document[T any] struct{ V T }

// Value returns the value as canonical JSON.
func (d document[T]) Value() (driver.Value, error) { return canonical(d.V) }

// Scan reads a JSON column.
func (d *document[T]) Scan(from any) error {
	var body []byte
	switch v := from.(type) {
	case string:
		body = []byte(v)
	case []byte:
		body = v
	default:
		return fmt.Errorf("read a document from %T", from)
	}
	var v T
	if err := json.Unmarshal(body, &v); err != nil {
		return fmt.Errorf("read a document: %w", err)
	}
	d.V = v
	return nil
}

// GormDataType names the kind of column.
func (document[T]) GormDataType() string { return "json" }

// canonical returns a value as JSON with sorted keys and without null members,
// so that the same value has the same bytes on every machine.
func canonical(v any) (string, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("write JSON: %w", err)
	}
	in := json.NewDecoder(bytes.NewReader(raw))
	in.UseNumber()
	var tree any
	if err := in.Decode(&tree); err != nil {
		return "", fmt.Errorf("read back JSON: %w", err)
	}
	var out strings.Builder
	to := json.NewEncoder(&out)
	to.SetEscapeHTML(false)
	if err := to.Encode(withoutNulls(tree)); err != nil {
		return "", fmt.Errorf("write canonical JSON: %w", err)
	}
	return strings.TrimSuffix(out.String(), "\n"), nil
}

func withoutNulls(tree any) any {
	switch v := tree.(type) {
	case map[string]any:
		for key, member := range v {
			if member == nil {
				delete(v, key)
			} else {
				v[key] = withoutNulls(member)
			}
		}
	case []any:
		for i := range v {
			v[i] = withoutNulls(v[i])
		}
	}
	return tree
}

// listed returns a list that is never nil, so that JSON has [] for nothing.
func listed[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

// storable returns text that both databases keep: valid UTF-8 without NUL.
func storable(text string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", "\uFFFD"), "\uFFFD")
}
