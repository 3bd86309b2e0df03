// Package deploy holds what is handed to an operator: the image's recipe, the Slack app's manifests and the
// sample programme. It is a Go package so that the binary can carry these files: a rehearsal then needs no
// configuration, and a test can hold the manifests against what the bot really does.
package deploy

import _ "embed" // For the files below.

// ManifestHTTP is the Slack app's manifest (YAML) for delivery over HTTPS.
//
//go:embed slack-manifest.http.yaml
var ManifestHTTP []byte

// ManifestSocket is the Slack app's manifest (YAML) for Socket Mode.
//
//go:embed slack-manifest.socket.yaml
var ManifestSocket []byte

// Programme is the sample programme file, with which a rehearsal begins.
//
//go:embed programme.yaml
var Programme []byte
