package reports

import "fmt"

// charts are the pictures of the trends.
func (r Readiness) charts() []chart {
	labels := make([]string, len(r.Trends))
	for i, w := range r.Trends {
		labels[i] = w.Name
	}
	of := func(count func(Week) int) []int {
		values := make([]int, len(r.Trends))
		for i, w := range r.Trends {
			values[i] = count(w)
		}
		return values
	}
	return []chart{
		{"open", "RFCs open at the end of each week", labels, []series{{"Open", of(func(w Week) int { return w.Open }), chartBlue, 0}}},
		{"overdue", "Overdue actions and debts at the end of each week", labels, []series{{"Overdue", of(func(w Week) int { return w.Overdue }), chartRed, 0}}},
		{"decided", "Votes decided each week", labels, []series{
			{"Go", of(func(w Week) int { return w.Go }), chartBlue, 0}, {"No-Go", of(func(w Week) int { return w.NoGo }), chartRed, 1},
			{"No decision", of(func(w Week) int { return w.Undecided }), chartGrey, 2},
		}},
		{"deployed", "Deployments each week", labels, []series{
			{"Deployed", of(func(w Week) int { return w.Deployed }), chartBlue, 0}, {"Rolled back", of(func(w Week) int { return w.Back }), chartRed, 1},
		}},
	}
}

// drawn are the pictures of the trends, made once for every edition of a report.
type drawn struct {
	apart    []Part // for mails and pages
	together []byte // for paper: the PNG of all of them, one under the other
}

// pictures draws the trends; none before anything happened.
func (r Readiness) pictures() (drawn, error) {
	var d drawn
	if !r.moved() {
		return d, nil
	}
	charts := r.charts()
	for _, c := range charts {
		body, err := c.PNG()
		if err != nil {
			return d, err
		}
		d.apart = append(d.apart, Part{Name: c.name + ".png", ContentType: "image/png", Content: body})
	}
	var err error
	d.together, err = stacked(charts)
	return d, err
}

// moved tells whether there is anything to draw.
func (r Readiness) moved() bool {
	for _, w := range r.Trends {
		if (w != Week{Name: w.Name}) {
			return true
		}
	}
	return false
}

func numbers(w Week) []string {
	all := []string{w.Name}
	for _, n := range []int{w.Open, w.Overdue, w.Go, w.NoGo, w.Undecided, w.Deployed, w.Back} {
		all = append(all, fmt.Sprint(n))
	}
	return all
}
