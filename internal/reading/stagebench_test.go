package reading

import (
	"os"
	"strings"
	"testing"

	"sitrep/internal/lang"
	"sitrep/record"
)

// benchText is a report of invented news, as long as a usual one.
var benchText = strings.Repeat(`The council of Velsk closed the dam on Monday after engineers warned that it could fail, two officials close to the council said.

"We have no choice," said Marta Kolen, the council's head. "The water is too high. It will stay closed until the rain stops."

According to a report by the water office, the level rose by two metres in a week, and 300 people left their homes. Ivo Bress, who leads the opposition, denied that the dam was unsafe and accused the council of playing with fear. He has been sending signals that he is open to talks, people familiar with the matter told the Velsk Herald.

The road to Torin remained closed. Trucks waited in long lines at the border. It is not clear whether Bress would accept a truce before the vote.
`, 6)

// BenchmarkStages shows what each stage costs: statements must stay below 40 %
// of the trees.
func BenchmarkStages(b *testing.B) {
	r, err := New(Options{Language: lang.Language{Code: "en", Tables: os.DirFS("../lang/en/tables"), Models: os.DirFS("../lang/en/models")}})
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"tags", "trees", "statements", "positions"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				b.StopTimer()
				d := &draft{in: Input{Text: benchText}, out: &record.Reading{Text: benchText}}
				for _, s := range r.stages {
					if s.name == name {
						b.StartTimer()
						s.run(d)
						b.StopTimer()
						break
					}
					s.run(d)
				}
			}
		})
	}
}
