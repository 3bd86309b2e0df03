package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Version names a release of one system with four numbers, one for each type
// from major to emergency (R21). Every system counts its own (R24).
type Version struct {
	Major     int `json:"major"`
	Minor     int `json:"minor"`
	Patch     int `json:"patch"`
	Emergency int `json:"emergency"`
}

// The longest number of a version in digits, and the highest.
const (
	versionDigits = 9
	versionMost   = 999_999_999
)

// ParseVersion reads "1.0.10.0", with or without a v before it: four whole
// numbers, written one way only, so that a text and a version are one to one.
// Anything else is a Refusal.
func ParseVersion(text string) (Version, error) {
	parts := strings.Split(strings.TrimPrefix(text, "v"), ".")
	if len(parts) != 4 {
		return Version{}, refuseVersion(text, "A version has four numbers with dots between them.")
	}
	var numbers [4]int
	for i, part := range parts {
		digits := strings.Trim(part, "0123456789") == ""
		switch {
		case part == "" || !digits:
			return Version{}, refuseVersion(text, "Between the dots there is something other than a whole number.")
		case len(part) > versionDigits:
			return Version{}, refuseVersion(text, fmt.Sprintf("Each number has at most %d digits.", versionDigits))
		case len(part) > 1 && part[0] == '0':
			return Version{}, refuseVersion(text, "A number is written without zeros before it.")
		}
		number, err := strconv.Atoi(part)
		if err != nil {
			return Version{}, fmt.Errorf("read version %q: %w", Clip(text, 60), err)
		}
		numbers[i] = number
	}
	if numbers == [4]int{} {
		return Version{}, refuseVersion(text, "A system's first version is 1.0.0.0.")
	}
	return versionOf(numbers), nil
}

func refuseVersion(text, why string) error {
	return refuse(CodeInvalid, fmt.Sprintf("“%s” is not a version.", Clip(strings.ToValidUTF8(text, "�"), 40)), why,
		"Write major, minor, patch and emergency number, such as 1.0.10.0.")
}

// String returns "1.0.10.0".
func (v Version) String() string {
	return fmt.Sprintf("%d.%d.%d.%d", v.Major, v.Minor, v.Patch, v.Emergency)
}

// IsZero tells whether no version was given.
func (v Version) IsZero() bool { return v == Version{} }

// Compare orders versions by their numbers, never by their text: 1.0.10.0 comes
// after 1.0.9.0 (T9). It is negative when v comes before o, 0 when they are equal.
func (v Version) Compare(o Version) int {
	a, b := v.numbers(), o.numbers()
	return slices.Compare(a[:], b[:])
}

// MarshalText returns the version as text; no version is the empty text.
func (v Version) MarshalText() ([]byte, error) {
	if v.IsZero() {
		return []byte{}, nil
	}
	return []byte(v.String()), nil
}

// UnmarshalText reads what MarshalText wrote.
func (v *Version) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*v = Version{}
		return nil
	}
	read, err := ParseVersion(string(text))
	if err != nil {
		return err
	}
	*v = read
	return nil
}

// Line returns the line on which releases of a type are counted when they build
// on v: 1.0.1.7 is counted on the line 1.0.1.0 as an emergency (T11, T13) and on
// 1.0.0.0 as a patch. Majors, and what is no type, have one line: the zero version.
func (v Version) Line(t ReleaseType) Version {
	numbers := v.numbers()
	clear(numbers[max(0, place(t)):])
	return versionOf(numbers)
}

// Next returns the number of the next release of a type that builds on base:
// one more than the highest ever taken on its line, every subordinate number
// back at 0 (R22, R23). Taken are all numbers ever allocated for the system,
// those of abandoned releases among them, so that none is given twice (T10).
// A major builds on nothing and its base is ignored; a system's first release is
// a major. What cannot be counted is a Refusal.
func Next(t ReleaseType, base Version, taken []Version) (Version, error) {
	if err := checkBase(t, base, taken); err != nil {
		return Version{}, err
	}
	line := base.Line(t)
	highest := line
	for _, v := range taken {
		if v.Line(t) == line && v.Compare(highest) > 0 {
			highest = v
		}
	}
	numbers, at := highest.numbers(), place(t)
	if numbers[at] >= versionMost {
		return Version{}, refuse(CodeState, "There is no number left for this release.",
			fmt.Sprintf("%s is the last that can be counted on its line.", highest), "Choose a higher release type.")
	}
	numbers[at]++
	clear(numbers[at+1:])
	return versionOf(numbers), nil
}

// checkBase refuses a type that is none, and a base that a release of the type
// cannot build on.
func checkBase(t ReleaseType, base Version, taken []Version) error {
	const what = "This release cannot be numbered."
	switch {
	case place(t) < 0:
		return refuse(CodeInvalid, what, fmt.Sprintf("“%s” is not a release type.", Clip(string(t), 40)),
			"Choose major, minor, patch or emergency.")
	case t == Major:
		return nil
	case len(taken) == 0:
		return refuse(CodeState, what, "The system has no release yet, and its first one is a major.", "Choose the type major.")
	case base.IsZero():
		return refuse(CodeInvalid, what, fmt.Sprintf("It is not said which release this %s builds on.", t),
			"Name the version it builds on.")
	case !slices.Contains(taken, base):
		return refuse(CodeNotFound, what, fmt.Sprintf("The system has no release %s to build on.", base),
			"Name a version that the system has.")
	}
	return nil
}

func (v Version) numbers() [4]int { return [4]int{v.Major, v.Minor, v.Patch, v.Emergency} }

func versionOf(n [4]int) Version {
	return Version{Major: n[0], Minor: n[1], Patch: n[2], Emergency: n[3]}
}

// place is the place of a type's number in a version, -1 for what is no type.
func place(t ReleaseType) int { return slices.Index(ReleaseTypes(), t) }
