package main

import "gonogo.dev/release"

// programmeFile is the programme file as people write it. The structs of this
// file name its keys once: the reader (yaml tags), the JSON Schema that editors
// read (jsonschema tags) and the mapping to release.Programme share them. A key
// is required unless its tag says omitempty.
type programmeFile struct {
	Name         string            `yaml:"name" jsonschema:"maxLength=80" jsonschema_description:"The programme's full name."`
	Short        string            `yaml:"short" jsonschema:"maxLength=12" jsonschema_description:"The short name, which stands before every mail's subject."`
	Zone         string            `yaml:"zone" jsonschema:"example=Europe/London" jsonschema_description:"The IANA time zone of the programme's schedules, deadlines and dates."`
	Calendar     calendarName      `yaml:"calendar" jsonschema_description:"The id of the calendar by which the programme works: england-and-wales, one listed under calendars, or none, which leaves only the days listed under holidays."`
	Calendars    []calendarFile    `yaml:"calendars,omitempty" jsonschema_description:"The calendars that parties work by besides england-and-wales, which needs no declaring."`
	Holidays     []dateText        `yaml:"holidays,omitempty" jsonschema_description:"Days besides the calendar's on which nobody works, such as a one-off bank holiday."`
	Slack        slackFile         `yaml:"slack" jsonschema_description:"The programme's places in Slack, by id: names differ between workspaces and change."`
	Parties      []partyFile       `yaml:"parties" jsonschema:"minItems=1" jsonschema_description:"The organisations of the programme. One that is taken out is retired, never deleted."`
	People       []personFile      `yaml:"people" jsonschema:"minItems=1" jsonschema_description:"Everybody who acts or is told. Somebody who is taken out is retired, never deleted."`
	Systems      []systemFile      `yaml:"systems" jsonschema:"minItems=1" jsonschema_description:"What the parties release. Versions count per system."`
	Environments []environmentFile `yaml:"environments" jsonschema:"minItems=1" jsonschema_description:"The shared test environments."`
	Phases       []phaseFile       `yaml:"phases,omitempty" jsonschema_description:"The test phases and the environment each of them runs in."`
	Roadmap      []plannedFile     `yaml:"roadmap,omitempty" jsonschema_description:"The planned releases."`
	Policy       policyFile        `yaml:"policy" jsonschema_description:"Who decides, and how. A decision is always read against the version of the policy it was taken under."`
	RACI         raciFile          `yaml:"raci" jsonschema_description:"Who is Responsible, Accountable, Consulted and Informed, for each activity and column. R and A act, C is asked, I is told."`
	Schedules    []scheduleFile    `yaml:"schedules" jsonschema_description:"The reports that go out by themselves, and when."`
	Lists        []listFile        `yaml:"lists,omitempty" jsonschema_description:"Groups of people who are mailed together."`
	Meetings     []meetingFile     `yaml:"meetings,omitempty" jsonschema_description:"When the board and the working group meet, and how long minutes may be corrected."`
	Operations   []operationFile   `yaml:"operations,omitempty" jsonschema_description:"How backups, exports, data loads, refreshes and rollbacks of the environments are done."`

	Communications []communicationFile `yaml:"communications,omitempty" jsonschema_description:"What is told of every release: the lines its communication plan begins with. People add to it, change and drop lines until they are sent."`
}

type slackFile struct {
	Team slackTeam    `yaml:"team" jsonschema_description:"The workspace's id, beginning with T (an organisation's grid: E)."`
	RCB  slackChannel `yaml:"rcb" jsonschema_description:"The id of the Release Control Board's channel, beginning with C."`
}

type partyFile struct {
	ID       release.PartyID   `yaml:"id" jsonschema_description:"The party's stable key, which everything else refers to."`
	Name     string            `yaml:"name" jsonschema:"maxLength=60" jsonschema_description:"The name people read."`
	Kind     release.PartyKind `yaml:"kind" jsonschema_description:"programme runs the programme, core-provider releases systems, participant tests against them."`
	Group    string            `yaml:"group,omitempty" jsonschema:"maxLength=60" jsonschema_description:"The stakeholder group, such as Supplier or (I)DNO."`
	Calendar calendarName      `yaml:"calendar,omitempty" jsonschema_description:"The id of the calendar by which the party works; the programme's when it is left out."`
}

type personFile struct {
	ID    release.PersonID `yaml:"id" jsonschema_description:"The person's stable key, which never changes even if the name does."`
	Name  string           `yaml:"name" jsonschema:"maxLength=60" jsonschema_description:"The name people read."`
	Mail  string           `yaml:"mail" jsonschema:"format=email,maxLength=254" jsonschema_description:"The mail address, without a name or angle brackets."`
	Slack []slackAccount   `yaml:"slack,omitempty" jsonschema_description:"The person's Slack accounts: U0123ABC in the programme's workspace, T0456DEF/U0123ABC in another one."`
	Roles []holdingFile    `yaml:"roles" jsonschema:"minItems=1" jsonschema_description:"What the person does, and for which party."`
	Zone  string           `yaml:"zone,omitempty" jsonschema:"example=Europe/Dublin" jsonschema_description:"The IANA time zone they work in, when it is not the programme's: nobody is reminded outside their working hours."`
}

type holdingFile struct {
	Role  release.Role    `yaml:"role" jsonschema_description:"The function."`
	Party release.PartyID `yaml:"party" jsonschema_description:"The id of the party it is fulfilled for."`
}

type systemFile struct {
	ID         release.SystemID `yaml:"id" jsonschema_description:"The system's stable key."`
	Name       string           `yaml:"name" jsonschema:"maxLength=60" jsonschema_description:"The name people read."`
	Party      release.PartyID  `yaml:"party" jsonschema_description:"The id of the party that releases it."`
	Repository string           `yaml:"repository,omitempty" jsonschema:"maxLength=300,example=https://git.example/dip/dip.git" jsonschema_description:"The address of its git repository, in which the tag of every build is looked up; without it no build can be registered."`
}

type environmentFile struct {
	ID      release.EnvironmentID `yaml:"id" jsonschema_description:"The environment's stable key."`
	Name    string                `yaml:"name" jsonschema:"maxLength=60" jsonschema_description:"The name people read."`
	Purpose string                `yaml:"purpose" jsonschema:"maxLength=200" jsonschema_description:"What it is for, in a sentence."`
	Parties []release.PartyID     `yaml:"parties,omitempty" jsonschema_description:"The ids of the parties that share it; left out, all of them do."`
	After   []predecessorFile     `yaml:"after,omitempty" jsonschema_description:"The environments that come before it on the promotion path."`
}

type predecessorFile struct {
	Environment release.EnvironmentID `yaml:"environment" jsonschema_description:"The id of the environment that comes before."`
	Optional    bool                  `yaml:"optional,omitempty" jsonschema_description:"Whether a version may be promoted without having been there."`
}

type phaseFile struct {
	Name        string                `yaml:"name" jsonschema:"maxLength=60" jsonschema_description:"The phase's name."`
	Environment release.EnvironmentID `yaml:"environment" jsonschema_description:"The id of the environment it runs in."`
	Exclusive   bool                  `yaml:"exclusive,omitempty" jsonschema_description:"Whether it needs the environment for itself."`
}

type plannedFile struct {
	ID        releaseID           `yaml:"id" jsonschema_description:"The name it is called by in Slack, such as R5."`
	Type      release.ReleaseType `yaml:"type" jsonschema_description:"The type of the release."`
	Date      dateText            `yaml:"date" jsonschema_description:"The planned day in the programme's zone."`
	Rationale string              `yaml:"rationale" jsonschema:"maxLength=200" jsonschema_description:"Why it is planned, in a sentence."`
}

type scheduleFile struct {
	Report reportName `yaml:"report" jsonschema_description:"The report that is due."`
	Cron   string     `yaml:"cron" jsonschema:"maxLength=80,example=0 9 * * MON" jsonschema_description:"Minute, hour, day, month and weekday, in the programme's zone; or working days counted back from a meeting, such as before-rcb 1d 16:00, before-ewg 3d 09:00 or before-first-tuesday 3d 09:00; or first-working-day 09:00 of each month."`
	Busy   busyFile   `yaml:"busy,omitempty" jsonschema_description:"When the readiness report comes more often; left out, it never does."`
}

// busyFile says in which weeks a report comes more often.
type busyFile struct {
	When busyText `yaml:"when" jsonschema:"example=4 windows within 5 working days" jsonschema_description:"How many deployment windows must open within how many working days."`
	Cron string   `yaml:"cron" jsonschema:"maxLength=80,example=0 9 * * WED" jsonschema_description:"When it comes then, besides its own times."`
}

type listFile struct {
	ID     listID             `yaml:"id" jsonschema_description:"The list's stable key."`
	Name   string             `yaml:"name" jsonschema:"maxLength=60" jsonschema_description:"The name people read."`
	People []release.PersonID `yaml:"people" jsonschema:"minItems=1" jsonschema_description:"The ids of the people on it."`
}

type policyFile struct {
	Raisers         []release.Role                         `yaml:"raisers" jsonschema:"minItems=1" jsonschema_description:"The roles that may raise RFCs: for every system when held for a programme party, for its own systems when held for a provider."`
	Escalation      release.Role                           `yaml:"escalation" jsonschema_description:"The role that takes a mandatory seat which nobody else can fill."`
	PhaseEscalation []phaseEscalationFile                  `yaml:"escalation-phases,omitempty" jsonschema_description:"Who takes over instead where a change goes to the environment of a test phase."`
	DelegationLimit daysText                               `yaml:"delegation-limit,omitempty" jsonschema_description:"How long somebody may have a delegate at most, such as 14 days; 30 days when it is left out."`
	ReleasesOnly    bool                                   `yaml:"releases-only,omitempty" jsonschema_description:"Whether a deployment Go/No-Go is opened for releases under control alone, besides operations on the configuration."`
	ReviewDays      workingDaysText                        `yaml:"review-days,omitempty" jsonschema_description:"The working days within which those whom a review of a deployment asks answer it, such as 5 working days, which it is when it is left out."`
	NoteLists       []listID                               `yaml:"note-lists,omitempty" jsonschema_description:"The ids of the lists that every release note is mailed to as soon as it is handed in, besides the representatives of the impacted parties."`
	Operations      []operationRouteFile                   `yaml:"operations,omitempty" jsonschema_description:"How each kind of operation on an environment comes to be done. Left out, exports and backups are told unless they need an outage, and everything else follows the release process."`
	Types           map[release.ReleaseType]typePolicyFile `yaml:"types" jsonschema_description:"The rules of each release type."`
}

type typePolicyFile struct {
	Programme     ballotPolicyFile      `yaml:"programme,omitempty" jsonschema_description:"The programme's own Go/No-Go on letting a release in. Majors have one, other types none."`
	Approval      ballotPolicyFile      `yaml:"approval" jsonschema_description:"The board's vote on the RFC."`
	Deployment    ballotPolicyFile      `yaml:"deployment" jsonschema_description:"The Go/No-Go before the deployment."`
	Closure       ballotPolicyFile      `yaml:"closure,omitempty" jsonschema_description:"The vote that closes the release after its review, or after a rollback when it is not tried again. Left out, the release managers of the programme and of the provider decide."`
	LeadTimes     []leadTimeFile        `yaml:"lead-times,omitempty" jsonschema_description:"How long before the board something must be handed in."`
	Meetings      []release.MeetingKind `yaml:"meetings,omitempty" jsonschema_description:"The meetings that a release must have had: kick-off, plan-review, go-no-go."`
	Waivers       []release.Role        `yaml:"waivers,omitempty" jsonschema_description:"The roles of the programme that may waive a control point; left out, whoever is accountable for RFC approval."`
	Retrospective workingDaysText       `yaml:"retrospective,omitempty" jsonschema_description:"The working days within which an emergency is looked back on, such as 5 working days."`
	Support       workingDaysText       `yaml:"support,omitempty" jsonschema_description:"The working days of early life support after the deployment, such as 10 working days. Left out, majors have 10 and other types 5."`
	StepUp        release.StepUp        `yaml:"step-up,omitempty" jsonschema_description:"For what in these votes an open session of Slack is not enough, and a code by mail must prove who decides: votes, which is every vote and the override, or override alone. Left out, for nothing."`
}

type ballotPolicyFile struct {
	MinimumOpen  durationText   `yaml:"minimum-open" jsonschema_description:"How long the vote stays open even when everybody has spoken."`
	Deadline     durationText   `yaml:"deadline" jsonschema_description:"How long the vote stays open when nobody says otherwise."`
	RemindBefore []durationText `yaml:"remind-before,omitempty" jsonschema_description:"How long before the deadline silent seats are reminded."`
	Override     bool           `yaml:"override,omitempty" jsonschema_description:"Whether the chair may turn a No-Go into a Go, with a reason. Never for majors."`
	Quorum       percentText    `yaml:"quorum,omitempty" jsonschema_description:"How many of the seats must be heard besides the mandatory ones, in per cent and rounded up, such as 60%. Left out, the mandatory seats are enough."`
	Seats        []seatFile     `yaml:"seats" jsonschema:"minItems=1" jsonschema_description:"Who is heard. Exactly one seat is the chair's."`
}

type seatFile struct {
	Function  release.Role      `yaml:"function" jsonschema_description:"The function that sits there."`
	Of        release.SeatParty `yaml:"of" jsonschema_description:"For whom: provider (the party that owns the RFC's system), programme (one seat for each programme party), or a party's id."`
	Mandatory bool              `yaml:"mandatory,omitempty" jsonschema_description:"Whether there is no decision without this seat."`
	Chair     bool              `yaml:"chair,omitempty" jsonschema_description:"Whether this seat leads the vote and may close it."`
}

type raciFile map[release.Activity]map[release.Column]release.Letters
