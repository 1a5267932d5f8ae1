CREATE TABLE t (a UInt32, b String, c Nullable(Float64)) ENGINE = MergeTree ORDER BY a;
INSERT INTO t FORMAT TabSeparated
1	tab\tescaped	1.5
2	line\nbreak	\N

INSERT INTO t FORMAT TSV
3		-2
;
INSERT INTO t FORMAT CSV
4,"quoted ""x"", y",3.5
5,plain,\N
6,'single',
;
INSERT INTO t FORMAT CSVWithNames
"b","a"
"swapped",7
;
INSERT INTO t FORMAT TabSeparatedWithNames
c	a	b
9.5	8	named
;
INSERT INTO t FORMAT TabSeparatedWithNamesAndTypes
a	b
UInt32	String
9	typed
;
INSERT INTO t FORMAT JSONEachRow
{"a": 10, "b": "json", "c": 1e3}
{"b": "no c", "a": "11"}
{"a": 12, "b": "uni \u00e9 \ud83d\ude00", "c": null}
;
INSERT INTO t FORMAT JSONEachRow
[{"a": 13, "b": "array"}, {"a": 14, "b": "form"}]
;
INSERT INTO t FORMAT Values (15, 'values', NULL), (16, 'it''s \'esc\'', 1 + 1);
INSERT INTO t FORMAT JSONCompact
{"meta": [{"name": "a", "type": "UInt32"}, {"name": "b", "type": "String"}], "data": [[17, "compact"]]}
;
INSERT INTO t FORMAT JSON
{"meta": [{"name": "a", "type": "UInt32"}, {"name": "b", "type": "String"}], "data": [{"a": 18, "b": "full"}]}
;
SELECT * FROM t ORDER BY a;
INSERT INTO t FORMAT CSV
bad,row,x
;
-- { serverError CANNOT_PARSE_INPUT_ASSERTION_FAILED }
INSERT INTO t FORMAT CSV
1,too,2,many
;
-- { serverError INCORRECT_DATA }
INSERT INTO t FORMAT TSV
1	few
;
-- { serverError CANNOT_PARSE_INPUT_ASSERTION_FAILED }
INSERT INTO t FORMAT JSONEachRow
{"a": "x"}
;
-- { serverError CANNOT_PARSE_INPUT_ASSERTION_FAILED }
INSERT INTO t FORMAT JSONEachRow
{"a": 1
;
-- { serverError CANNOT_READ_ALL_DATA }
INSERT INTO t FORMAT JSONEachRow
{"a": 20, "unknown": 1}
;
INSERT INTO t FORMAT Values (1, 'x'
; -- { serverError SYNTAX_ERROR }
INSERT INTO t FORMAT Vertical
x
;
-- { serverError FORMAT_IS_NOT_SUITABLE_FOR_INPUT }
INSERT INTO t FORMAT Nosuch
x
;
-- { serverError UNKNOWN_FORMAT }
INSERT INTO t FORMAT CSVWithNames
"a","zzz"
21,1
;
SELECT count() FROM t;
