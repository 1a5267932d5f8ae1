SELECT arrayJoin([1, 2, 3]);
SELECT arrayJoin([]); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayJoin([1, 2]) AS a, arrayJoin([10, 20]) AS b;
SELECT arrayJoin([1, 2]) AS a, a * 10, a;
SELECT arrayJoin(['a', NULL]);
SELECT sum(arrayJoin([1, 2, 3]));
SELECT arrayJoin(map('a', 1, 'b', 2));
SELECT number, arrayJoin(range(number)) FROM numbers(4);
SELECT count() FROM (SELECT arrayJoin(range(1000)));
SELECT arrayJoin([1, 2, 3]) AS x WHERE x > 1;
SELECT arrayJoin([3, 1, 2]) AS x ORDER BY x;
SELECT arrayJoin([1, 1, 2]) AS x, count() GROUP BY x ORDER BY x;
SELECT arrayJoin(1); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
CREATE TABLE t (id UInt8, a Array(UInt8), s Array(String), n Nested(k String, v Int32)) ENGINE = MergeTree ORDER BY id;
INSERT INTO t VALUES (1, [1, 2, 3], ['x', 'y', 'z'], ['k1', 'k2'], [10, 20]), (2, [], [], [], []), (3, [7], ['q'], ['k3'], [-5]);
SELECT id, a FROM t ARRAY JOIN a ORDER BY ALL;
SELECT id, a FROM t LEFT ARRAY JOIN a ORDER BY ALL;
SELECT id, x, a FROM t ARRAY JOIN a AS x ORDER BY ALL;
SELECT id, a, s FROM t ARRAY JOIN a, s ORDER BY ALL;
SELECT id, x, y FROM t ARRAY JOIN a AS x, s AS y ORDER BY ALL;
SELECT id, n.k, n.v FROM t ARRAY JOIN n ORDER BY ALL;
SELECT id, n.k FROM t ARRAY JOIN n.k ORDER BY ALL;
SELECT id, m.k, m.v FROM t ARRAY JOIN n AS m ORDER BY ALL;
SELECT id, x, i FROM t ARRAY JOIN a AS x, arrayEnumerate(a) AS i ORDER BY ALL;
SELECT id, x FROM t ARRAY JOIN [10, 20] AS x ORDER BY ALL;
SELECT id, x FROM t ARRAY JOIN arrayMap(y -> y * 2, a) AS x ORDER BY ALL;
SELECT id, sum(x) FROM t ARRAY JOIN a AS x GROUP BY id ORDER BY id;
SELECT id, x FROM t ARRAY JOIN a AS x WHERE x > 1 ORDER BY ALL;
SELECT id, a, n FROM t ARRAY JOIN a, n.k;
SELECT id, x, y FROM t ARRAY JOIN a AS x, ['p'] AS y; -- { serverError SIZES_OF_ARRAYS_DONT_MATCH }
SELECT id, x FROM t LEFT ARRAY JOIN s AS x ORDER BY ALL;
SELECT * FROM t ORDER BY id;
SELECT id FROM t ARRAY JOIN id; -- { serverError TYPE_MISMATCH }
SELECT x, y FROM (SELECT 1) ARRAY JOIN [1, 2] AS x, [[1, 2], [3]] AS y ORDER BY ALL;
SELECT x FROM t ARRAY JOIN a AS x ORDER BY x DESC LIMIT 2;
