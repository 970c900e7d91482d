-- An archive of schema 2 with invented reports, as that version wrote it. Never change it.
PRAGMA application_id = 1398035024;
PRAGMA user_version = 2;
CREATE TABLE report (
	n INTEGER PRIMARY KEY,             -- order of adding
	id TEXT NOT NULL UNIQUE,           -- record.ReportID
	url TEXT NOT NULL, outlet TEXT NOT NULL,
	sha256 TEXT NOT NULL,              -- of the text
	day TEXT NOT NULL,                 -- archive.Day; '' when unknown
	added INTEGER NOT NULL,            -- Unix milliseconds
	version INTEGER NOT NULL, latest INTEGER NOT NULL,
	bytes INTEGER NOT NULL,
	report TEXT NOT NULL,              -- JSON of record.Report
	counts TEXT NOT NULL               -- JSON of archive.Counts
) STRICT;
CREATE INDEX report_newest ON report (latest, day, n);
CREATE INDEX report_outlet ON report (outlet, latest, day, n);
CREATE INDEX report_url ON report (url, version) WHERE url <> '';
CREATE TABLE body (                        -- apart from report, which lists walk through
	n INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
	title TEXT NOT NULL, text TEXT NOT NULL,
	reading BLOB NOT NULL                  -- deflated JSON of record.Reading without its text
) STRICT;
CREATE VIRTUAL TABLE body_words USING fts5 (title, text, content='body', content_rowid='n',
	tokenize="porter unicode61 remove_diacritics 2");
CREATE TABLE statement (
	n INTEGER PRIMARY KEY,
	report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
	place INTEGER NOT NULL,            -- index in the reading
	id TEXT NOT NULL,
	latest INTEGER NOT NULL, day TEXT NOT NULL, -- of the report, for the indexes
	actor TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL,
	kind TEXT NOT NULL, role TEXT NOT NULL, channel TEXT NOT NULL,
	content TEXT NOT NULL, source TEXT NOT NULL, -- what is searched
	statement TEXT NOT NULL            -- JSON of record.Statement
) STRICT;
CREATE INDEX statement_report ON statement (report, place);
CREATE INDEX statement_actor ON statement (actor, latest, day);
CREATE INDEX statement_newest ON statement (latest, day, report, place);
CREATE VIRTUAL TABLE statement_words USING fts5 (content, source, content='statement', content_rowid='n',
	tokenize="porter unicode61 remove_diacritics 2");
CREATE TABLE letter (                      -- what was refused
	id TEXT PRIMARY KEY,
	origin TEXT NOT NULL, line INTEGER NOT NULL,
	kind TEXT NOT NULL, reason TEXT NOT NULL,
	outlet TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
	raw BLOB NOT NULL, size INTEGER NOT NULL,
	at INTEGER NOT NULL, times INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_at ON letter (at);
INSERT INTO report VALUES (1, 'r-58310bf06062', 'https://gazette.example.org/1', 'Gazette', '596085bed94e80fd2791aea57513027d46e632dcb890fe94d675009ff2c73267', '2023-09-13', 1795826642306, 1, 0, 54, '{"id":"r-58310bf06062","url":"https://gazette.example.org/1","outlet":"Gazette","title":"Storm","published":{"value":"2023-09-13","basis":"given"},"language":"en","sha256":"596085bed94e80fd2791aea57513027d46e632dcb890fe94d675009ff2c73267"}', '{"sentences":2,"actors":0,"statements":1,"positions":1,"figures":1,"events":0,"places":0,"times":0,"line":0,"conflicts":0}');
INSERT INTO report VALUES (2, 'r-d0b5b2a9f331', 'https://gazette.example.org/1', 'Gazette', '24c56efb2c2e35ec7dae7d82dbbb6fa77faf9d09089974db2775b1f13f3b354c', '2023-09-14', 1795826642306, 2, 1, 47, '{"id":"r-d0b5b2a9f331","url":"https://gazette.example.org/1","outlet":"Gazette","title":"Storm, corrected","published":{"value":"2023-09-14","basis":"given"},"language":"en","sha256":"24c56efb2c2e35ec7dae7d82dbbb6fa77faf9d09089974db2775b1f13f3b354c"}', '{"sentences":1,"actors":0,"statements":1,"positions":1,"figures":1,"events":0,"places":0,"times":0,"line":0,"conflicts":0}');
INSERT INTO report VALUES (3, 'r-084ab7751762', '', 'Gazette', '082f75e95f150cf32dbac82170827679280c012f9c3e96aa4b8d9a4d9eda8eed', '', 1795826642306, 1, 1, 73, '{"id":"r-084ab7751762","outlet":"Gazette","title":"Harbour","language":"en","sha256":"082f75e95f150cf32dbac82170827679280c012f9c3e96aa4b8d9a4d9eda8eed"}', '{"sentences":2,"actors":0,"statements":2,"positions":1,"figures":1,"events":0,"places":0,"times":0,"line":0,"conflicts":0}');
INSERT INTO body VALUES (1, 'Storm', 'Ada Vale said that 11 ships were lost. The wall broke.', X'8493CF6EF33610C4EF7D0A63CE74A23F9165F1D6531FA0402F4150ACA5954D842255EECAFDFA197EF78272E27E458CF62682ABC16F86B3179C39898B01B634483CC7A4B017B8011669DBECEBB2388CC5AED85530589287C5497516FBFC7CA4EFACCA4FFC8DA6D9F3534CC7E712067151CF0A8B5FE83BAB320CD4A96758FCAA314D309897837772E201F68233F98561511555BD2DBA6D59C3E040E204164777E680AB81A7705CE8C8B0E000033951D5EC60D174BB62DF1C78E85E785F8C43D5762531356D53D645D50E2F3BDED5D5D01FF65D3172F732ECDAA628BA71ACFAB6AE762DAE06CADF141630100ECAA167817DBD409492C216061C06D87A7F3517885252D8BA33E030C0362FD73703EA3526810D8BF706A2A43C7150817DBDC00DB0902DF763CBDC0CED811B18C84C2187FD2158989B5EBDBF03FD3CD0E637F2BC1172C3464FA49BB2DCC8C9CDB2F993136F7C147DC2D5403828879E9165242EA9E707D25F9561F0EEB237049A78C0871158D040DB33F93C91AF60EF34B81AF4CB8FFADD077A59DFD133F13A18837250D8D7CBA7D1F273BC6EEFE35F6DE1FA66F0C7129573175D185CE25E61D09F2804CE4D9C9783773D0CA6389077FA57C616E194FF31087CA4FC6547F2C20629FA6CA3F7E42618A4653D52EA4FEECCCAA2CF37E83783398A531783ACDCEB36C46DF9381D2792C380927F975C21A5F5211067CE4DFD87F776A93CAD8140B6DC8F2D73F33F8528EE29E5401F607FD2AE918DEEB824FE017C5CC165A6F0A011FFD69E98644939A477E7FD5A8733ADDB59960687B8AC4D21FDDD33497E0BD1FFB0F380F406B772F2F9B61E615D98D9D3BA74B793BA293BB81DBC0B8C8FEF3E86D1BB5E05362CDE5F7FFA3B0000FFFF');
INSERT INTO body VALUES (2, 'Storm, corrected', 'Ada Vale said that at least 11 ships were lost.', X'8C93CD6EEB361085F77D0A61D674AC1FDB8AB8EBAA0F50A09B222846E4C82642912A3972D3047EF78B9162DF5CC4F767274243CE77CE9C798333A5EC62005D294834C5C4A0DFC059D09036B6ECF77D8DDDD03415289893070D27E629EBEDF688AFC44C0FF482E3E4E921A6E3B6020571664F0C1AFEC057622650C08E3D81863F39A6511526A64486C9828269EEBDCB27B2D2F68C7E26D0509775B329BB4DB503053D669741C3D19D29C04581C7709CF128851440413E61BD3FC8B59DD91F68E86B5353B327D35AA4D63ED6B6EFFBC3806D3BE0D0D9B22B1FBBAEDDD9BE6EDB7D5F0D5533347DB3DF19B828607A61D020CF52600A8632E8BFDF20338A35A5020A16F4AEBD3C2940C33165D061F65E4909D34881D71B8B877953367DD559B2FBBEA9E5D5098348FDF4DEADF5EF168BBFD05391D1D9824FC80572E10933175555E4939B72F11F252A7CCCFC20D0575410BE1CE764E84E8FC74F2D40C1B3133910705CC6B128020D687173462F15F20BF40D4BFA1999D2CD93EEDD93AAB93510F4A5308A87FCD1C1EA5ABE3BDCCA7FA00FC4E77FE7C8249174C13A890E2830270C812490D3DC7B6740C1182D7AC7FF0B7FCE94E48E824047942F3DA0CFA420452F7A8C47378282342F474CE6E4CEC49479BBD23F29986276EC62F830D0B8914DB86393CB595C0146FF9C65D08C41C600715A52FA9577FDB94605F42F47A4BCD925CEDEC1BED22E960DEE38A7F7EC2E491C16F0EFC4EFDBB747C23C2731E9D979BFE4E27D33AB4A411FE72532C8FF2CA1FC999C3BA42BDCC249E77561D6159A3C2E0BB79ED88DA2603D7817E8BA692686C13BC3197498BDBFFCF6250000FFFF');
INSERT INTO body VALUES (3, 'Harbour', 'Ada Vale said that the harbour is open. Bo Reed said that Zürich is far.', X'C494BFD2EB3410C57B9EC2736A05FC37B6D5410335050577EE301B799D683E450A929C013279333A5E8C91EDE44BEE973B4347295B3EFE9D3DBB7BC1997DD0CE4216029E4FCE47C80BF40009BFC9BB9A766DDB14EDB684809BA2E108891FE92F8E91211075340C899FC8EFDCE42160C8EE27DA3324D842201CA86CB690C8BB726C1BEE9BB168723556E5B023D595459B7765BB6DFBB2CB555E9463AF2AEEB744F5AE1B7AAA879E07EA98075C0522FF11210181C036B2551C203F5D1022F908990BB01D20ABFE2A2E08CBC33A5F9FB6D5F5B300A9E87C80B49331022152E423DBB8E8CCBEC3261FCAB16AFBAA50F5008170229BAA1216C19B5ED50BAC40DF0F94FD4286B3407AC8E28162160F9C1DC8A7AA643A64EEC4F65B5C05022FE0483AC14D5EF10BEDEE833404DEB44DB9583A72C29A9D408206DA9CC9A41BE915E41D27FD4F4D8FFAFD5A8BA2BAFF2021CF175D028B909F2E37A7C5ED7AF5CEF3C217525D7F9F5CE484A7EDA03DAB080175206BD940E234ED8C561038BA818C8E7F428242601F672B96F7347F3D92092CE09D493E94217D84809FE6237975D0678E1CE2772BF5DAAA615354C598574DD7D77DFD31B2871EB8FBFEC1653F330F0F91FDFACFDF5EAB438A6B24FF455A85F898D65DB66EBF94FD7A5C3BB7F1BCB8A66372B982CC193C8555776B5A4D79975F7DE3455ACDED7AFB7EFDD9D2FF17D46781930B3A6A671F26CD6D0AAC13F9DCC73A84540944326F21C519C9A639411AA3A7C65A5E2E330CF99F6737BF173495FD457FDD68E7928D7A3F797E001F67F0AFEC8567ED2353987CCAF94D1B33E77E2693DC1585C0CE4DF34C53FCCD30853434F795F4CACE0BD2056EE6E4F3B2C996DD7632A412F4728AFAF87E30DAF26D052A6747A3550C907632E6FACDBF010000FFFF');
INSERT INTO statement VALUES (1, 1, 0, 's-ecf7ee5d7be5', 0, '2023-09-13', 'ada-vale', 'Ada Vale', '', 'named', 'claim', 'public', '11 ships were lost', 'Ada Vale', '{"id":"s-ecf7ee5d7be5","span":{"start":0,"end":38,"text":"Ada Vale said that 11 ships were lost."},"sentence":0,"source":{"start":0,"end":8,"text":"Ada Vale","kind":"named","actor":"ada-vale","name":"Ada Vale"},"cue":{"start":9,"end":13,"text":"said"},"content":[{"start":19,"end":37,"text":"11 ships were lost"}],"quoted":"indirect","channel":"public","modality":"asserted","negated":false,"role":"claim","rule":"archivetest/said"}');
INSERT INTO statement VALUES (2, 2, 0, 's-03b19ded5b32', 1, '2023-09-14', 'ada-vale', 'Ada Vale', '', 'named', 'claim', 'public', 'at least 11 ships were lost', 'Ada Vale', '{"id":"s-03b19ded5b32","span":{"start":0,"end":47,"text":"Ada Vale said that at least 11 ships were lost."},"sentence":0,"source":{"start":0,"end":8,"text":"Ada Vale","kind":"named","actor":"ada-vale","name":"Ada Vale"},"cue":{"start":9,"end":13,"text":"said"},"content":[{"start":19,"end":46,"text":"at least 11 ships were lost"}],"quoted":"indirect","channel":"public","modality":"asserted","negated":false,"role":"claim","rule":"archivetest/said"}');
INSERT INTO statement VALUES (3, 3, 0, 's-0d2f37931c4d', 1, '', 'ada-vale', 'Ada Vale', '', 'named', 'claim', 'public', 'the harbour is open', 'Ada Vale', '{"id":"s-0d2f37931c4d","span":{"start":0,"end":39,"text":"Ada Vale said that the harbour is open."},"sentence":0,"source":{"start":0,"end":8,"text":"Ada Vale","kind":"named","actor":"ada-vale","name":"Ada Vale"},"cue":{"start":9,"end":13,"text":"said"},"content":[{"start":19,"end":38,"text":"the harbour is open"}],"quoted":"indirect","channel":"public","modality":"asserted","negated":false,"role":"claim","rule":"archivetest/said"}');
INSERT INTO statement VALUES (4, 3, 1, 's-131f03589494', 1, '', 'bo-reed', 'Bo Reed', '', 'named', 'claim', 'public', 'Zürich is far', 'Bo Reed', '{"id":"s-131f03589494","span":{"start":40,"end":73,"text":"Bo Reed said that Zürich is far."},"sentence":1,"source":{"start":40,"end":47,"text":"Bo Reed","kind":"named","actor":"bo-reed","name":"Bo Reed"},"cue":{"start":48,"end":52,"text":"said"},"content":[{"start":58,"end":72,"text":"Zürich is far"}],"quoted":"indirect","channel":"public","modality":"asserted","negated":false,"role":"claim","rule":"archivetest/said"}');
INSERT INTO letter VALUES ('d-471998fb4c89', 'x.jsonl', 2, 'not valid', 'broken', '', '', '', X'7B00', 2, 1795826642309, 1);
CREATE TABLE found (                       -- records of several kinds, see archive.Rows
	report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
	place INTEGER NOT NULL,            -- order within the reading
	kind TEXT NOT NULL,                -- archive.RecordKind
	id TEXT NOT NULL,
	what TEXT NOT NULL, actor TEXT NOT NULL, statement TEXT NOT NULL,
	latest INTEGER NOT NULL, day TEXT NOT NULL, -- of the report, for the index
	record TEXT NOT NULL,              -- JSON
	PRIMARY KEY (report, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX found_newest ON found (kind, latest, day, report, place);
CREATE INDEX found_what ON found (kind, what, latest, day, report, place);
CREATE INDEX found_actor ON found (kind, actor, latest, day, report, place) WHERE actor <> '';
INSERT INTO found VALUES (1, 0, 'figure', 'f-1', 'killed', '', 's-ecf7ee5d7be5', 0, '2023-09-13', '{"id":"f-1","span":{"start":0,"end":0,"text":""},"measure":"killed","value":11,"bound":"at_least","statement":"s-ecf7ee5d7be5","rule":"archivetest/figure"}');
INSERT INTO found VALUES (1, 1, 'position', 'o-1', 'talks', 'ada-vale', 's-ecf7ee5d7be5', 0, '2023-09-13', '{"id":"o-1","actor":"ada-vale","issue":"talks","stance":"open","channel":"","statement":"s-ecf7ee5d7be5","span":{"start":0,"end":0,"text":""},"rule":"archivetest/position"}');
INSERT INTO found VALUES (2, 0, 'figure', 'f-1', 'killed', '', 's-03b19ded5b32', 1, '2023-09-14', '{"id":"f-1","span":{"start":0,"end":0,"text":""},"measure":"killed","value":11,"bound":"at_least","statement":"s-03b19ded5b32","rule":"archivetest/figure"}');
INSERT INTO found VALUES (2, 1, 'position', 'o-1', 'talks', 'ada-vale', 's-03b19ded5b32', 1, '2023-09-14', '{"id":"o-1","actor":"ada-vale","issue":"talks","stance":"open","channel":"","statement":"s-03b19ded5b32","span":{"start":0,"end":0,"text":""},"rule":"archivetest/position"}');
INSERT INTO found VALUES (3, 0, 'figure', 'f-1', 'killed', '', 's-0d2f37931c4d', 1, '', '{"id":"f-1","span":{"start":0,"end":0,"text":""},"measure":"killed","value":11,"bound":"at_least","statement":"s-0d2f37931c4d","rule":"archivetest/figure"}');
INSERT INTO found VALUES (3, 1, 'position', 'o-1', 'talks', 'ada-vale', 's-0d2f37931c4d', 1, '', '{"id":"o-1","actor":"ada-vale","issue":"talks","stance":"open","channel":"","statement":"s-0d2f37931c4d","span":{"start":0,"end":0,"text":""},"rule":"archivetest/position"}');
INSERT INTO body_words (body_words) VALUES ('rebuild');
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
