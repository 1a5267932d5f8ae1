SELECT 1 AS a, a + 1 AS b, a + b AS c;
SELECT b + 1 AS a, 1 AS b;
SELECT number AS n, n * 2 FROM numbers(3) WHERE n > 0 ORDER BY n DESC;
SELECT number + 1 AS number FROM numbers(3);
SELECT number + 1 AS number FROM numbers(3) WHERE number > 1;
SELECT sum(number) AS number FROM numbers(3);
SELECT (1 AS x) + x;
SELECT 1 x, 2 y;
SELECT number AS `weird name`, `weird name` + 1 FROM numbers(1);
SELECT count() AS c, c * 2 FROM numbers(3);
SELECT number % 2 AS k, count() AS c FROM numbers(5) GROUP BY k HAVING c > 2;
SELECT t.number AS number FROM numbers(2) AS t;
SELECT t.number + number FROM numbers(2) AS t;
SELECT a.number, b.number AS number FROM numbers(2) AS a JOIN numbers(2) AS b ON a.number = b.number ORDER BY 1;
SELECT numbers.number FROM numbers(2); -- { serverError UNKNOWN_IDENTIFIER }
SELECT 1 AS a FROM (SELECT 2 AS a) WHERE a = 2;
SELECT a FROM (SELECT 2 AS a) WHERE a = 2;
SELECT arrayMap(x -> x + a, [1, 2]) AS r, 10 AS a;
SELECT if(a = 1, 'yes', 'no') AS r FROM (SELECT 1 AS a);
SELECT max(x) AS x FROM (SELECT number AS x FROM numbers(5));
SELECT * , number + 1 AS next FROM numbers(2);
SELECT number AS a, a AS b, b AS c FROM numbers(2) ORDER BY c DESC;
SELECT 1 AS A, A + 1, a FROM (SELECT 5 AS a);
CREATE TABLE t (id UInt8, v UInt8, dbl UInt16 ALIAS v * 2, m UInt16 MATERIALIZED v + 1, d UInt16 DEFAULT v + 100) ENGINE = MergeTree ORDER BY id;
INSERT INTO t (id, v) VALUES (1, 10), (2, 20);
INSERT INTO t (id, v, d) VALUES (3, 30, 7);
SELECT * FROM t ORDER BY id;
SELECT id, dbl, m, d FROM t ORDER BY id;
SELECT sum(dbl) FROM t WHERE dbl > 20;
INSERT INTO t (id, m) VALUES (4, 1); -- { serverError ILLEGAL_COLUMN }
INSERT INTO t (id, dbl) VALUES (4, 1); -- { serverError NO_SUCH_COLUMN_IN_TABLE }
SELECT `id`, t.`v`, "d" FROM t ORDER BY id LIMIT 1;
