package when_test

import (
	"testing"

	"sitrep/record"
)

// newsCases are read as reports of the day that stands beside them.
var newsCases = []struct{ day, text, want string }{
	{"2023-03-07", "It counted 21,793 since it began on Feb. 24, 2022 – 8,173 of them here.", "Feb. 24, 2022=2022-02-24"},
	{"2023-09-30", "Whether either side can break it this winter is unclear.", "this winter=2023-WI"},
	{"2023-04-10", "It was cold this winter.", "this winter=2022-WI"},
	{"2023-01-20", "It is cold this winter.", "this winter=2022-WI"},
	{"2013-03-22", "It ends in December.", "December=2013-12"},
	{"2013-03-22", "The truce lasted 2 hours and 15 minutes.", "2 hours and 15 minutes=PT2H15M"},
	{"2013-03-22", "He served 8 years, 3 months.", "8 years, 3 months=P8Y3M"},
	{"2013-03-22", "A quarter of a century ago he left.", "A quarter of a century ago=1988"},
	{"2013-03-22", "It took three-quarters of an hour.", "three-quarters of an hour=PT45M"},
	{"2013-03-22", "The decades-old law fell.", "decades-old=PXE"},
	{"2013-03-22", "A day-long strike began.", "day-long=P1D"},
	{"2013-03-22", "He left the night before.", "the night before=2013-03-21TNI"},
	{"2013-03-22", "He came on March 3. The next morning he slept.", "March 3=2013-03-03; The next morning=2013-03-04TMO"},
	{"2013-03-22", "He had left two days before.", "two days before=2013-03-20"},
	{"2013-03-22", "They open on Sunday mornings.", "Sunday mornings=XXXX-WXX-7TMO"},
	{"2013-03-22", "They open on weekends.", "weekends=XXXX-WXX-WE"},
	{"2013-03-22", "They meet once a month.", "once a month=P1M"},
	{"2013-03-22", "One day he will leave.", ""},
	{"2013-03-22", "He left at 7 in the morning.", "7 in the morning=2013-03-22T07:00"},
	{"2013-03-22", "It will grow in the years to come.", "the years to come=PXY"},
	{"2013-03-22", "The guards meet separately Monday.", "Monday=2013-03-18"}, // without tags the tense is not known
	{"2013-03-22", "A vote is set for Sunday.", "Sunday=2013-03-24"},
	{"2013-03-22", "It was extended to Nov. 16.", "Nov. 16=2013-11-16"},
	{"2013-03-22", "They gave him until 9 a.m. Tuesday.", "9 a.m. Tuesday=2013-03-26T09:00"},
	{"2013-03-22", "Until Thursday, they had not named him.", "Thursday=2013-03-21"},
	{"2013-03-22", "They were planning to march on Saturday.", "Saturday=2013-03-23"},
	{"1989-10-27", "The fund has fallen this year through Oct. 19.", "this year=1989; Oct. 19=1989-10-19"},
	{"1989-10-27", "For the quarter ended Sept. 30 it lost money.", "the quarter=1989-Q3; Sept. 30=1989-09-30"},
}

func TestNews(t *testing.T) {
	r := newReader(t)
	for _, c := range newsCases {
		got, _ := r.read(c.text, record.Date(c.day))
		if s := brief(got); s != c.want {
			t.Errorf("%s %q\n got %s\nwant %s", c.day, c.text, s, c.want)
		}
	}
}
