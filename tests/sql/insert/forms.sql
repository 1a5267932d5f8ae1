CREATE TABLE t (a UInt32, b String DEFAULT 'dflt', c Nullable(Int8), d Array(UInt8)) ENGINE = MergeTree ORDER BY a;
INSERT INTO t VALUES (1, 'x', NULL, [1]), (2, 'y', -1, []);
INSERT INTO t (a, c) VALUES (3, 3);
INSERT INTO t (c, a) VALUES (4, 40);
INSERT INTO t (* EXCEPT (b)) VALUES (5, 5, [5]);
INSERT INTO TABLE t (a) SELECT number + 10 FROM numbers(2);
INSERT INTO t SELECT 20, 'sel', 1, [1, 2];
INSERT INTO t (b, a) SELECT 'swap', 21;
INSERT INTO t VALUES (30 + 1, concat('ex', 'pr'), toInt8(1), arrayMap(x -> x * 2, [1, 2]));
INSERT INTO t VALUES (32, DEFAULT, DEFAULT, [1]);
INSERT INTO t VALUES (33, 'no comma', 1, [1]) (34, 'between', 2, [2]);
INSERT INTO t (a, b) VALUES (35, 'semi;colon'), (36, 'quote''s');
INSERT INTO t(a)VALUES(37);
SELECT * FROM t ORDER BY a;
INSERT INTO t VALUES (1); -- { serverError SYNTAX_ERROR }
INSERT INTO t (a) VALUES (1, 2); -- { serverError SYNTAX_ERROR }
INSERT INTO t (nosuch) VALUES (1); -- { serverError NO_SUCH_COLUMN_IN_TABLE }
INSERT INTO t VALUES ('abc', 'x', 1, []); -- { serverError CANNOT_PARSE_TEXT }
INSERT INTO t SELECT 1, 2; -- { serverError NUMBER_OF_COLUMNS_DOESNT_MATCH }
INSERT INTO t (a, a) VALUES (1, 2); -- { serverError DUPLICATE_COLUMN }
INSERT INTO t VALUES; -- { serverError NO_DATA_TO_INSERT }
INSERT INTO t (a) SELECT 'notnum'; -- { serverError CANNOT_PARSE_TEXT }
INSERT INTO t (a) VALUES (-1);
INSERT INTO t (a) VALUES (300.7);
SELECT count() FROM t;
INSERT INTO t (a, b) SELECT a + 1000, b FROM t WHERE a < 3;
SELECT a, b FROM t WHERE a >= 1000 AND a < 2000 ORDER BY a;
INSERT INTO FUNCTION null('x UInt8') SELECT 1;
INSERT INTO t (a) SELECT number + 5000 FROM numbers(100000);
SELECT count(), sum(a) FROM t WHERE a >= 5000 AND a < 200000;
INSERT INTO t SELECT * FROM t WHERE 0;
INSERT INTO t SETTINGS max_insert_block_size = 10 VALUES (900, 'with settings', NULL, []);
SELECT b FROM t WHERE a = 900;
