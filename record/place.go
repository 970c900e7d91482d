package record

// Place is a place named in a report, resolved to a point where that can be done.
// Lat and Lon are absent, never zero, when it cannot.
type Place struct {
	ID        ID       `json:"id"`
	Span      Span     `json:"span"`
	Name      string   `json:"name,omitempty"` // as the gazetteer has it
	GeonameID int      `json:"geonameid,omitempty"`
	Lat       *float64 `json:"lat,omitempty"` // degrees, WGS 84
	Lon       *float64 `json:"lon,omitempty"`
	Country   string   `json:"country,omitempty"` // ISO 3166-1 alpha-3
	Admin1    string   `json:"admin1,omitempty"`  // name of the first division
	// Feature is a GeoNames class and code: "P.PPL".
	Feature string `json:"feature,omitempty"`
	// Precision is a radius in kilometres within which the place is meant.
	Precision  float64 `json:"precision,omitempty"`
	Confidence float64 `json:"confidence,omitempty"` // 0 to 1
	// Why tells what spoke for this reading, or why there is no point.
	Why  string `json:"why,omitempty"`
	Rule RuleID `json:"rule"`
}
