package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// metrics are what /metrics shows.
type metrics struct {
	registry   *prometheus.Registry
	commands   *prometheus.CounterVec
	took       *prometheus.HistogramVec
	deliveries *prometheus.CounterVec
	sealed     prometheus.Counter
	faults     *prometheus.CounterVec
}

func newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		commands: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "gonogo_commands_total", Help: "Acts of people by verb and outcome (done, refused, duplicate, timeout, fault).",
		}, []string{"verb", "outcome"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "gonogo_command_seconds", Help: "Time from a request's last byte to its answer, by verb.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2, 3},
		}, []string{"verb"}),
		deliveries: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "gonogo_deliveries_total", Help: "Attempts to deliver a notice by road and outcome (sent, retry, given-up).",
		}, []string{"road", "outcome"}),
		sealed: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "gonogo_ledger_sealed_total", Help: "Ledger entries sealed by this replica.",
		}),
		faults: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "gonogo_faults_total", Help: "Faults of the clockwork by part.",
		}, []string{"part"}),
	}
	m.registry.MustRegister(m.commands, m.took, m.deliveries, m.sealed, m.faults,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// handler serves the metrics; state is read afresh at every scrape.
func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// watch shows the state of the database at every scrape; what cannot be read is
// left out of that scrape.
func (m *metrics) watch(db *storage.DB) {
	m.registry.MustRegister(&stock{
		db:       db,
		notices:  prometheus.NewDesc("gonogo_notices", "Notices by state.", []string{"state"}, nil),
		jobs:     prometheus.NewDesc("gonogo_queue_jobs", "Jobs of the queue that wait or run, by state.", []string{"state"}, nil),
		unsealed: prometheus.NewDesc("gonogo_ledger_unsealed", "Ledger entries that are not sealed yet.", nil, nil),
	})
}

// stock is what the database holds.
type stock struct {
	db                      *storage.DB
	notices, jobs, unsealed *prometheus.Desc
}

// Describe names the figures.
func (s *stock) Describe(out chan<- *prometheus.Desc) {
	out <- s.notices
	out <- s.jobs
	out <- s.unsealed
}

// Collect reads the figures.
func (s *stock) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	counts, err := s.db.Counts(ctx)
	if err != nil {
		return
	}
	for state, n := range counts.Notices {
		out <- prometheus.MustNewConstMetric(s.notices, prometheus.GaugeValue, float64(n), state)
	}
	for state, n := range counts.Jobs {
		out <- prometheus.MustNewConstMetric(s.jobs, prometheus.GaugeValue, float64(n), state)
	}
	out <- prometheus.MustNewConstMetric(s.unsealed, prometheus.GaugeValue, float64(counts.Unsealed))
}

// observe counts one act of a person.
func (m *metrics) observe(verb, outcome string, took time.Duration) {
	m.commands.WithLabelValues(verb, outcome).Inc()
	m.took.WithLabelValues(verb).Observe(took.Seconds())
}

// counted is a courier whose deliveries are counted.
type counted struct {
	release.Courier
	road    release.Road
	metrics *metrics
}

// Carry delivers and counts.
func (c counted) Carry(ctx context.Context, n release.Notice) (release.Receipt, error) {
	receipt, err := c.Courier.Carry(ctx, n)
	outcome := "sent"
	switch {
	case errors.Is(err, release.ErrNotYet):
		return receipt, err
	case errors.Is(err, release.ErrGivenUp):
		outcome = "given-up"
	case err != nil:
		outcome = "retry"
	}
	c.metrics.deliveries.WithLabelValues(string(c.road), outcome).Inc()
	return receipt, err
}
