package page

import (
	"regexp"
	"strings"
	"time"

	"sitrep/record"
)

// day gives the day of publication: the first place that tells one decides.
func (m *metadata) day() record.Date {
	told := []string{m.published, m.first("article:published_time", "og:article:published_time", "datepublished", "article:published", "parsely-pub-date",
		"sailthru.date", "pubdate", "publish-date", "publish_date", "publishdate", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "date",
		"cxenseparse:recs:publishtime", "article.published", "displaydate", "og:pubdate", "rnews:datepublished", "analytics:date")}
	told = append(told, m.times...)
	told = append(told, pathDay(m.url))
	if len(m.otherTimes) > 0 {
		told = append(told, m.otherTimes[0])
	}
	for _, t := range told {
		if d := dayOf(t); d != "" {
			return d
		}
	}
	for _, t := range m.shown {
		if d := shownDay(t, m.language); d != "" {
			return d
		}
	}
	return ""
}

// dayOf gives the day that a time as pages write it begins with, or "".
func dayOf(s string) record.Date {
	s = strings.TrimSpace(s)
	if len(s) >= 10 {
		if t, err := time.Parse(time.DateOnly, s[:10]); err == nil {
			return record.Date(t.Format(time.DateOnly))
		}
	}
	if len(s) >= 8 {
		if t, err := time.Parse("20060102", s[:8]); err == nil && (len(s) == 8 || s[8] < '0' || s[8] > '9') {
			return record.Date(t.Format(time.DateOnly))
		}
	}
	for _, layout := range []string{"January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC, "2006/01/02",
		"Mon, 02 Jan 2006 15:04:05", "January 2, 2006 3:04 PM", "2006/01/02 15:04:05", "Mon Jan 02 15:04:05 MST 2006"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1900 {
			return record.Date(t.Format(time.DateOnly))
		}
	}
	return ""
}

// pathDays matches a day in the path of an address: /2019/10/19/ or /2019-10-19.
var pathDays = regexp.MustCompile(`/(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[/-]|$)`)

func pathDay(address string) string {
	if p := pathDays.FindStringSubmatch(address); p != nil {
		return p[1] + "-" + p[2] + "-" + p[3]
	}
	return ""
}

// shownDays match days as pages show them: "8 January 2020", "Jan. 8, 2020",
// "30.01.2022", "02/10/2020".
var (
	dayMonth  = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\.?,? (\d{4})\b`)
	monthDay  = regexp.MustCompile(`\b([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
	dotted    = regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`)
	slashed   = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
	yearFirst = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
)

// shownDay gives the day that a short text shows, or "". In "02/10/2020" the
// month comes first on pages in American English, the day on others of a known
// country; where nothing tells, the day is not known.
func shownDay(s, language string) record.Date {
	if p := yearFirst.FindStringSubmatch(s); p != nil {
		return parsed("2006-1-2", p[1]+"-"+p[2]+"-"+p[3])
	}
	if p := dayMonth.FindStringSubmatch(s); p != nil {
		return parsed("2-Jan-2006", p[1]+"-"+p[2][:3]+"-"+p[3])
	}
	if p := monthDay.FindStringSubmatch(s); p != nil {
		return parsed("2-Jan-2006", p[2]+"-"+p[1][:3]+"-"+p[3])
	}
	if p := dotted.FindStringSubmatch(s); p != nil {
		return parsed("2-1-2006", p[1]+"-"+p[2]+"-"+p[3])
	}
	p := slashed.FindStringSubmatch(s)
	if p == nil {
		return ""
	}
	dayFirst, monthFirst := parsed("2-1-2006", p[1]+"-"+p[2]+"-"+p[3]), parsed("1-2-2006", p[1]+"-"+p[2]+"-"+p[3])
	switch country := strings.ToLower(language); {
	case dayFirst == "" || dayFirst == monthFirst:
		return monthFirst
	case monthFirst == "":
		return dayFirst
	case strings.HasSuffix(country, "-us"):
		return monthFirst
	case strings.Contains(country, "-"):
		return dayFirst
	}
	return ""
}

func parsed(layout, s string) record.Date {
	t, err := time.Parse(layout, s)
	if err != nil {
		return ""
	}
	return record.Date(t.Format(time.DateOnly))
}

// What may stand around a day that stands alone.
var (
	beforeDay = regexp.MustCompile(`(?i)^(first |last )?(published|posted|updated|modified|created)?( on)?:? ?((mon|tues|wednes|thurs|fri|satur|sun)day,? )?$`)
	afterDay  = regexp.MustCompile(`^[ ,|·•–-]*(at )?(\d{1,2}[:.]\d{2})? ?([aApP]\.?[mM]\.?)? ?([A-Z]{2,4})?\.?$`)
)

// onlyDay tells whether a block shows a day and next to nothing else: "Published
// Aug. 16, 2020, 9:41 a.m.". It is of the page, not of the article.
func onlyDay(block string) bool {
	if len(block) > 60 {
		return false
	}
	for _, shape := range []*regexp.Regexp{dayMonth, monthDay, dotted, slashed, yearFirst} {
		if at := shape.FindStringIndex(block); at != nil {
			return beforeDay.MatchString(block[:at[0]]) && afterDay.MatchString(block[at[1]:])
		}
	}
	return false
}
