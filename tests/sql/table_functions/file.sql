INSERT INTO FUNCTION file('golden_a.csv', 'CSV', 'a UInt8, b String') SELECT number, concat('s,', toString(number)) FROM numbers(3) SETTINGS engine_file_truncate_on_insert = 1;
SELECT * FROM file('golden_a.csv', 'CSV', 'a UInt8, b String') ORDER BY a;
SELECT a, toTypeName(a) FROM file('golden_a.csv', 'CSV', 'a Int64, b String') ORDER BY a;
SELECT c1, c2, toTypeName(c1), toTypeName(c2) FROM file('golden_a.csv', 'CSV') ORDER BY c1;
SELECT * FROM file('golden_a.csv') ORDER BY 1;
INSERT INTO FUNCTION file('golden_b.tsv', 'TabSeparatedWithNames') SELECT number AS n, 'tab\t' AS s FROM numbers(2) SETTINGS engine_file_truncate_on_insert = 1;
SELECT * FROM file('golden_b.tsv', 'TabSeparatedWithNames') ORDER BY n;
INSERT INTO FUNCTION file('golden_c.jsonl', 'JSONEachRow') SELECT number AS n, [number] AS arr FROM numbers(2) SETTINGS engine_file_truncate_on_insert = 1;
SELECT n, arr, toTypeName(arr) FROM file('golden_c.jsonl', 'JSONEachRow') ORDER BY n;
INSERT INTO FUNCTION file('golden_d.native', 'Native') SELECT number AS n FROM numbers(2) SETTINGS engine_file_truncate_on_insert = 1;
SELECT n FROM file('golden_d.native', 'Native') ORDER BY n;
SELECT count(), sum(a) FROM file('golden_a.csv', 'CSV', 'a UInt8, b String') WHERE a > 0;
SELECT * FROM file('golden_nosuch.csv', 'CSV', 'a UInt8'); -- { serverError FILE_DOESNT_EXIST }
SELECT * FROM file('golden_a.csv', 'Nosuch', 'a UInt8'); -- { serverError UNKNOWN_FORMAT }
SELECT * FROM file('../../../etc/passwd', 'TSV', 'a String') FORMAT Null;
