package reports

import (
	"fmt"
	"strings"

	"gonogo.dev/release"
)

func steps3(words ...release.Step) []release.Step {
	for i := range words {
		words[i].Number = i + 1
	}
	return words
}

// loadShaping is a release note that lacks nothing, with names and texts as they come.
func loadShaping() release.ReleaseNote {
	digest := func(i int) string { return "sha256:" + strings.Repeat(fmt.Sprintf("%x", i%16), 64) }
	n := release.ReleaseNote{
		Programme: "Market-wide Half-Hourly Settlement", Title: "Load Shaping Service 1.4.0.0: default curves for the sandbox cycle",
		Reason: "UIT found that default load shapes are missing for meters without history.\n\nThis release brings the curves, and mends three defects that kept the sandbox cycle from opening.",
		Date:   "2026-11-23", Version: "1.4.0.0",
		ReleasedTo:  release.Signatory{Name: "Amara Okafor", Title: "Release Manager", Party: "MHHS Programme SI"},
		Issuer:      release.Signatory{Name: "Siobhan Kearney", Title: "Release Manager", Party: "Elexon (Helix)"},
		Signatories: []release.Signatory{{Name: "Łukasz Wójcik", Title: "Head of Delivery", Party: "Elexon (Helix)"}, {Name: "Pádraig Ó Súilleabháin", Title: "Service Owner"}},
		Tag:         "load-shaping/v1.4.0.0", BuildTool: "Maven 3.9.9 on JDK 21, profile “release”",
		Manuals: []release.Document{{Name: "Operator’s guide", Version: "1.4", Date: "2026-11-16", About: "Chapter 5 is new: default curves.", Link: "https://docs.helix.example/load-shaping/operator_guide?version=1.4&format=pdf"}},
		Schemas: []release.Document{{Name: "Curve store", Version: "27", Date: "2026-11-12", About: "Adds the table default_curve; nothing is dropped."}},
		Operate: "Runs as two services behind the gateway. Watch the queue “curves.in”: more than 500 messages for 5 minutes → call the on-call.", OperatingSystem: "Red Hat Enterprise Linux 9.4",
		Hardware: "As before: 2 × 8 cores, 64 GB",
		Fixed: []release.NotedDefect{
			{ID: "DEF-1187", Severity: release.Critical, Summary: "Settlement day 2026-10-25 (the one with 50 half hours) is rejected."},
			{ID: "DEF-1203", Severity: release.Medium, Summary: "Curve names with a | are cut off."},
		},
		Outstanding: []release.NotedDefect{{ID: "DEF-1240", Severity: release.Low, Summary: "The health page is slow while curves are loaded.", Workaround: "Look at /health/fast instead."}},
		Changes:     []release.NotedChange{{ID: "CR-088", Title: "Default load shapes", Summary: "A meter without history gets the default curve of its profile class."}},
		Disruption:  release.ServerDown, Downtime: 45,
		Resources: []string{"2 deployment engineers (Helix)", "DBA on call", "Bridge: https://meet.helix.example/r9"}, Stakeholders: []string{"Brightfell Energy", "Northmere Networks", "St Clements"},
		Approvals: []release.NotedApproval{{What: "Rollout and backout plans", By: "RCB", Ref: "RFC-12"}},
		RFC:       "RFC-12",
	}
	for i, file := range []string{"load-shaping-api-1.4.0.0.jar", "load-shaping-worker-1.4.0.0.jar", "db/V27__default_curves.sql", "config/very/deep/path/that/goes/on/and/on/application-sandbox-with-a-long-name.yaml", "curves/defaults-2026.csv"} {
		b := release.BOMLine{File: file, Version: "1.4.0.0", Date: "2026-11-16", Digest: digest(i + 10)}
		if i < 2 {
			b.Fixes = []string{"DEF-1187", "DEF-1203"}
		}
		n.BOM = append(n.BOM, b)
		n.Contents = append(n.Contents, release.NotedContent{Item: file, Says: "Part " + fmt.Sprint(i+1) + " of the service; replaces the file of the same name."})
	}
	n.Contents = append(n.Contents, release.NotedContent{Item: "Operator’s guide", Says: "How the service is run from day to day."}, release.NotedContent{Item: "Curve store", Says: "The tables in which the curves are kept."})
	n.Runbook = shapingRunbook()
	for _, e := range []release.EnvironmentID{"sit-a", "sit-b", "uit"} {
		for i, s := range []release.SystemID{"dip", "load-shaping", "smrs"} {
			n.Landscape = append(n.Landscape, release.Placed{Environment: e, System: s, Version: fmt.Sprintf("1.%d.0.0", i+2), Status: release.SystemAvailable})
		}
	}
	n.Landscape[4].Status = release.SystemDegraded
	return n
}

func shapingRunbook() release.Runbook {
	return release.Runbook{
		Prerequisites: release.Section{Stated: 40, Steps: steps3(
			release.Step{Do: "See that the deployment account has sudo on both hosts.", Who: "Elexon DevOps", Minutes: 5, Expect: "sudo -l lists systemctl.", Covers: release.AdminRights},
			release.Step{Do: "See that JDK 21 is there.", Who: "Elexon DevOps", Minutes: 5, Expect: "openjdk 21", Command: "java -version", Covers: release.RequiredSoftware},
			release.Step{Do: "Back the curve store up.", Who: "DBA on call", Minutes: 25, Expect: "The dump is larger than 4 GB.", Command: "pg_dump -Fc curves \\\n  --file=/backup/curves-before-1.4.dump\nls -lh /backup/curves-before-1.4.dump", Covers: release.BackupsTaken},
			release.Step{Do: "Hold installed versions against the list at the end of this note.", Who: "Arjun Mehta", Minutes: 5, Expect: "No difference.", Covers: release.InventoryChecked},
		)},
		Instructions: release.Section{Stated: 65, Steps: steps3(
			release.Step{Do: "Stop both services.", Who: "Elexon DevOps", Minutes: 5, Expect: "inactive (dead)", Command: "systemctl stop load-shaping-worker load-shaping-api"},
			release.Step{Do: "Put the new files in place.", Who: "Elexon DevOps", Minutes: 10, Expect: "Owner helix, mode 0640.", Files: []string{"load-shaping-api-1.4.0.0.jar", "load-shaping-worker-1.4.0.0.jar", "config/very/deep/path/that/goes/on/and/on/application-sandbox-with-a-long-name.yaml"}},
			release.Step{Do: "Change the database.", Who: "DBA on call", Minutes: 20, Expect: "27 | default curves | Success", Command: "flyway -configFiles=/etc/helix/flyway.conf migrate", Files: []string{"db/V27__default_curves.sql"}},
			release.Step{Do: "Load the curves.", Who: "DBA on call", Minutes: 25, Expect: "COPY 1344", Files: []string{"curves/defaults-2026.csv"}},
			release.Step{Do: "Start both services.", Who: "Elexon DevOps", Minutes: 5, Expect: "active (running)"},
		)},
		Checks: release.Section{Steps: steps3(
			release.Step{Do: "Ask for the version.", Who: "Priya Raman", Minutes: 2, Expect: `{"version":"1.4.0.0"}`, Command: "curl -s https://uit.helix.example/load-shaping/version"},
			release.Step{Do: "Send the meter of DEF-1187 once more.", Who: "Priya Raman", Minutes: 13, Expect: "Accepted, 50 half hours."},
		)},
		Backout: []release.BackoutSet{
			{From: 1, To: 2, Section: release.Section{Stated: 15, Steps: steps3(
				release.Step{Do: "Put the former files back.", Who: "Elexon DevOps", Minutes: 10, Expect: "1.3.2.0 in the manifest."},
				release.Step{Do: "Start both services.", Who: "Elexon DevOps", Minutes: 5, Expect: "active (running)"},
			)}},
			{From: 3, To: 5, Section: release.Section{Stated: 50, Steps: steps3(
				release.Step{Do: "Restore the curve store from the backup.", Who: "DBA on call", Minutes: 35, Expect: "No error.", Command: "pg_restore --clean --dbname=curves /backup/curves-before-1.4.dump"},
				release.Step{Do: "Put the former files back and start both services.", Who: "Elexon DevOps", Minutes: 15, Expect: "active (running), 1.3.2.0"},
			)}},
		},
	}
}

// submitted is that note as it was handed in for the second time, and what changed.
func submitted() (release.SubmittedNote, []release.Change) {
	n := loadShaping()
	was := loadShaping()
	was.Downtime, was.Outstanding[0].Workaround = 30, "None."
	was.Runbook.Instructions.Steps[3].Minutes = 15
	return release.SubmittedNote{Release: 7, Version: 2, Note: n, Digest: n.Digest(), Build: 3, By: "siobhan", At: in(27.5)}, was.ChangesTo(n)
}
