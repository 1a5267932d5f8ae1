-- The text of plans is not compared: it follows the planner, not the dialect.
EXPLAIN SYNTAX SELECT 1 + 1 AS x;
SELECT count() > 0 FROM (EXPLAIN AST SELECT 1);
SELECT count() > 0 FROM (EXPLAIN SELECT number FROM numbers(10) WHERE number > 3);
SELECT count() > 0 FROM (EXPLAIN PLAN SELECT number % 3 AS k, count() FROM numbers(10) GROUP BY k ORDER BY k LIMIT 2);
SELECT count() > 0 FROM (EXPLAIN header = 1 SELECT 1);
EXPLAIN SELECT nosuch FROM numbers(1); -- { serverError UNKNOWN_IDENTIFIER }
EXPLAIN SELECT 1 +; -- { serverError SYNTAX_ERROR }
SELECT count() > 0 FROM (EXPLAIN PIPELINE SELECT 1);
CREATE TABLE t (k UInt32, v String) ENGINE = MergeTree ORDER BY k SETTINGS index_granularity = 10;
INSERT INTO t SELECT number, toString(number) FROM numbers(100);
SELECT count() > 0 FROM (EXPLAIN indexes = 1 SELECT count(v) FROM t WHERE k = 50);
SELECT count() > 0 FROM (EXPLAIN ESTIMATE SELECT * FROM t WHERE k = 50);
EXPLAIN SYNTAX SELECT * FROM t WHERE k = 1 AND v = 'a';
