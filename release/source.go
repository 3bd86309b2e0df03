package release

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// CodeUnreachable says that something outside gonogo which the act depends on
// did not answer. Nothing is decided on a guess: trying again is safe.
const CodeUnreachable Code = "unreachable"

// The longest names of source control that are accepted, in runes.
const (
	MaxRepository = 300
	MaxTag        = 100
)

// Sources looks into source control. A build names a tag from which it can be
// made again (R73, R93); whether it exists is never believed, it is looked up.
type Sources interface {
	// Tag returns the commit that a tag of a repository names, in full hex; an
	// annotated tag is followed to its commit. A repository or tag that does not
	// exist is a *Refusal, and so is a host that cannot be reached or does not
	// answer in time (CodeUnreachable): fail closed. It changes nothing anywhere.
	Tag(ctx context.Context, repository, tag string) (commit string, err error)
}

var (
	scpForm  = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._-]*@([A-Za-z0-9.-]+):[A-Za-z0-9_~./][A-Za-z0-9_~./+-]*$`)
	hostForm = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$`)
	ipv6Form = regexp.MustCompile(`^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$`)
)

// CheckRepository tells why an address of a git repository is not accepted;
// empty accepts it. It is https://, ssh:// or git://, or user@host:path. It
// never holds a password, which would be shown wherever the address is, and
// nothing in it reads as an option or a command to any git.
func CheckRepository(address string) string {
	n := utf8.RuneCountInString(address)
	switch {
	case address == "":
		return "is empty; write the address of a git repository"
	case n > MaxRepository:
		return fmt.Sprintf("has %d characters; %d at most", n, MaxRepository)
	case !utf8.ValidString(address) || strings.ContainsFunc(address, isHidden) || strings.ContainsAny(address, " \\\"'`<>|$;"):
		return "has characters that no repository's address has"
	case strings.HasPrefix(address, "-"):
		return "begins with -, which reads as an option"
	case strings.Contains(address, "::"):
		if before, _, _ := strings.Cut(address, "::"); !strings.Contains(before, "://[") {
			return "names a helper program before ::; write the plain address"
		}
	}
	if m := scpForm.FindStringSubmatch(address); m != nil {
		return checkHost(m[1])
	}
	u, err := url.Parse(address)
	if err != nil {
		return repositoryForms
	}
	return checkRepositoryURL(u)
}

const repositoryForms = "is no git address; write https://host/path, ssh://git@host/path, git://host/path or git@host:path"

func checkRepositoryURL(u *url.URL) string {
	switch {
	case u.Scheme != "https" && u.Scheme != "ssh" && u.Scheme != "git", u.Opaque != "":
		return repositoryForms
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.HasSuffix(u.String(), "#"):
		return "has a ? or # in it; write the address that git clone takes"
	case strings.Trim(u.Path, "/") == "" || strings.ContainsFunc(u.Path, isHidden):
		return "names a host but no repository on it"
	}
	return cmp.Or(checkUser(u), checkPort(u), checkHost(u.Hostname()))
}

func checkPort(u *url.URL) string {
	if u.Port() == "" && !strings.HasSuffix(u.Host, ":") {
		return ""
	}
	if port, err := strconv.Atoi(u.Port()); err != nil || port < 1 || port > 65535 {
		return "has a port that does not exist"
	}
	return ""
}

// checkUser wants no name before the host but ssh's, and never a password.
func checkUser(u *url.URL) string {
	if u.User == nil {
		return ""
	}
	if _, password := u.User.Password(); password || u.Scheme != "ssh" {
		return "has a name or password before the host; take it out, it would be shown wherever the address is"
	}
	if !userForm.MatchString(u.User.Username()) {
		return "has a user's name before the host that no git host has"
	}
	return ""
}

var userForm = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$`)

func checkHost(host string) string {
	if !hostForm.MatchString(host) && !ipv6Form.MatchString(host) {
		return "has no host's name where one belongs"
	}
	return ""
}

// CheckTag tells why a text cannot be the name of a tag, by git's own rules;
// empty accepts it. The name stands without refs/tags/ before it.
func CheckTag(name string) string {
	n := utf8.RuneCountInString(name)
	switch {
	case name == "":
		return "Name the tag, for example v1.2.0.0."
	case n > MaxTag:
		return fmt.Sprintf("The tag's name has %d characters; %d at most.", n, MaxTag)
	case strings.HasPrefix(name, "refs/"):
		return "Write the tag's name without refs/tags/ before it."
	case !utf8.ValidString(name) || strings.ContainsFunc(name, isHidden) || strings.ContainsAny(name, " ~^:?*[\\"):
		return quoted(name) + " is no tag: git allows no blanks and none of ~ ^ : ? * [ \\ in it."
	case !tagShaped(name):
		return quoted(name) + " is a name that git gives no tag."
	}
	return ""
}

// tagShaped holds what git wants of a tag's name besides its characters.
func tagShaped(name string) bool {
	if name[0] == '-' || name == "HEAD" || strings.Contains(name, "..") || strings.Contains(name, "@{") || strings.HasSuffix(name, ".") {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || strings.HasPrefix(part, ".") || strings.HasSuffix(part, ".lock") {
			return false
		}
	}
	return true
}
