// Package statement finds who said what: the source, the cue and the content of
// every statement of a report, over dependency trees and the actors found before,
// and the outlet's own voice for the rest.
//
// The way of one report: attributions are found sentence by sentence from trees
// (verbs, nouns, adjectives, "according to", "as cited by"), then quotations that
// stand alone are given to the speaker of the quotation before, then sources are
// described, chains settled, cautions and denials pointed at what they are about,
// and what is left becomes the outlet's own voice. Each step is linear in the
// length of the report.
package statement
