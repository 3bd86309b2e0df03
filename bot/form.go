package bot

import (
	"slices"
	"strings"
	"time"
)

// form is what stands in the fields of a form: by block_id, then by action_id.
type form map[string]map[string]field

// field is the state of one element.
type field struct {
	Value    string   `json:"value"`
	Option   *option  `json:"selected_option"`
	Options  []option `json:"selected_options"`
	DateTime int64    `json:"selected_date_time"` // Unix seconds
	Date     string   `json:"selected_date"`      // YYYY-MM-DD
	Files    []file   `json:"files"`
}

type option struct {
	Value string `json:"value"`
}

// field returns the one element of a block.
func (f form) field(block string) field {
	for _, x := range f[block] {
		return x
	}
	return field{}
}

// has tells whether the form has such a block.
func (f form) has(block string) bool { _, ok := f[block]; return ok }

func (f form) text(block string) string { return strings.ToValidUTF8(f.field(block).Value, "�") }

func (f form) choice(block string) string {
	if o := f.field(block).Option; o != nil {
		return o.Value
	}
	return ""
}

func (f form) choices(block string) []string {
	var values []string
	for _, o := range f.field(block).Options {
		values = append(values, o.Value)
	}
	return values
}

func (f form) instant(block string) time.Time {
	seconds := f.field(block).DateTime
	if seconds <= 0 || seconds > 1<<40 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

func (f form) date(block string) string { return f.field(block).Date }

func (f form) files(block string) []file { return f.field(block).Files }

// ids turns texts into ids of the programme.
func ids[T ~string](texts []string) []T {
	all := make([]T, 0, len(texts))
	for _, t := range texts {
		all = append(all, T(t))
	}
	return slices.Clip(all)
}
