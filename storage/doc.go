// Package storage keeps gonogo's state in PostgreSQL or SQLite: it implements
// release.Store, the ledger that is sealed into a transparency log, and the job
// queue that delivers notices and keeps cards current.
//
// It exists so that a change, its entry in the ledger and the notices it
// promises commit together or not at all, and so that no other package knows a
// database. It loads and keeps; it never decides.
//
// Rows are unexported structs beside the queries that map them. Instants are
// UTC at microsecond precision, the zero instant is NULL, and a nil slice is
// never kept as JSON null.
package storage
