CREATE TABLE t (k UInt8, a Decimal(9, 2), b Decimal(18, 4), c Decimal(38, 10), n Nullable(Decimal32(3))) ENGINE = MergeTree ORDER BY k;
INSERT INTO t VALUES (1, 1.5, 2.25, 3.125, NULL), (2, -1.5, '99999999999999.9999', '1234567890123456789012345678.0123456789', 1.001), (3, 0, 0, 0, 0);
SELECT * FROM t ORDER BY k;
SELECT sum(a), sum(b), sum(c), avg(a), avg(b), min(c), max(c), toTypeName(sum(a)), toTypeName(avg(a)) FROM t;
SELECT k, a + b, a * b, b - a, toTypeName(a + b), toTypeName(a * b), toTypeName(a + c) FROM t ORDER BY k; -- { serverError DECIMAL_OVERFLOW }
SELECT k FROM t WHERE a > 0;
SELECT k FROM t WHERE a = 1.5;
SELECT k FROM t ORDER BY c DESC;
SELECT a, count() FROM t GROUP BY a ORDER BY a;
SELECT k, a * 2, a / 2, b / 3 FROM t ORDER BY k;
SELECT quantile(0.5)(a), quantileExact(0.5)(b), stddevPop(a), uniq(a), argMax(k, b) FROM t;
SELECT * FROM t ORDER BY k FORMAT JSONEachRow;
SELECT * FROM t ORDER BY k FORMAT CSV;
INSERT INTO t VALUES (4, 12345678.99, 0, 0, 0); -- { serverError ARGUMENT_OUT_OF_BOUND }
INSERT INTO t SELECT 5, 1.005, 1, 1, 1;
SELECT a FROM t WHERE k = 5;
