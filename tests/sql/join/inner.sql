CREATE TABLE a (id UInt32, x String, n Nullable(Int32)) ENGINE = MergeTree ORDER BY id;
CREATE TABLE b (id UInt32, y String, n Nullable(Int32)) ENGINE = MergeTree ORDER BY id;
INSERT INTO a VALUES (1, 'a1', 10), (2, 'a2', NULL), (2, 'a2b', 20), (3, 'a3', 30), (5, 'a5', NULL);
INSERT INTO b VALUES (1, 'b1', 10), (2, 'b2', NULL), (2, 'b2b', 20), (4, 'b4', 40), (5, 'b5', 50);
SELECT a.id, x, y FROM a JOIN b ON a.id = b.id ORDER BY 1, 2, 3;
SELECT a.id, x, y FROM a INNER JOIN b USING (id) ORDER BY 1, 2, 3;
SELECT id, x, y FROM a JOIN b USING id ORDER BY 1, 2, 3;
SELECT a.id, b.id, a.n FROM a JOIN b ON a.n = b.n ORDER BY 1, 2;
SELECT a.id, b.id FROM a JOIN b ON a.n IS NOT DISTINCT FROM b.n ORDER BY 1, 2;
SELECT a.id, x, y FROM a JOIN b ON a.id = b.id AND a.n = b.n ORDER BY 1, 2, 3;
SELECT a.id, x, y FROM a JOIN b ON a.id = b.id AND b.y LIKE '%b' ORDER BY 1, 2, 3;
SELECT a.id, x, y FROM a JOIN b ON a.id = b.id WHERE a.x != 'a2' ORDER BY 1, 2, 3;
SELECT a.id, y FROM a JOIN b ON a.id + 1 = b.id ORDER BY 1, 2;
SELECT a.id, y FROM a JOIN b ON toString(a.id) = substring(b.y, 2, 1) ORDER BY 1, 2;
SELECT * FROM a JOIN b ON a.id = b.id ORDER BY ALL;
SELECT a.*, b.y FROM a JOIN b ON a.id = b.id ORDER BY ALL LIMIT 3;
SELECT * FROM a JOIN b USING (id) ORDER BY ALL LIMIT 2;
SELECT * FROM a JOIN b USING (id, n) ORDER BY ALL;
SELECT count(), sum(a.id) FROM a JOIN b ON a.id = b.id;
SELECT a.id, count() FROM a JOIN b ON a.id = b.id GROUP BY a.id ORDER BY a.id;
SELECT a.id, b.y, c.y FROM a JOIN b ON a.id = b.id JOIN b AS c ON b.id = c.id ORDER BY ALL LIMIT 4;
SELECT a.id FROM a ANY JOIN b ON a.id = b.id ORDER BY a.id;
SELECT l.id, r.m FROM a AS l JOIN (SELECT id, max(y) AS m FROM b GROUP BY id) AS r ON l.id = r.id ORDER BY ALL;
SELECT a.id, b.id FROM a JOIN b ON a.id = b.id OR a.n = b.n ORDER BY 1, 2;
SELECT a.id, b.id FROM a JOIN b ON a.id < b.id ORDER BY 1, 2;
SELECT id FROM a JOIN b ON a.id = b.id ORDER BY id;
SELECT n FROM a JOIN b ON a.id = b.id;
SELECT a.id FROM a JOIN nosuch ON a.id = nosuch.id; -- { serverError UNKNOWN_TABLE }
SELECT a.id FROM a JOIN b ON a.zzz = b.id; -- { serverError UNKNOWN_IDENTIFIER }
SELECT a.id FROM a JOIN b; -- { serverError SYNTAX_ERROR }
SELECT count() FROM a SELF JOIN b; -- { serverError SYNTAX_ERROR }
SELECT t1.x, t2.x FROM a AS t1 JOIN a AS t2 ON t1.id = t2.id AND t1.x != t2.x ORDER BY 1;
