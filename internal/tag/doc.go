// Package tag gives tokens their tags, lemmas and features, and finds names.
package tag
