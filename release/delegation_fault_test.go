package release_test

import "gonogo.dev/release"

func (t failingTx) Delegation(id int64, lock release.Lock) (release.Delegation, error) {
	return try(t, func() (release.Delegation, error) { return t.Tx.Delegation(id, lock) })
}

func (t failingTx) Delegations(lock release.Lock) ([]release.Delegation, error) {
	return try(t, func() ([]release.Delegation, error) { return t.Tx.Delegations(lock) })
}

func (t failingTx) AddDelegation(d *release.Delegation) error {
	return t.do(func() error { return t.Tx.AddDelegation(d) })
}

func (t failingTx) SaveDelegation(d release.Delegation) error {
	return t.do(func() error { return t.Tx.SaveDelegation(d) })
}
