// Package record holds the ground types of sitrep: what one report was found to
// say, and who said it.
//
// Three rules carry every type here. No fact stands without a speaker: events,
// figures, positions and places hang from a statement. Every word can be opened:
// a Span carries byte offsets into the untouched UTF-8 text of its report, and
// Rule names the rule or model that made the record. Unknown is a value: an
// absent field is absent, bounds stay bounds, and nothing is filled with a guess.
//
// The package imports only the standard library, so that anyone can import it.
// docs/record/ has a page for each kind of record.
package record

// Version is the version of the record's JSON schema. It changes only together
// with a migration (docs/record/README.md lists them).
const Version = 1
