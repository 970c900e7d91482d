package ingest_test

import (
	"strings"
	"testing"

	"sitrep/internal/fault"
)

func TestLines(t *testing.T) {
	for _, c := range []struct{ line, text, day, refusal string }{
		{`{"text":"A text."}`, "A text.", "", ""},
		{`{"text":"A text.","date":"2022-02-01"}`, "A text.", "2022-02-01", ""},
		{`{"text":"A text.","date":"2022-02"}`, "A text.", "2022-02", ""},
		{`{"text":"A text.","date":"2022"}`, "A text.", "2022", ""},
		{`{"text":"A text.","date":"2022-02-01T23:30:00-05:00"}`, "A text.", "2022-02-01", ""},
		{`{"text":"A text.","published":"Tue, 01 Feb 2022 23:30:00 GMT"}`, "A text.", "2022-02-01", ""},
		{`{"text":"A text.","date":"2023-12-27"}`, "A text.", "2023-12-27", ""},
		{"\ufeff" + `{"text":"Ж","other":[1,{}]}`, "Ж", "", ""},
		{`{"text":"A text.","date":"2024-01-05"}`, "", "", "lies in the future"},
		{`{"text":"A text.","date":"1899-12-31"}`, "", "", "before 1900"},
		{`{"text":"A text.","date":"yesterday"}`, "", "", "cannot be read"},
		{`{"text":"A text.","date":"2022-02-30"}`, "", "", "cannot be read"},
		{`{"text":"A te`, "", "", "no JSON after byte"},
		{`{"title":"x"}`, "", "", `no field "text"`},
		{`{"text":null}`, "", "", `no field "text"`},
		{`{"text":"  "}`, "", "", "has no text"},
		{`{"text":5}`, "", "", `the field "text" is a number`},
		{`[1,2]`, "", "", "is an array"},
		{`{"text":"a\u0000b"}`, "", "", "NUL"},
		{"{\"text\":\"\xff\"}", "", "", "not valid UTF-8"},
	} {
		items := all(t, from(`{"text":"first"}`+"\n\n"+c.line+"\r\n"+`{"text":"last"}`))
		if len(items) != 3 || items[0].Input.Text != "first" || items[2].Input.Text != "last" {
			t.Errorf("%s: the lines around it were lost: %+v", c.line, items)
			continue
		}
		it := items[1]
		switch {
		case it.Origin.Line != 3:
			t.Errorf("%s: origin %v", c.line, it.Origin)
		case c.refusal == "" && (it.Err != nil || it.Input.Text != c.text || string(it.Input.Published) != c.day):
			t.Errorf("%s: %+v", c.line, it)
		case c.refusal != "" && (it.Err == nil || !strings.Contains(it.Err.Error(), c.refusal) || !strings.Contains(it.Err.Error(), "line 3")):
			t.Errorf("%s: error %v, want one that names line 3 and says %q", c.line, it.Err, c.refusal)
		case c.refusal != "" && (fault.KindOf(it.Err) != fault.Invalid || len(it.Raw) == 0):
			t.Errorf("%s: kind %v, %d bytes kept", c.line, fault.KindOf(it.Err), len(it.Raw))
		}
	}
}
