package web

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"
	"net/http"
	"strings"

	"sitrep/internal/line"
)

// sliderData is what the script moves through days with: every map of a series,
// drawn in the page's projection.
type sliderData struct {
	Days   []string     `json:"days"`
	Area   []float64    `json:"area"`
	KM     [][3]float64 `json:"km"`
	Ground []string     `json:"ground"`
	Front  []string     `json:"front"`
}

// version names the maps of a series, so that browsers may keep the data.
func version(states []*line.State) string {
	h := sha256.New()
	for _, st := range states {
		h.Write([]byte(st.ID))
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

func (s *Server) lineData(w http.ResponseWriter, r *http.Request) {
	p := &linePage{}
	var err error
	if p.Series, err = s.o.Line.Series(r.Context(), line.Filter{}); err != nil {
		s.lineProblem(w, r, err)
		return
	}
	if len(p.Series) == 0 {
		s.missing(w, r)
		return
	}
	if err := p.choose(r); err != nil {
		s.lineProblem(w, r, err)
		return
	}
	states, err := s.lineStates(r.Context(), p.Shown)
	if err != nil {
		s.lineProblem(w, r, err)
		return
	}
	pr := project(view(states), mapRatio)
	d := sliderData{Days: p.Maps}
	for _, st := range states {
		d.Area = append(d.Area, math.Round(st.AreaKM2*10)/10)
		d.KM = append(d.KM, [3]float64{math.Round(st.Lengths[0].KM), math.Round(st.Lengths[1].KM), math.Round(st.Lengths[2].KM)})
		d.Ground = append(d.Ground, pr.area(st.Area))
		d.Front = append(d.Front, pr.paths(st.Front))
	}
	w.Header().Set("Content-Type", "application/json")
	if r.FormValue("v") == version(states) {
		w.Header().Set("Cache-Control", "private, max-age=31536000, immutable")
	}
	// Each day repeats most of the day before, so that it packs to a tenth.
	if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		_ = json.NewEncoder(w).Encode(d) // the reader went away: nothing to do
		return
	}
	w.Header().Set("Content-Encoding", "gzip")
	w.Header().Add("Vary", "Accept-Encoding")
	z := gzip.NewWriter(w)
	_ = json.NewEncoder(z).Encode(d)
	_ = z.Close()
}
