package release

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// digestOf returns the SHA-256 of a value's JSON in hex. What is digested was
// checked before: texts, numbers and instants of years that marshal.
func digestOf(v any, what string) string {
	body, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("digest of %s: %v", what, err))
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}
