package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"gonogo.dev/storage"
)

// serveCmd is `gonogo serve`.
type serveCmd struct {
	DeliveryTimeout time.Duration `help:"How long the delivery of one notice may take. What a replica that died left half done is taken up again after one and a half times that." default:"3m"`
}

// Run serves until it is told to stop.
func (s serveCmd) Run(ctx context.Context, t *terminal) error {
	c, err := readConfig(t.Getenv, needDatabase|needSlack|needMail)
	if err != nil {
		return fmt.Errorf("the environment is not complete:\n%w", err)
	}
	c.DeliveryTimeout, c.AnswerWithin = s.DeliveryTimeout, t.AnswerWithin
	log := newLog(t.Err, c)
	a, err := newApp(ctx, c, t.clock().Now, "", log)
	if err != nil {
		return err
	}
	var listen net.ListenConfig
	listener, err := listen.Listen(ctx, "tcp", c.Listen)
	if err != nil {
		return errors.Join(fmt.Errorf("listen on %s: %w", c.Listen, err), a.Close())
	}
	log.Info("serving", "version", version(), "listen", listener.Addr().String(), "socket_mode", c.AppToken != "")
	return errors.Join(a.Run(ctx, listener), a.Close())
}

// migrateCmd is `gonogo migrate`.
type migrateCmd struct{}

// Run brings the schema up to date and says what it did.
func (migrateCmd) Run(ctx context.Context, t *terminal) error {
	c, err := readConfig(t.Getenv, needDatabase)
	if err != nil {
		return err
	}
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: t.clock().Now, Log: newLog(t.Err, c)})
	if err != nil {
		return err
	}
	applied, err := db.Migrate(ctx)
	for _, name := range applied {
		fmt.Fprintf(t.Out, "applied %s\n", name)
	}
	if err == nil && len(applied) == 0 {
		fmt.Fprintln(t.Out, "nothing to do: the schema is up to date")
	}
	return errors.Join(err, db.Close())
}
