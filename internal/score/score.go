// Package score measures a reading against gold data. One file a task; each
// task returns a flat map of metrics that `sitrep score TASK` prints as one JSON
// object on one line. Every rate is a fraction from 0 to 1. docs/scorecard.md is
// made from these by one command.
package score

// Metrics are a task's results by key; docs/architecture.md lists the keys.
type Metrics map[string]any
