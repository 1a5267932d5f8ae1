SELECT arrayStringConcat(materialize(['a', 'b', 'c']), '-');
SELECT arrayStringConcat(['a', 'b']) AS r, toTypeName(r);
SELECT arrayStringConcat(materialize(['a', 'b'])) FROM numbers(2);
SELECT arrayStringConcat([1, 2], ',') AS r, toTypeName(r);
SELECT arrayStringConcat(materialize([1, 2]), materialize(',')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT arrayStringConcat(materialize([1, 2]), ',');
SELECT arrayStringConcat(['a', NULL, 'b'], ',') AS r, toTypeName(r);
SELECT arrayStringConcat(materialize(['a', NULL, 'b']), materialize(',')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT arrayStringConcat(materialize(['a', NULL, 'b']), ',');
SELECT arrayStringConcat([], ',') AS r, toTypeName(r);
SELECT arrayStringConcat(materialize([]), materialize(',')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT arrayStringConcat(materialize([]), ',');
SELECT extractAllGroups('a1b2', '([a-z])([0-9])') AS r, toTypeName(r);
SELECT extractAllGroups(materialize('a1b2'), materialize('([a-z])([0-9])')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extractAllGroups(materialize('a1b2'), '([a-z])([0-9])');
SELECT ngrams('abcd', 2) AS r, toTypeName(r);
SELECT ngrams(materialize('abcd'), materialize(2)) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT ngrams(materialize('abcd'), 2);
SELECT tokens('a b-c') AS r, toTypeName(r);
SELECT tokens(materialize('a b-c')) FROM numbers(2);
SELECT splitByChar(',', 'a,b,c', 2);
SELECT splitByString('--', 'a--b--c', 1);
SELECT x, splitByChar(' ', x) AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT splitByChar(' ', x) AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT splitByChar(' ', x) AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, splitByString('o', x) AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT splitByString('o', x) AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT splitByString('o', x) AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT arrayJoin(splitByChar(' ', 'to be or not to be')) AS w, count() FROM numbers(1) GROUP BY w ORDER BY w;
