package score

import (
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sitrep/internal/fault"
	"sitrep/record"
)

// timex is a time of a TimeML file or of a reading: byte offsets into the text.
type timex struct {
	start, end int
	typ, value string
	text, file string
	rule       string
}

// timeml is one TimeML document.
type timeml struct {
	file      string
	text      string
	published record.Date
	times     []timex
}

// readTimeML reads a file, or every .tml file under a folder in the order of
// their paths.
func readTimeML(path string) ([]timeml, error) {
	var files []string
	err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(p, ".tml") && filepath.Base(filepath.Dir(p)) != "testpipeline" {
			files = append(files, p)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		return nil, fault.New(fault.NotFound, "score.times", path, err).Hinted("give a .tml file or a folder that holds some")
	}
	sort.Strings(files)
	var docs []timeml
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, fault.New(fault.Other, "score.times", f, err)
		}
		docs = append(docs, parseTimeML(filepath.Base(f), string(data)))
	}
	return docs, nil
}

// parseTimeML takes the text between <TEXT> marks without its tags. Some of the
// published files are not well formed, so tags are read one by one.
func parseTimeML(name, data string) timeml {
	d := timeml{file: name}
	head, body, ok := strings.Cut(data, "<TEXT>")
	if !ok {
		head, body = data, ""
	}
	if i := strings.Index(head, "CREATION_TIME"); i >= 0 {
		if open := strings.LastIndexByte(head[:i], '<'); open >= 0 {
			tag, _, _ := strings.Cut(head[open:], ">")
			d.published = record.Date(attribute(tag, "value"))
		}
	}
	body, _, _ = strings.Cut(body, "</TEXT>")
	var text strings.Builder
	var open []timex
	for body != "" {
		i := strings.IndexByte(body, '<')
		if i < 0 {
			i = len(body)
		}
		text.WriteString(html.UnescapeString(body[:i]))
		if body = body[i:]; body == "" {
			break
		}
		end := strings.IndexByte(body, '>')
		if end < 0 {
			break
		}
		tag := body[:end]
		body = body[end+1:]
		switch {
		case strings.HasPrefix(tag, "<TIMEX3"):
			t := timex{start: text.Len(), typ: attribute(tag, "type"), value: attribute(tag, "value"), file: name}
			if attribute(tag, "functionInDocument") == "CREATION_TIME" && d.published == "" {
				d.published = record.Date(t.value)
			}
			open = append(open, t)
		case strings.HasPrefix(tag, "</TIMEX3") && len(open) > 0:
			t := open[len(open)-1]
			open = open[:len(open)-1]
			t.end = text.Len()
			if t.end > t.start {
				d.times = append(d.times, t)
			}
		}
	}
	d.text = text.String()
	for i := range d.times {
		d.times[i].text = d.text[d.times[i].start:d.times[i].end]
	}
	sort.SliceStable(d.times, func(i, j int) bool { return d.times[i].start < d.times[j].start })
	return d
}

func attribute(tag, name string) string {
	_, rest, ok := strings.Cut(tag, " "+name+"=\"")
	if !ok {
		return ""
	}
	v, _, _ := strings.Cut(rest, "\"")
	return html.UnescapeString(v)
}
