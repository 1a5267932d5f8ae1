SELECT format(materialize('{} and {}'), 'a', 'b'); -- { serverError ILLEGAL_COLUMN }
SELECT concat(toDate('2024-01-01'), '!') AS r, toTypeName(r);
SELECT concat(materialize(toDate('2024-01-01')), materialize('!')) FROM numbers(2);
SELECT concat(materialize(toDate('2024-01-01')), '!');
SELECT 'a' || 'b' AS r, toTypeName(r);
SELECT 'a' || 'b' || 'c' AS r, toTypeName(r);
SELECT 'a' || NULL AS r, toTypeName(r);
SELECT 'a' || 1 AS r, toTypeName(r);
SELECT [1] || [2, 3] AS r, toTypeName(r);
SELECT concat('x') AS r, toTypeName(r);
SELECT format('{1} {0} {1}', 'a', 'b') AS r, toTypeName(r);
SELECT format('{{}}', 'a') AS r, toTypeName(r);
SELECT format('{}', 'a', 'b') AS r, toTypeName(r);
SELECT format('{0} {}', 'a', 'b') AS r, toTypeName(r); -- { serverError BAD_ARGUMENTS }
SELECT concat(toLowCardinality('a'), 'b') AS r, toTypeName(r);
SELECT concatAssumeInjective('a', 'b') AS r, toTypeName(r);
SELECT concat() AS r, toTypeName(r);
SELECT x, concat(x, '-', x) AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT concat(x, '-', x) AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT concat(x, '-', x) AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, x || '!' AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT x || '!' AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT x || '!' AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, concat('<', x, '>', toString(length(x))) AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT concat('<', x, '>', toString(length(x))) AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT concat('<', x, '>', toString(length(x))) AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
