package sqlite

import (
	"encoding/json"
	"errors"
	"testing"

	"sitrep/internal/archive/archivetest"
	"sitrep/record"
)

func packed(tb testing.TB, r *record.Reading) []byte {
	tb.Helper()
	p, err := newPacker()
	if err != nil {
		tb.Fatal(err)
	}
	b, err := p.pack(r)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// FuzzUnpack: a stored reading that was damaged is told as damaged, never a
// panic; one that can be read packs and reads back the same.
func FuzzUnpack(f *testing.F) {
	f.Add(packed(f, archivetest.Reading("Gazette", "", "2023", "x", "Ada Vale said that rain fell.")), "Ada Vale said that rain fell.")
	f.Add([]byte{}, "")
	f.Add([]byte{0x4b, 0x04, 0x00}, "x")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		r, err := unpack(data, text)
		if err != nil {
			if !errors.Is(err, errDamaged) {
				t.Errorf("%v", err)
			}
			return
		}
		again, err := unpack(packed(t, r), r.Text)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := json.Marshal(r)
		b, _ := json.Marshal(again)
		if string(a) != string(b) {
			t.Errorf("%.300s became %.300s", a, b)
		}
	})
}

func BenchmarkPack(b *testing.B) {
	text := ""
	for range 40 {
		text += "Ada Vale said that the harbour of Eastmere is open again. "
	}
	r := archivetest.Reading("Gazette", "", "2023", "x", text)
	p, err := newPacker()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.pack(r); err != nil {
			b.Fatal(err)
		}
	}
}
