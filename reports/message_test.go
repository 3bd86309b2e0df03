package reports

import "net/mail"

// testMessage is a plain mail.
func testMessage() Message {
	return Message{
		Key: "rfc/12/raised/anna", From: mail.Address{Name: "Release Desk", Address: "desk@gonogo.example"},
		To: mail.Address{Name: "Anna", Address: "anna@b.example"}, Subject: "RFC-12 was raised", Text: "Hello", Date: testTime,
	}
}
