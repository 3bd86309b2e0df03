package main

import (
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
)

// codeKey returns the key under which codes by mail are kept (M17). It comes from
// what every replica is told and the database is not, so that a copy of the database
// shows no code; new tokens from Slack end the codes of the last ten minutes.
func (c config) codeKey() ([]byte, error) {
	key, err := hkdf.Key(sha256.New, []byte(string(c.BotToken)+string(c.SigningSecret)), nil, "gonogo codes", sha256.Size)
	if err != nil {
		return nil, fmt.Errorf("derive the key for codes: %w", err)
	}
	return key, nil
}
