package export

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"sitrep/record"
)

// gdeltExtra are the columns that follow GDELT's 61.
const gdeltExtra = 8

// gdeltWriter writes the 61 tab-separated columns of GDELT 2.0 event files and
// eight of our own: statement, source, source code, source kind, channel, chain,
// modality (with "not " before it where the event is denied) and rule. One row a
// pair of actor and recipient; a reciprocal event is one row. What sitrep does
// not know (tone, ethnic and religious codes, FIPS codes) stays empty.
func gdeltWriter(w *bufio.Writer) func(*record.Reading, *record.Event) error {
	return func(r *record.Reading, e *record.Event) error {
		actors, recipients := e.Actor, e.Recipient
		if e.Reciprocal && len(actors) > 1 && len(recipients) == 0 {
			actors, recipients = e.Actor[:1], e.Actor[1:2]
		}
		if len(actors) == 0 {
			actors = []record.Party{{}}
		}
		if len(recipients) == 0 {
			recipients = []record.Party{{}}
		}
		n := 0
		for _, a := range actors {
			for _, b := range recipients {
				id := string(e.ID)
				if n > 0 {
					id += "-" + strconv.Itoa(n)
				}
				n++
				if _, err := w.WriteString(strings.Join(gdeltRow(r, e, id, a, b), "\t") + "\n"); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func gdeltRow(r *record.Reading, e *record.Event, id string, a, b record.Party) []string {
	row := make([]string, 0, 61+gdeltExtra)
	from, _ := day(r, e)
	sql := strings.ReplaceAll(from, "-", "")
	month, year, fraction := "", "", ""
	if len(sql) == 8 {
		month, year = sql[:6], sql[:4]
		m, _ := strconv.Atoi(sql[4:6])
		d, _ := strconv.Atoi(sql[6:])
		fraction = fmt.Sprintf("%s.%04d", year, ((m-1)*30+d)*10000/365)
	}
	row = append(row, id, sql, month, year, fraction)
	row = append(append(row, gdeltActor(a)...), gdeltActor(b)...)
	base, root := e.CAMEO, e.CAMEO
	if len(base) > 3 {
		base = base[:3]
	}
	if len(root) > 2 {
		root = root[:2]
	}
	row = append(row, "1", e.CAMEO, base, root, strconv.Itoa(quad(e.Type)), number(scale(e.Type, e.Mode)),
		strconv.Itoa(1+len(e.Mentions)), "1", "1", "")
	geo := gdeltPlace(r, e)
	empty := make([]string, 8)
	row = append(append(append(row, empty...), empty...), geo...)
	row = append(row, sql, r.Report.URL)
	s := saidBy(r, e)
	told := string(e.Modality)
	if e.Negated {
		told = "not " + told
	}
	row = append(row, s.ID, s.Source, s.Code, s.Kind, s.Channel, s.Chain, told, string(e.Rule))
	for i, v := range row {
		row[i] = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(v)
	}
	return row
}

// gdeltActor gives the ten columns of an actor.
func gdeltActor(p record.Party) []string {
	country, sectors := code(p.Code)
	out := []string{country + strings.Join(sectors, ""), strings.ToUpper(p.Name), country, "", "", "", "", "", "", ""}
	if out[0] == "" && p.Name == "" {
		out[1] = strings.ToUpper(p.Span.Text)
	}
	for i := 0; i < len(sectors) && i < 3; i++ {
		out[7+i] = sectors[i]
	}
	return out
}

// gdeltPlace gives the eight columns of where it happened. The type is GDELT's: 1 a
// country, 4 a town elsewhere than in the USA, 5 a division.
func gdeltPlace(r *record.Reading, e *record.Event) []string {
	out := make([]string, 8)
	p := place(r, e)
	if p == nil {
		return out
	}
	switch {
	case strings.HasPrefix(p.Feature, "A.PCL"):
		out[0] = "1"
	case strings.HasPrefix(p.Feature, "A."):
		out[0] = "5"
	default:
		out[0] = "4"
	}
	out[1] = p.Name
	if p.Lat != nil && p.Lon != nil {
		out[5], out[6] = strconv.FormatFloat(*p.Lat, 'f', 4, 64), strconv.FormatFloat(*p.Lon, 'f', 4, 64)
	}
	if p.GeonameID > 0 {
		out[7] = strconv.Itoa(p.GeonameID)
	}
	return out
}
