WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t ORDER BY n;
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 100) SELECT sum(n), count() FROM t;
WITH RECURSIVE f AS (SELECT toUInt64(0) AS a, toUInt64(1) AS b, 1 AS i UNION ALL SELECT b, a + b, i + 1 FROM f WHERE i < 10) SELECT a FROM f ORDER BY i;
CREATE TABLE tree (id UInt32, parent Nullable(UInt32), name String) ENGINE = MergeTree ORDER BY id;
INSERT INTO tree VALUES (0, NULL, 'root'), (1, 0, 'a'), (2, 0, 'b'), (3, 1, 'a1'), (4, 1, 'a2'), (5, 3, 'a11');
WITH RECURSIVE r AS (SELECT id, parent, name, [id] AS path FROM tree WHERE id = 0 UNION ALL SELECT t.id, t.parent, t.name, arrayConcat(r.path, [t.id]) FROM tree AS t JOIN r ON t.parent = r.id) SELECT id, name, path FROM r ORDER BY path;
WITH RECURSIVE r AS (SELECT id, name FROM tree WHERE id = 1 UNION ALL SELECT t.id, t.name FROM tree AS t, r WHERE t.parent = r.id) SELECT name FROM r ORDER BY id;
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT sum(n) FROM t SETTINGS max_recursive_cte_evaluation_depth = 10; -- { serverError TOO_DEEP_RECURSION }
WITH RECURSIVE t AS (SELECT 1 AS n) SELECT * FROM t;
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 3), u AS (SELECT n * 10 AS m FROM t) SELECT * FROM u ORDER BY m;
WITH RECURSIVE t AS (SELECT 'x' AS s UNION ALL SELECT concat(s, 'y') FROM t WHERE length(s) < 4) SELECT s FROM t ORDER BY s;
WITH RECURSIVE t AS (SELECT 1 AS n UNION DISTINCT SELECT n + 1 FROM t WHERE n < 3) SELECT * FROM t; -- { serverError UNSUPPORTED_METHOD }
