SELECT x, extract(x, '[a-z]+') AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT extract(x, '[a-z]+') AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT extract(x, '[a-z]+') AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, extract(x, '(\\w)(\\w)') AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT extract(x, '(\\w)(\\w)') AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT extract(x, '(\\w)(\\w)') AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, extractAll(x, '[a-z]+') AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT extractAll(x, '[a-z]+') AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT extractAll(x, '[a-z]+') AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, countMatches(x, 'o') AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT countMatches(x, 'o') AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT countMatches(x, 'o') AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, extractAll(x, '(\\d)') AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT extractAll(x, '(\\d)') AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT extractAll(x, '(\\d)') AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT extract('number: 8', '\\d+') AS r, toTypeName(r);
SELECT extract(materialize('number: 8'), materialize('\\d+')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extract(materialize('number: 8'), '\\d+');
SELECT extract('key=value', '(\\w+)=(\\w+)') AS r, toTypeName(r);
SELECT extract(materialize('key=value'), materialize('(\\w+)=(\\w+)')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extract(materialize('key=value'), '(\\w+)=(\\w+)');
