package statement

import (
	"fmt"
	"os"
	"testing"

	"sitrep/internal/lang"
	"sitrep/internal/syntax"
	"sitrep/record"
)

func TestDebugGold(t *testing.T) {
	path := os.Getenv("DBG_CONLLU")
	if path == "" {
		t.Skip("debug")
	}
	e, err := New(lang.Language{Tables: os.DirFS("../lang/en/tables")})
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Open(path)
	doc, _ := syntax.ReadCoNLLU(f)
	for i := range doc.Sentences {
		sub := &syntax.Document{Text: doc.Text, Sentences: doc.Sentences[i : i+1]}
		out := e.Extract(sub, &record.Report{}, nil, nil)
		n := 0
		for _, s := range out {
			if s.Source.Kind != record.OwnVoice {
				n++
			}
		}
		if n == 0 {
			continue
		}
		s := doc.Sentences[i]
		fmt.Println("##", doc.Text[s.Start:s.End])
		for _, s := range out {
			show(s)
		}
	}
}

func show(s record.Statement) {
	cue := ""
	if s.Cue != nil {
		cue = s.Cue.Text
	}
	fmt.Printf("   [%s|%s|", s.Source.Text, cue)
	for _, c := range s.Content {
		fmt.Printf(" {%s}", c.Text)
	}
	fmt.Printf("] %s %s %s %s %s neg=%v n=%d role=%q acc=%q chain=%v\n", s.Source.Kind, s.Channel, s.Modality, s.Role, s.Rule, s.Negated, s.Source.Count, s.Source.Role, s.Source.Access, s.Chain)
}
