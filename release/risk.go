package release

// Risk is the assessment every release has (R127): how likely it is to go
// wrong and how much that would matter, 1 to 5 each, and a sentence why.
type Risk struct {
	Likelihood  int    `json:"likelihood"`
	Consequence int    `json:"consequence"`
	Sentence    string `json:"sentence"`
}

// Score is likelihood times consequence, 1 to 25.
func (r Risk) Score() int { return r.Likelihood * r.Consequence }

// Level names the score: low (up to 4), medium (up to 9), high (up to 16), critical.
func (r Risk) Level() string {
	switch s := r.Score(); {
	case s <= 4:
		return "low"
	case s <= 9:
		return "medium"
	case s <= 16:
		return "high"
	}
	return "critical"
}
