package release

import (
	"context"
	"fmt"
	"strings"
)

// Advance moves a release to its next stage, if the gate between is passed.
// Nothing else moves it forward; the move names the gate (R46 to R57).
func (d *Desk) Advance(ctx context.Context, in Intent, number int) (Standing, error) {
	var after Standing
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.release(number)
		if err != nil {
			return err
		}
		if r.RFC != 0 {
			if _, err := a.rfc(r.RFC); err != nil { // locked before anything is read
				return err
			}
		}
		s, err := standingOf(a.Tx, a.programme, r, a.now)
		if err != nil {
			return err
		}
		move, unmet, ok := s.Next()
		if !ok {
			return refuse(CodeState, r.Name()+" was not moved.", "It is "+strings.ToLower(r.Stage.String())+"; nothing comes after that.",
				"`/release new` starts another.")
		}
		if err := a.mayMove(r, move); err != nil {
			return err
		}
		if err := s.mayPass(move, unmet); err != nil {
			return err
		}
		if err := a.move(&r, s, move, ""); err != nil {
			return err
		}
		after, err = standingOf(a.Tx, a.programme, r, a.now)
		return err
	})
	return after, err
}

// mayPass refuses a move whose gate is not passed, or that is made otherwise.
func (s Standing) mayPass(m Move, unmet []Blocker) error {
	name := s.Release.Name()
	if open, voting := s.closureVote(); voting && m.To != ClosedStage {
		return refuse(CodeState, name+" was not moved.", "The "+open.Purpose.String()+" is open: it is to be closed and not tried again.",
			"Wait for its end, or give its RFC a new window with `/rfc edit`.")
	}
	if len(unmet) > 0 {
		return blocked(fmt.Sprintf("%s stays in “%s”.", name, s.Release.Stage), unmet,
			"`/release why "+name+"` lists what is unmet, whose it is and the buttons that settle it.")
	}
	if m.Verb != "next" {
		return s.ofItsOwn(m)
	}
	return nil
}

// ofItsOwn refuses a move that is made by an act of its own.
func (s Standing) ofItsOwn(m Move) error {
	name := s.Release.Name()
	switch m.Verb {
	case "close":
		return refuse(CodeState, name+" was not moved.", "The Go of its closure closes it, and nothing else.", "`/release close "+name+"` asks for it.")
	case "deploy":
		return refuse(CodeState, name+" was not moved.", "Its deployment is started as such, and followed step by step.", "`/release deploy "+name+"` starts it.")
	}
	return refuse(CodeState, name+" was not moved.", "Its deployment is under way: the sign-off ends it, when every step is done.",
		"`/release deploy "+name+"` shows the step that is due, and the sign-off.")
}
