package release

import (
	"context"
	"errors"
	"fmt"
)

// ReadOperation returns an operation as a person may see it.
func (d *Desk) ReadOperation(ctx context.Context, reader PersonID, id int64) (OperationView, error) {
	v, err := d.OperationCard(ctx, id)
	if err == nil && !v.shownTo(reader) {
		return OperationView{}, noSuchOperation("Nothing was shown.", id)
	}
	return v, err
}

// OperationCard returns an operation as its card shows it; one under an RFC has
// no card but the RFC's.
func (d *Desk) OperationCard(ctx context.Context, id int64) (OperationView, error) {
	var v OperationView
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		o, err := tx.Operation(id, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchOperation("Nothing was shown.", id)
		}
		if err != nil {
			return fmt.Errorf("load operation %d: %w", id, err)
		}
		v, err = viewOf(tx, p, o)
		return err
	})
	return v, err
}

func viewOf(tx Tx, p *Programme, o Operation) (OperationView, error) {
	v := OperationView{Programme: p, Operation: o}
	if o.RFC == 0 {
		return v, nil
	}
	var err error
	if v.RFC, err = tx.RFC(o.RFC, NoLock); err != nil {
		return v, fmt.Errorf("load %s: %w", RFCName(o.RFC), err)
	}
	return v, nil
}

// operationsFor returns the operations a filter selects that a person may see and
// that something may still come of.
func operationsFor(tx Tx, p *Programme, reader PersonID, f OperationFilter) ([]OperationView, error) {
	all, err := tx.FindOperations(f)
	if err != nil {
		return nil, fmt.Errorf("load the operations: %w", err)
	}
	var views []OperationView
	for _, o := range all {
		v, err := viewOf(tx, p, o)
		if err != nil {
			return nil, err
		}
		if v.shownTo(reader) && (!f.Under || !v.Ended()) {
			views = append(views, v)
		}
	}
	return views, nil
}

// Operations returns the operations a filter selects, the newest first, as far as
// a person may see them.
func (d *Desk) Operations(ctx context.Context, reader PersonID, f OperationFilter) ([]OperationView, error) {
	var views []OperationView
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		views, err = operationsFor(tx, p, reader, f)
		return err
	})
	return views, err
}

// ParseOperationCard reads the subject of an operation's card, "operation/3".
func ParseOperationCard(subject string) (int64, bool) {
	var id int64
	_, err := fmt.Sscanf(subject, "operation/%d", &id)
	return id, err == nil && id > 0 && Operation{ID: id}.Subject() == subject
}

// loadNow loads what is done in an environment now and what is in doubt there.
func (d *Desk) loadNow(ctx context.Context, reader PersonID, v *EnvironmentView) error {
	return d.store.Within(ctx, func(tx Tx) error {
		var err error
		if v.Operations, err = operationsFor(tx, v.Programme, reader, OperationFilter{Environment: v.Environment.ID, Under: true}); err != nil {
			return err
		}
		if v.Issues, err = tx.FindConfigurationIssues(ConfigurationIssueFilter{Environment: v.Environment.ID, Open: true}); err != nil {
			return fmt.Errorf("load the configuration issues of %s: %w", v.Environment.ID, err)
		}
		return nil
	})
}
