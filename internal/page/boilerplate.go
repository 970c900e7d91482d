package page

import (
	_ "embed"
	"strings"
)

//go:embed boilerplate.tsv
var boilerplateTable string

// longest is the most bytes of a block that can be boilerplate: an appeal to
// subscribe is short, and a longer block that opens like one is about it.
const longest = 320

// boilerplate tells whether a block is no part of an article: an appeal to
// subscribe, a credit of rights, a pointer to other pages.
func boilerplate(block string) bool {
	if len(block) > longest {
		return false
	}
	b := strings.ToLower(strings.Trim(block, " \t.,:;!?>»›→•|-–—*"))
	if b == "" {
		return true
	}
	for line := range strings.Lines(boilerplateTable) {
		how, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(how, "#") {
			continue
		}
		switch how {
		case "whole":
			ok = b == words
		case "opens":
			ok = strings.HasPrefix(b, words)
		case "holds":
			ok = strings.Contains(b, words)
		}
		if ok {
			return true
		}
	}
	return false
}
