CREATE TABLE a (id UInt32, x String) ENGINE = MergeTree ORDER BY id;
CREATE TABLE b (id UInt32, y String) ENGINE = MergeTree ORDER BY id;
INSERT INTO a VALUES (1, 'a1'), (2, 'a2'), (2, 'a2b'), (3, 'a3'), (5, 'a5');
INSERT INTO b VALUES (1, 'b1'), (2, 'b2'), (2, 'b2'), (4, 'b4'), (5, 'b5');
SELECT a.id, x FROM a LEFT SEMI JOIN b ON a.id = b.id ORDER BY ALL;
SELECT a.id, x FROM a SEMI JOIN b ON a.id = b.id ORDER BY ALL;
SELECT a.id, x FROM a SEMI LEFT JOIN b USING (id) ORDER BY ALL;
SELECT a.id, x, y FROM a LEFT SEMI JOIN b ON a.id = b.id ORDER BY ALL;
SELECT a.id, x FROM a LEFT ANTI JOIN b ON a.id = b.id ORDER BY ALL;
SELECT a.id, x FROM a ANTI JOIN b USING (id) ORDER BY ALL;
SELECT a.id, x, b.id, y FROM a LEFT ANTI JOIN b ON a.id = b.id ORDER BY ALL;
SELECT b.id, y FROM a RIGHT SEMI JOIN b ON a.id = b.id ORDER BY ALL;
SELECT b.id, y FROM a RIGHT ANTI JOIN b ON a.id = b.id ORDER BY ALL;
SELECT a.id, x, y FROM a ANY LEFT JOIN b ON a.id = b.id ORDER BY ALL;
SELECT a.id, y FROM a ANY INNER JOIN b ON a.id = b.id ORDER BY ALL;
SELECT b.id, y FROM a ANY RIGHT JOIN b ON a.id = b.id ORDER BY b.id, y;
SELECT a.id, y FROM a LEFT ANY JOIN b USING (id) ORDER BY ALL;
SELECT a.id, y FROM a ALL LEFT JOIN b ON a.id = b.id ORDER BY ALL;
SELECT a.id FROM a SEMI JOIN b ON a.id = b.id AND b.y != 'b1' ORDER BY a.id;
SELECT a.id FROM a ANTI JOIN (SELECT * FROM b WHERE 0) AS b ON a.id = b.id ORDER BY a.id;
SELECT count() FROM a SEMI JOIN b ON a.id = b.id;
SELECT a.id FROM a ASOF JOIN b ON a.x < b.y AND a.id = b.id ORDER BY ALL; -- { serverError BAD_TYPE_OF_FIELD }
SELECT a.id, b.id FROM a ASOF LEFT JOIN b ON substring(a.x, 1, 1) < b.y AND a.id >= b.id ORDER BY ALL; -- { serverError INVALID_JOIN_ON_EXPRESSION }
