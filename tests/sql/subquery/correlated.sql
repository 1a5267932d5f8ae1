CREATE TABLE t (k UInt32, g String, v Int64, n Nullable(Int32)) ENGINE = MergeTree ORDER BY k;
INSERT INTO t SELECT number, ['a','b','c'][number % 3 + 1], number * 7 % 13 - 5, if(number % 4 = 0, NULL, number) FROM numbers(20);
CREATE TABLE u (id UInt64, t_k Int16, w String) ENGINE = Memory;
INSERT INTO u VALUES (1, 1, 'x'), (2, 1, 'y'), (3, 5, 'z'), (4, 100, 'q');
SELECT k FROM t a WHERE EXISTS(SELECT 1 FROM u WHERE u.t_k = a.k) ORDER BY k;
SELECT k FROM t a WHERE EXISTS(SELECT * FROM u WHERE t_k = k) ORDER BY k;
SELECT k FROM t WHERE NOT EXISTS(SELECT * FROM u WHERE t_k = t.k) AND k < 7 ORDER BY k;
SELECT k FROM t a WHERE EXISTS(SELECT 1 FROM u WHERE u.t_k = a.k AND u.w = 'x') ORDER BY k;
SELECT k FROM t a WHERE EXISTS(SELECT 1 FROM t b WHERE b.g = a.g AND b.v = a.v + 1) ORDER BY k;
SELECT n FROM t a WHERE NOT EXISTS(SELECT 1 FROM t b WHERE b.n = a.n) ORDER BY k;
SELECT k, EXISTS(SELECT 1 FROM u WHERE u.t_k = a.k) AS e, toTypeName(e) FROM t a ORDER BY k LIMIT 3;
SELECT k, (SELECT count() FROM u WHERE u.t_k = a.k) AS c, toTypeName(c) FROM t a ORDER BY k LIMIT 6;
SELECT k, (SELECT sum(id) FROM u WHERE u.t_k = a.k) AS c, toTypeName(c) FROM t a ORDER BY k LIMIT 6;
SELECT k, (SELECT max(w) FROM u WHERE u.t_k = a.k) AS c, toTypeName(c) FROM t a ORDER BY k LIMIT 6;
SELECT k, (SELECT max(w) || 'z' FROM u WHERE u.t_k = a.k AND id > 1) AS c FROM t a ORDER BY k LIMIT 6;
SELECT id, (SELECT g FROM t WHERE t.k = u.t_k) AS c, toTypeName(c) FROM u ORDER BY id;
SELECT k, (SELECT w FROM u WHERE u.t_k = a.k) AS c FROM t a WHERE k < 3 ORDER BY k;
SELECT k FROM t a WHERE v = (SELECT max(v) FROM t b WHERE b.g = a.g AND b.k < 10) ORDER BY k;
SELECT g, sum(v) AS s FROM t a WHERE EXISTS(SELECT 1 FROM u WHERE u.t_k = a.k) GROUP BY g ORDER BY g;
SELECT k, (SELECT max(v) FROM t b WHERE b.g = a.g AND b.n = a.n) AS m FROM t a ORDER BY k LIMIT 5;
SELECT a.k FROM t a JOIN u ON u.t_k = a.k WHERE EXISTS(SELECT 1 FROM t b WHERE b.k = u.id) ORDER BY 1;
SELECT k FROM t a WHERE EXISTS(SELECT 1 FROM u WHERE a.k = 3) ORDER BY k;
SELECT k FROM t a WHERE EXISTS(SELECT 1 FROM u WHERE u.t_k = a.nosuch) ORDER BY k; -- { serverError UNKNOWN_IDENTIFIER }
SELECT k FROM t a WHERE 1 = (SELECT count() FROM u WHERE t_k = k) ORDER BY k;
SELECT k FROM t a WHERE 0 = (SELECT count() FROM u WHERE t_k = k) ORDER BY k LIMIT 3;
SELECT EXISTS(SELECT number FROM numbers(5));
SELECT EXISTS(SELECT number FROM numbers(5) WHERE number > 10);
SELECT 1 WHERE EXISTS(SELECT * FROM numbers(1000000));
SELECT (SELECT number FROM numbers(5)); -- { serverError INCORRECT_RESULT_OF_SCALAR_SUBQUERY }
SELECT (SELECT number FROM numbers(100000)); -- { serverError INCORRECT_RESULT_OF_SCALAR_SUBQUERY }
SELECT 1 WHERE 1 IN (SELECT number FROM numbers(100000));
