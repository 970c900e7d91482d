package score

import (
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/record"
)

// Attributed is an attribution marked by hand: each part in one or more pieces.
type Attributed struct{ Source, Cue, Content []record.Span }

// AttributedText is one article of a folder in the layout of PolNeAR: text, and
// the attributions that one reader marked in it.
type AttributedText struct {
	Name, Text string
	Gold       []Attributed
}

// ReadPolNeAR reads a folder in the layout of PolNeAR: text/NAME.txt beside
// attributions/NAME_READER.ann, in the stand-off format of brat, with offsets
// that count characters, not bytes.
func ReadPolNeAR(dir string) ([]AttributedText, error) {
	anns, _ := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if len(anns) == 0 {
		return nil, fault.New(fault.NotFound, "score.ReadPolNeAR", dir, nil).Hinted("the folder must hold text/ and attributions/")
	}
	sort.Strings(anns)
	var out []AttributedText
	for _, path := range anns {
		name := strings.TrimSuffix(filepath.Base(path), ".ann")
		text, err := os.ReadFile(filepath.Join(dir, "text", name+".txt"))
		if cut := strings.LastIndexByte(name, '_'); err != nil && cut > 0 {
			text, err = os.ReadFile(filepath.Join(dir, "text", name[:cut]+".txt"))
		}
		if err != nil {
			return nil, fault.New(fault.NotFound, "score.ReadPolNeAR", name, err)
		}
		ann, err := os.ReadFile(path)
		if err != nil {
			return nil, fault.New(fault.NotFound, "score.ReadPolNeAR", path, err)
		}
		out = append(out, AttributedText{Name: name, Text: string(text), Gold: readBrat(string(ann), string(text))})
	}
	return out, nil
}

// readBrat reads text-bound spans (T) and the events (E) that join them.
func readBrat(ann, text string) []Attributed {
	at := characters(text)
	spans := map[string][]record.Span{}
	for _, line := range strings.Split(ann, "\n") {
		id, rest, ok := strings.Cut(line, "\t")
		if !ok || !strings.HasPrefix(id, "T") {
			continue
		}
		place, _, _ := strings.Cut(rest, "\t")
		_, place, _ = strings.Cut(place, " ")
		for _, piece := range strings.Split(place, ";") {
			from, to, _ := strings.Cut(strings.TrimSpace(piece), " ")
			lo, err1 := strconv.Atoi(from)
			hi, err2 := strconv.Atoi(to)
			if err1 == nil && err2 == nil && lo >= 0 && lo < hi && hi < len(at) {
				spans[id] = append(spans[id], record.Cut(text, at[lo], at[hi]))
			}
		}
	}
	var out []Attributed
	for _, line := range strings.Split(ann, "\n") {
		id, rest, ok := strings.Cut(line, "\t")
		if !ok || !strings.HasPrefix(id, "E") {
			continue
		}
		var a Attributed
		for _, arg := range strings.Fields(rest) {
			role, ref, _ := strings.Cut(arg, ":")
			switch strings.TrimRight(role, "0123456789") {
			case "Source":
				a.Source = append(a.Source, spans[ref]...)
			case "Cue":
				a.Cue = append(a.Cue, spans[ref]...)
			case "Content":
				a.Content = append(a.Content, spans[ref]...)
			}
		}
		if len(a.Cue)+len(a.Content) > 0 {
			out = append(out, a)
		}
	}
	return out
}

// characters gives the byte offset of every character, and of the end.
func characters(text string) []int {
	out := make([]int, 0, len(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}
