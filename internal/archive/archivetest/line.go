package archivetest

import (
	"bytes"
	"testing"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
)

func controlMap(id, source, day string) archive.LineMap {
	return archive.LineMap{ID: id, Source: source, Day: day, DayFrom: "file name", Holder: "ASH", Kind: "area", File: day + ".geojson",
		Notes: []string{"spikes dropped: 1"}, Shape: []byte{1, 0, 0, 255, 0}}
}

func lineMaps(t *testing.T, a archive.Archive) {
	ctx := t.Context()
	if all, err := a.Maps(ctx); err != nil || len(all) != 0 {
		t.Errorf("an empty archive has maps: %v, %v", all, err)
	}
	b, c, d := controlMap("m-2", "Birch", "2030-05-01"), controlMap("m-3", "ash", "2030-05-01"), controlMap("m-1", "Birch", "2030-04-01")
	d.Notes, d.Sample, d.Holder = nil, true, ""
	if n, err := a.AddMaps(ctx, []archive.LineMap{c, b, d}, false); n != 3 || err != nil {
		t.Fatalf("%d added, %v", n, err)
	}
	if n, err := a.AddMaps(ctx, []archive.LineMap{b}, false); n != 0 || err != nil {
		t.Errorf("the same again: %d added, %v", n, err)
	}
	all, err := a.Maps(ctx)
	if err != nil || len(all) != 3 || all[0].ID != "m-1" || all[1].ID != "m-2" || all[2].ID != "m-3" {
		t.Fatalf("order: %v, %v; capitals come first", all, err)
	}
	if all[1].Shape != nil || len(all[1].Notes) != 1 || !all[0].Sample || all[1].DayFrom != "file name" {
		t.Errorf("a list: %+v", all)
	}
	if m, err := a.Map(ctx, "m-2"); err != nil || !bytes.Equal(m.Shape, b.Shape) || m.File != b.File {
		t.Errorf("%+v, %v", m, err)
	}
	if _, err := a.Map(ctx, "m-9"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("an unknown id: %v", err)
	}
}

func lineMapsTaken(t *testing.T, a archive.Archive) {
	ctx := t.Context()
	if _, err := a.AddMaps(ctx, []archive.LineMap{controlMap("m-1", "Birch", "2030-05-01")}, false); err != nil {
		t.Fatal(err)
	}
	second := []archive.LineMap{controlMap("m-2", "Birch", "2030-06-01"), controlMap("m-3", "Birch", "2030-05-01")}
	if n, err := a.AddMaps(ctx, second, false); n != 0 || fault.KindOf(err) != fault.Exists {
		t.Errorf("%d added, %v", n, err)
	}
	if all, err := a.Maps(ctx); err != nil || len(all) != 1 {
		t.Errorf("half was added: %v, %v", all, err)
	}
	if n, err := a.AddMaps(ctx, second, true); n != 2 || err != nil {
		t.Errorf("replaced: %d, %v", n, err)
	}
	if _, err := a.Map(ctx, "m-1"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the replaced map: %v", err)
	}
	if all, err := a.Maps(ctx); err != nil || len(all) != 2 {
		t.Errorf("%v, %v", all, err)
	}
}
