package score

// Rows lists what docs/scorecard.md publishes, in its order.
func Rows() []Row {
	return []Row{
		{Title: "The seed article", Task: "reading", Gold: "seed/000_cc9a391297ebb35f.gold.json", Note: "found of gold, by the rules of its own gold file",
			Keys: []Bar{{"statements", "12"}, {"positions", "5"}, {"conflicts", "1"}, {"cautions", "2"}, {"figures", "6"}, {"events", "6 of 7"}, {"line", "3"}, {"times", "9"}, {"must_not", "none"}, {"missing", ""}}},
		{Title: "Trees from gold words, EWT dev", Task: "parse", Gold: "parse/en_ewt-ud-dev.conllu",
			Keys: []Bar{{"upos", "≥ 0.96"}, {"xpos", ""}, {"lemma", "≥ 0.97"}, {"uas", ""}, {"las", "≥ 0.855"}, {"clas", ""}, {"tokens_per_second", ""}}},
		{Title: "Trees from raw text, EWT dev", Task: "parse", Gold: "parse/en_ewt-ud-dev.conllu", Raw: true, Note: "with --raw",
			Keys: []Bar{{"sentences_f1", "≥ 0.85"}, {"tokens_f1", "≥ 0.99"}, {"upos", ""}, {"lemma", ""}, {"las", "≥ 0.83"}, {"tokens_per_second", ""}}},
		{Title: "Trees from gold words, GUM dev (free genres)", Task: "parse", Gold: "parse/en_gum_FREE-CCBY-subset_dev.conllu",
			Keys: []Bar{{"upos", ""}, {"lemma", ""}, {"las", ""}, {"clas", ""}}},
		{Title: "Names, re3d", Task: "names", Gold: "names/re3d", Keys: []Bar{{"f1", "≥ 0.75"}}},
		{Title: "Statements, PolNeAR dev", Task: "attribution", Gold: "attribution/polnear/dev", Note: "exact match; j is Jaccard",
			Keys: []Bar{{"source", "f1 ≥ 0.72"}, {"cue", "f1 ≥ 0.68"}, {"content", "f1 ≥ 0.61"}}},
		{Title: "Quotes, 97 articles", Task: "quotes", Gold: "attribution/quotes/quotes.jsonl",
			Keys: []Bar{{"f1_03", "≥ 0.84"}, {"f1_08", "≥ 0.77"}, {"speaker", "≥ 0.87"}}},
		{Title: "Times, TimeBank and AQUAINT", Task: "times", Gold: "times/TBAQ-cleaned",
			Keys: []Bar{{"strict_f1", "≥ 0.83"}, {"relaxed_f1", ""}, {"type_f1", ""}, {"value_f1", "≥ 0.80"}}},
		{Title: "Times, WikiWars", Task: "times", Gold: "times/wikiwars",
			Keys: []Bar{{"strict_f1", ""}, {"relaxed_f1", ""}, {"value_f1", "≥ 0.85"}}},
		{Title: "Figures, labelled excerpts", Task: "figures", Gold: "figures/gold.jsonl",
			Keys: []Bar{{"exact", "≥ 0.90"}, {"extra", "≤ 0.05"}}},
		{Title: "Figures, headlines of UCDP", Task: "figures", Gold: "figures/ucdp_ukraine.jsonl", Keys: []Bar{{"exact", "≥ 0.95"}}},
		{Title: "Places, LGL", Task: "places", Gold: "places/lgl.xml",
			Keys: []Bar{{"find_strict_f1", "≥ 0.78"}, {"find_overlap_f1", "≥ 0.84"}, {"resolve_161km", "≥ 0.85"}, {"resolve_161km_end_to_end", ""}, {"country", "≥ 0.97"}, {"admin1", ""}, {"mean_km", ""}, {"median_km", ""}, {"auc", ""}}},
		{Title: "Places, GeoVirus", Task: "places", Gold: "places/GeoVirus.xml",
			Keys: []Bar{{"find_strict_f1", "≥ 0.78"}, {"find_overlap_f1", "≥ 0.84"}, {"resolve_161km", "≥ 0.92"}, {"resolve_161km_end_to_end", ""}, {"country", "≥ 0.97"}, {"mean_km", ""}, {"median_km", ""}, {"auc", ""}}},
		{Title: "Events, PLOVER records", Task: "events", Gold: "events/plover_gsr.json",
			Keys: []Bar{{"any", ""}, {"type", "≥ 0.80"}, {"type_mode", ""}, {"actor", ""}, {"recipient", ""}, {"all", "≥ 0.60"}, {"extra_per_record", "≤ 0.5"}}},
		{Title: "Events, pair marked", Task: "events", Gold: "events/plv_train.tsv",
			Keys: []Bar{{"accuracy", ""}, {"macro_f1", "≥ 0.75"}, {"quad_macro_f1", "≥ 0.85"}, {"cooperation_f1", "≥ 0.95"}}},
		{Title: "Actors, names and agents of the Phoenix files", Task: "actors", Gold: "actors",
			Keys: []Bar{{"countries", "all"}, {"agents", "≥ 0.90"}}},
	}
}
