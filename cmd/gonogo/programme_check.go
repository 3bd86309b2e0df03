package main

import (
	"fmt"
	"io/fs"
	"net/mail"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// checker finds what the shape of a file does not show: names that lead
// nowhere, things said twice, times that do not exist.
type checker struct {
	*reader
	file *programmeFile
	// beside is the folder of the programme file; nil where it stands alone.
	beside fs.FS
	// calendars are the programme's with all their days, once they are checked.
	calendars []release.Calendar
}

// The most entries that one of Slack's menus shows; a menu of releases also
// offers "none yet".
const slackMenu = 100

func (c *checker) check() {
	c.checkTimes()
	c.checkCalendars()
	c.checkParties()
	c.checkPeople()
	c.checkSystems()
	c.checkEnvironments()
	c.checkRoadmap()
	c.checkSchedules()
	c.checkLists()
	c.checkMeetings()
	c.checkOperations()
	c.checkCommunications()
	c.checkRACI()
	c.checkPolicy()
}

func (c *checker) checkTimes() {
	c.checkZone("zone", c.file.Zone)
	for i, day := range c.file.Holidays {
		path := fmt.Sprintf("holidays[%d]", i)
		c.checkDay(path, day)
		if first := slices.Index(c.file.Holidays, day); first < i {
			c.sayf(path, "“%s” is listed before, as holidays[%d]; keep one", day, first)
		}
	}
}

func (c *checker) checkZone(path, zone string) {
	if _, err := time.LoadLocation(zone); err != nil || zone == "Local" {
		c.sayf(path, "“%s” is not a time zone; write an IANA name such as Europe/London", plain(zone, 40))
	}
}

func (c *checker) checkDay(path string, day dateText) {
	if _, err := time.Parse(time.DateOnly, string(day)); day != "" && err != nil {
		c.sayf(path, "“%s” is not in the calendar; write a day that exists", day)
	}
}

func (c *checker) checkParties() {
	unique(c, "parties", "id", partyFile.key, c.file.Parties)
	unique(c, "parties", "name", func(p partyFile) string { return p.Name }, c.file.Parties)
	c.fitsMenu("parties", len(c.file.Parties), slackMenu)
	for i, p := range c.file.Parties {
		if p.ID == release.PartyID(release.OfProgramme) || p.ID == release.PartyID(release.OfProvider) {
			c.sayf(fmt.Sprintf("parties[%d].id", i), "“%s” has a meaning of its own in seats; choose another id", p.ID)
		}
	}
}

func (p partyFile) key() string { return string(p.ID) }

func (c *checker) checkPeople() {
	unique(c, "people", "id", func(p personFile) string { return string(p.ID) }, c.file.People)
	unique(c, "people", "mail", func(p personFile) string { return strings.ToLower(p.Mail) }, c.file.People)
	accounts := map[release.SlackID]string{}
	for i, p := range c.file.People {
		path := fmt.Sprintf("people[%d]", i)
		if p.ID == release.Operator {
			c.sayf(path+".id", "“%s” is whoever applies this file; choose another id", p.ID)
		}
		if p.Zone != "" {
			c.checkZone(path+".zone", p.Zone)
		}
		if a, err := mail.ParseAddress(p.Mail); err != nil || a.Address != p.Mail {
			c.sayf(path+".mail", "“%s” is not a mail address; write it bare, such as ada@dip.example", plain(p.Mail, 40))
		}
		for j, account := range p.Slack {
			at := fmt.Sprintf("%s.slack[%d]", path, j)
			id := account.in(c.file.Slack.Team)
			if first, taken := accounts[id]; taken {
				c.sayf(at, "“%s” is taken by %s; an account belongs to one person", plain(string(account), 40), first)
				continue
			}
			accounts[id] = at
		}
		for j, h := range p.Roles {
			at := fmt.Sprintf("%s.roles[%d]", path, j)
			refer(c, at+".party", "a party", h.Party, c.partyIDs())
			if first := slices.Index(p.Roles, h); first < j {
				c.sayf(at, "is the same as roles[%d]; keep one", first)
			}
		}
	}
}

func (c *checker) checkSystems() {
	unique(c, "systems", "id", func(s systemFile) string { return string(s.ID) }, c.file.Systems)
	unique(c, "systems", "name", func(s systemFile) string { return s.Name }, c.file.Systems)
	c.fitsMenu("systems", len(c.file.Systems), slackMenu)
	for i, s := range c.file.Systems {
		if why := release.CheckRepository(s.Repository); s.Repository != "" && why != "" {
			c.sayf(fmt.Sprintf("systems[%d].repository", i), "%s", why) // not shown itself: it may hold a password
		}
		at := fmt.Sprintf("systems[%d].party", i)
		refer(c, at, "a party", s.Party, c.partyIDs())
		for _, p := range c.file.Parties {
			if p.ID == s.Party && p.Kind != "" && p.Kind != release.CoreProvider {
				c.sayf(at, "“%s” is of the kind %s; systems belong to a core-provider (R8)", p.ID, p.Kind)
			}
		}
	}
}

func (c *checker) checkEnvironments() {
	unique(c, "environments", "id", func(e environmentFile) string { return string(e.ID) }, c.file.Environments)
	unique(c, "environments", "name", func(e environmentFile) string { return e.Name }, c.file.Environments)
	unique(c, "phases", "name", func(p phaseFile) string { return p.Name }, c.file.Phases)
	c.fitsMenu("environments", len(c.file.Environments), slackMenu)
	var ids []release.EnvironmentID
	for _, e := range c.file.Environments {
		ids = append(ids, e.ID)
	}
	for i, p := range c.file.Phases {
		refer(c, fmt.Sprintf("phases[%d].environment", i), "an environment", p.Environment, ids)
	}
	for i, e := range c.file.Environments {
		c.checkEnvironment(fmt.Sprintf("environments[%d]", i), e, ids)
	}
}

func (c *checker) checkRoadmap() {
	unique(c, "roadmap", "id", func(p plannedFile) string { return strings.ToLower(string(p.ID)) }, c.file.Roadmap)
	c.fitsMenu("roadmap", len(c.file.Roadmap), slackMenu-1)
	for i, p := range c.file.Roadmap {
		c.checkDay(fmt.Sprintf("roadmap[%d].date", i), p.Date)
	}
}

func (c *checker) checkLists() {
	unique(c, "lists", "id", func(l listFile) string { return string(l.ID) }, c.file.Lists)
	var ids []release.PersonID
	for _, p := range c.file.People {
		ids = append(ids, p.ID)
	}
	for i, l := range c.file.Lists {
		for j, id := range l.People {
			at := fmt.Sprintf("lists[%d].people[%d]", i, j)
			refer(c, at, "a person", id, ids)
			if first := slices.Index(l.People, id); first < j {
				c.sayf(at, "“%s” is on the list before; keep one", plain(string(id), 40))
			}
		}
	}
	lists := each(c.file.Lists, func(l listFile) listID { return l.ID })
	for i, id := range c.file.Policy.NoteLists {
		at := fmt.Sprintf("policy.note-lists[%d]", i)
		refer(c, at, "a distribution list", id, lists)
		if first := slices.Index(c.file.Policy.NoteLists, id); first < i {
			c.sayf(at, "“%s” is named before; keep one", plain(string(id), 40))
		}
	}
}

func (c *checker) partyIDs() []release.PartyID {
	ids := make([]release.PartyID, len(c.file.Parties))
	for i, p := range c.file.Parties {
		ids[i] = p.ID
	}
	return ids
}

func (c *checker) fitsMenu(path string, n, most int) {
	if n > most {
		c.sayf(path, "has %d entries; a menu in Slack shows %d", n, most)
	}
}

// unique checks that no two items of a list have the same key, and an id's form.
func unique[T any](c *checker, list, key string, of func(T) string, items []T) {
	first := map[string]int{}
	for i, item := range items {
		path := fmt.Sprintf("%s[%d].%s", list, i, key)
		value := of(item)
		if key == "id" && list != "roadmap" && !idForm.pattern.MatchString(value) {
			c.sayf(path, "“%s” is not an id; write %s", plain(value, 40), idForm.example)
		}
		if j, taken := first[value]; taken && value != "" {
			c.sayf(path, "“%s” is taken by %s[%d]; choose another %s", plain(value, 40), list, j, key)
			continue
		}
		first[value] = i
	}
}

// refer checks that an id leads somewhere.
func refer[S ~string](c *checker, path, noun string, id S, known []S) {
	if slices.Contains(known, id) && id != "" {
		return
	}
	choices := slices.DeleteFunc(words(known), func(x string) bool { return !idForm.pattern.MatchString(x) })
	c.sayf(path, "“%s” is not %s; %s", plain(string(id), 40), noun, orMean(string(id), choices))
}
