package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"sitrep/record"
)

// csvColumns are the columns of the flat table, in order.
var csvColumns = [...]string{"event", "report", "outlet", "url", "title", "published", "type", "mode", "context", "quad", "scale", "cameo",
	"actor", "actor_code", "recipient", "recipient_code", "reciprocal", "date_from", "date_to", "date_bound",
	"place", "lat", "lon", "country", "dead", "injured", "arrested", "modality", "negated", "historical",
	"statement", "source", "source_code", "source_kind", "channel", "chain", "rule", "text"}

func csvWriter(w io.Writer) func(*record.Reading, *record.Event) error {
	c := csv.NewWriter(w)
	first := true
	return func(r *record.Reading, e *record.Event) error {
		if first {
			first = false
			if err := c.Write(csvColumns[:]); err != nil {
				return err
			}
		}
		if err := c.Write(csvRow(r, e)); err != nil {
			return err
		}
		c.Flush()
		return c.Error()
	}
}

func csvRow(r *record.Reading, e *record.Event) []string {
	s := saidBy(r, e)
	var name, lat, lon, country string
	if p := place(r, e); p != nil {
		name, country = p.Name, p.Country
		if p.Lat != nil && p.Lon != nil {
			lat, lon = strconv.FormatFloat(*p.Lat, 'f', 4, 64), strconv.FormatFloat(*p.Lon, 'f', 4, 64)
		}
	}
	d, i, a := size(r, e)
	return []string{string(e.ID), string(r.Report.ID), guard(r.Report.Outlet), r.Report.URL, guard(r.Report.Title), string(r.Report.Published.Value),
		e.Type, e.Mode, strings.Join(e.Context, ";"), strconv.Itoa(quad(e.Type)), number(scale(e.Type, e.Mode)), e.CAMEO,
		guard(names(e.Actor)), codes(e.Actor), guard(names(e.Recipient)), codes(e.Recipient), strconv.FormatBool(e.Reciprocal),
		string(e.Date.From), string(e.Date.To), string(e.Date.Bound), guard(name), lat, lon, country,
		optional(d), optional(i), optional(a), string(e.Modality), strconv.FormatBool(e.Negated), strconv.FormatBool(e.Historical),
		s.ID, guard(s.Source), s.Code, s.Kind, s.Channel, guard(s.Chain), string(e.Rule), guard(e.Span.Text)}
}

// guard keeps spreadsheets from taking a text for a formula.
func guard(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func names(list []record.Party) string {
	var out []string
	for _, p := range list {
		n := p.Name
		if n == "" {
			n = p.Span.Text
		}
		out = append(out, n)
	}
	return strings.Join(out, "; ")
}

func codes(list []record.Party) string {
	var out []string
	for _, p := range list {
		out = append(out, strings.TrimPrefix(p.Code, "--- "))
	}
	return strings.Join(out, "; ")
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func optional(f *float64) string {
	if f == nil {
		return ""
	}
	return number(*f)
}
