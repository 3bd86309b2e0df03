package reports

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/mail"
	nsmtp "net/smtp"
	"strings"
	"sync"
	"testing"
	"time"
)

const (
	benchMails = 1000
	benchConns = 8
	benchTrip  = 5 * time.Millisecond
)

// BenchmarkMail sends 1,000 different mails of 30 KB over 8 connections at a
// round trip of 5 ms, through the Mailer (each mail built by Message.Encode
// within the time measured) and, in turn with it, through net/smtp (one
// connection for each worker, the body encoded once, the personal line spliced
// in). It reports both rates and their ratio; issue 2 asks for 0.9 at least.
func BenchmarkMail(b *testing.B) {
	server := newSink(b, nil)
	addr := slowLine(b, fmt.Sprintf("127.0.0.1:%d", server.port), benchTrip)
	var gonogo, reference time.Duration
	for b.Loop() {
		gonogo += timed(b, server, func() { sendByMailer(b, addr) })
		reference += timed(b, server, func() { sendByNetSMTP(b, addr) })
	}
	perSecond := func(d time.Duration) float64 { return float64(b.N*benchMails) / d.Seconds() }
	b.ReportMetric(perSecond(gonogo), "mails/s")
	b.ReportMetric(perSecond(reference), "net/smtp-mails/s")
	b.ReportMetric(perSecond(gonogo)/perSecond(reference), "x-net/smtp")
}

// BenchmarkEncode builds one mail of 30 KB.
func BenchmarkEncode(b *testing.B) {
	m := benchMessage(7)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Encode(); err != nil {
			b.Fatal(err)
		}
	}
}

// timed runs a round and checks that each mail arrived once.
func timed(b *testing.B, server *sink, round func()) time.Duration {
	b.Helper()
	before := b.Elapsed()
	round()
	took := b.Elapsed() - before
	server.mu.Lock()
	defer server.mu.Unlock()
	to := map[string]bool{}
	for _, m := range server.mails {
		to[m.to] = true
	}
	if len(server.mails) != benchMails || len(to) != benchMails {
		b.Fatalf("%d mails to %d people arrived, want %d each", len(server.mails), len(to), benchMails)
	}
	server.mails = nil
	return took
}

// eachMail calls work in 8 goroutines until all numbers are done.
func eachMail(work func(next <-chan int)) {
	next := make(chan int, benchMails)
	for i := range benchMails {
		next <- i
	}
	close(next)
	var all sync.WaitGroup
	for range benchConns {
		all.Go(func() { work(next) })
	}
	all.Wait()
}

// sendByMailer is the product's way.
func sendByMailer(b *testing.B, addr *net.TCPAddr) {
	b.Helper()
	m, _ := newTestMailer(b, addr.Port, func(c *SMTP) { c.Conns = benchConns })
	defer m.Close()
	eachMail(func(next <-chan int) {
		for i := range next {
			msg := benchMessage(i)
			body, err := msg.Encode()
			if err == nil {
				_, err = m.Send(b.Context(), msg.From.Address, msg.To.Address, body)
			}
			if err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// sendByNetSMTP is the plain reference.
func sendByNetSMTP(b *testing.B, addr *net.TCPAddr) {
	b.Helper()
	const mark = "Stakeholder Nr 0000"
	msg := benchMessage(0)
	encoded, err := msg.Encode()
	if err != nil {
		b.Fatal(err)
	}
	eachMail(func(next <-chan int) {
		c, err := nsmtp.Dial(addr.String())
		if err != nil {
			b.Error(err)
			return
		}
		defer func() { _ = c.Quit() }()
		for i := range next {
			body := bytes.ReplaceAll(encoded, []byte(mark), fmt.Appendf(nil, "Stakeholder Nr %04d", i))
			if err := plainSend(c, msg.From.Address, benchRecipient(i), body); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// plainSend is one mail by net/smtp.
func plainSend(c *nsmtp.Client, from, to string, body []byte) error {
	if err := c.Mail(from); err != nil {
		return err
	}
	if err := c.Rcpt(to); err != nil {
		return err
	}
	w, err := c.Data()
	if err != nil {
		return err
	}
	if _, err := w.Write(body); err != nil {
		return err
	}
	return w.Close()
}

func benchRecipient(i int) string { return fmt.Sprintf("stakeholder%04d@b.example", i) }

// benchMessage is a digest of 6 KB text and 24 KB HTML.
func benchMessage(i int) Message {
	name := fmt.Sprintf("Stakeholder Nr %04d", i)
	var text, html strings.Builder
	fmt.Fprintf(&text, "Hello %s,\n\n", name)
	fmt.Fprintf(&html, "<!doctype html><html><body><p>Hello %s,</p>\n<table>", name)
	for row := 1; text.Len() < 5900; row++ {
		fmt.Fprintf(&text, "%2d. Metering API %d.4 — GO 7, NO-GO 1, abstained 2; closes 2026-11-21 18:00 UTC\n", row, row)
	}
	for row := 1; html.Len() < 23600; row++ {
		fmt.Fprintf(&html, `<tr style="border-bottom:1px solid #ddd"><td style="padding:6px 12px">Metering API %d.4</td><td>GO&nbsp;7</td>`+
			`<td><a href="https://gonogo.example/ballots/%d">open — ändern</a></td></tr>`+"\n", row, row)
	}
	html.WriteString("</table></body></html>\n")
	return Message{
		Key: fmt.Sprintf("bench/%d", i), From: mail.Address{Name: "Release Desk", Address: "desk@gonogo.example"},
		To: mail.Address{Name: name, Address: benchRecipient(i)}, Subject: "Release train 2026.11: go / no-go digest – 12 ballots open",
		Text: text.String(), HTML: html.String(), Date: testTime,
	}
}

// slowLine is a proxy to addr over which every answer comes a round trip later.
func slowLine(b *testing.B, addr string, trip time.Duration) *net.TCPAddr {
	b.Helper()
	l := listen(b)
	go func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", addr)
			if err != nil {
				b.Error(err)
				return
			}
			go func() { _, _ = io.Copy(far, near); _ = far.Close() }()
			go delay(near, far, trip)
		}
	}()
	return l.Addr().(*net.TCPAddr)
}

// delay copies what comes from far, each piece a trip later, pieces overlapping.
func delay(near io.WriteCloser, far io.Reader, trip time.Duration) {
	type parcel struct {
		due   *time.Timer
		bytes []byte
	}
	line := make(chan parcel, 64)
	go func() {
		defer near.Close()
		for p := range line {
			<-p.due.C
			_, _ = near.Write(p.bytes)
		}
	}()
	defer close(line)
	for {
		piece := make([]byte, 4096)
		n, err := far.Read(piece)
		if n > 0 {
			line <- parcel{time.NewTimer(trip), piece[:n]}
		}
		if err != nil {
			return
		}
	}
}
