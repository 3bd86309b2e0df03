package bot

import "context"

// Settled waits until nothing runs on after an answer.
func (b *Bot) Settled(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		b.running.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
