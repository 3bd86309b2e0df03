package release

// Delegations keeps who speaks for whom. None is ever deleted.
type Delegations interface {
	Delegation(id int64, lock Lock) (Delegation, error)
	// Delegations returns all of them, the newest first. With ExclusiveLock nobody else adds one until the transaction ends, so
	// that two at once never make a circle (T22).
	Delegations(lock Lock) ([]Delegation, error)
	// AddDelegation keeps a new delegation and sets its id.
	AddDelegation(d *Delegation) error
	SaveDelegation(d Delegation) error
}
