package when_test

import (
	"slices"
	"testing"
)

// cases are read on Tuesday, 26 December 2023, unless another day leads the text.
var cases = []struct{ text, want string }{
	// dates written out
	{"Velt was taken on March 5, 2022.", "March 5, 2022=2022-03-05"},
	{"Velt was taken on 5 March 2022.", "5 March 2022=2022-03-05"},
	{"Velt was taken on the 5th of March 2022.", "5th of March 2022=2022-03-05"},
	{"Velt was taken on Sat., March 5, 2022.", "Sat., March 5, 2022=2022-03-05"},
	{"Velt was taken on Saturday, 5 March 2022.", "Saturday, 5 March 2022=2022-03-05"},
	{"It fell on Feb. 24, 2022, and rose again.", "Feb. 24, 2022=2022-02-24"},
	{"It fell on 2022-02-24.", "2022-02-24=2022-02-24"},
	{"It fell on 24.02.2022.", "24.02.2022=2022-02-24"},
	{"It fell on 02/24/2022.", "02/24/2022=2022-02-24"},
	{"It fell on 24/02/2022.", "24/02/2022=2022-02-24"},
	{"It lasted since Oct. 2022.", "Oct. 2022=2022-10"},
	{"In October 2022 the line held.", "October 2022=2022-10"},
	{"In October, 2022, the line held.", "October, 2022=2022-10"},
	{"In 2022 the line held.", "2022=2022"},
	{"By March the town had fallen.", "March=2023-03"},
	{"On December 3 the town fell.", "December 3=2023-12-03"},
	{"The talks will resume on January 9.", "January 9=2024-01-09"},
	{"They met on February 29, 2023.", "February 29, 2023=2023-02"},
	// ranges
	{"From 1 to 28 February 2023 it rained.", "1=2023-02-01; 28 February 2023=2023-02-28"},
	{"On Feb. 24-27, 2022, it rained.", "Feb. 24=2022-02-24; 27, 2022=2022-02-27"},
	{"Between 1 June and 31 August 2024 it rained.", "1 June=2024-06-01; 31 August 2024=2024-08-31"},
	{"The war of 1914-18 was long.", "1914=1914; 18=1918"},
	// weekdays
	{"Orlov spoke on Monday.", "Monday=2023-12-25"},
	{"Orlov spoke on Tuesday.", "Tuesday=2023-12-26"},
	{"Orlov spoke last Friday.", "last Friday=2023-12-22"},
	{"Orlov will speak on Friday.", "Friday=2023-12-29"},
	{"Orlov will speak next Monday.", "next Monday=2024-01-01"},
	{"Orlov spoke on Monday morning.", "Monday morning=2023-12-25TMO"},
	{"Shelling went on overnight into Tuesday.", "overnight into Tuesday=2023-12-25TNI"},
	// relative
	{"Orlov spoke yesterday.", "yesterday=2023-12-25"},
	{"Orlov spoke today.", "today=2023-12-26"},
	{"Orlov will speak tomorrow.", "tomorrow=2023-12-27"},
	{"Last week the line moved.", "Last week=2023-W51"},
	{"Next week the line may move.", "Next week=2024-W01"},
	{"This month the line moved.", "This month=2023-12"},
	{"Last month the line moved.", "Last month=2023-11"},
	{"Last year the line moved.", "Last year=2022"},
	{"It has gone on since early last year.", "early last year=2022"},
	{"It moved late last year.", "late last year=2022"},
	{"It is due by mid-2024.", "mid-2024=2024"},
	{"It moved earlier this week.", "earlier this week=2023-W52"},
	{"It moved two weeks ago.", "two weeks ago=2023-12-12"},
	{"It moved three days ago.", "three days ago=2023-12-23"},
	{"It moved ten years ago.", "ten years ago=2013"},
	{"It moved two months ago.", "two months ago=2023-10"},
	{"On May 5, 2022, it fell. Two days later, it was retaken.", "May 5, 2022=2022-05-05; Two days later=2022-05-07"},
	{"On May 5, 2022, it fell. The following day, it was retaken.", "May 5, 2022=2022-05-05; The following day=2022-05-06"},
	{"On May 5, 2022, it fell. A year earlier, nobody knew it.", "May 5, 2022=2022-05-05; A year earlier=2021"},
	// seasons and quarters
	{"He sent word last fall.", "last fall=2022-FA"},
	{"The push of the summer failed.", "the summer=2023-SU"},
	{"They gather strength over the winter.", "the winter=2023-WI"},
	{"In the spring of 2022 they left.", "the spring of 2022=2022-SP"},
	{"In autumn 2022 they left.", "autumn 2022=2022-FA"},
	{"In the third quarter output fell.", "the third quarter=2023-Q3"},
	{"In the first half of 2022 output fell.", "the first half of 2022=2022-H1"},
	{"In fiscal 2023 output fell.", "fiscal 2023=2023"},
	// decades and centuries
	{"In the 1990s it was a village.", "the 1990s=199"},
	{"In the early 1990s it was a village.", "the early 1990s=199"},
	{"In the 19th century it was a village.", "the 19th century=18"},
	{"It was besieged in 480 BC.", "480 BC=BC0480"},
	// hours
	{"It began at 4 a.m. on 24 February 2022.", "4 a.m. on 24 February 2022=2022-02-24T04:00"},
	{"It began at 4am on 24 February 2022.", "4am on 24 February 2022=2022-02-24T04:00"},
	{"Counted until 24:00 on June 22 (local time).", "24:00 on June 22 (local time)=2023-06-22T24:00"},
	{"It ended at 10:30 p.m. Monday.", "10:30 p.m. Monday=2023-12-25T22:30"},
	{"It ended at 1800 GMT on Monday.", "1800 GMT on Monday=2023-12-25T18:00"},
	{"It ended at noon on Sunday.", "noon on Sunday=2023-12-24T12:00"},
	{"It ended this morning.", "this morning=2023-12-26TMO"},
	{"It ended last night.", "last night=2023-12-25TNI"},
	// lengths
	{"They held out for two weeks.", "two weeks=P2W"},
	{"They signed a 30-day truce.", "30-day=P30D"},
	{"In the past week, it rained.", "the past week=P1W"},
	{"In the past two months, it rained.", "the past two months=P2M"},
	{"They held out for several days.", "several days=PXD"},
	{"They held out for more than four hours.", "more than four hours=PT4H"},
	{"They held out for half an hour.", "half an hour=PT30M"},
	// sets and references
	{"They are shelled every day.", "every day=P1D"},
	{"They are shelled daily.", "daily=P1D"},
	{"It rains each July.", "each July=XXXX-07"},
	{"It is quiet now.", "now=PRESENT_REF"},
	{"It was shelled recently.", "recently=PAST_REF"},
	{"In the future it may change.", "the future=FUTURE_REF"},
	// bounds
	{"It has gone on since at least September.", "at least September=2023-09"},
	// no times
	{"Resolution 2334 was read aloud.", ""},
	{"The march of the guards may go on.", ""},
	{"She may come.", ""},
	{"Prices fall when the guns fall silent.", ""},
	{"He came second.", ""},
	{"About 2000 people left.", ""},
	{"The Su-2000 was shot down.", ""},
	{"They advanced 1,900 metres.", ""},
}

func TestCases(t *testing.T) {
	r := newReader(t)
	for _, c := range slices.Concat(cases, moreCases) {
		got, _ := r.read(c.text, "2023-12-26")
		if s := brief(got); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
