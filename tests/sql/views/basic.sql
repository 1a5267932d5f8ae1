CREATE TABLE src (id UInt32, s String) ENGINE = MergeTree ORDER BY id;
INSERT INTO src VALUES (1, 'a'), (2, 'b'), (3, 'c');
CREATE VIEW v AS SELECT id, upper(s) AS u FROM src WHERE id > 1;
SELECT * FROM v ORDER BY id;
SELECT u FROM v WHERE id = 3;
SELECT count() FROM v;
INSERT INTO src VALUES (4, 'd');
SELECT * FROM v ORDER BY id;
CREATE VIEW vv AS SELECT sum(id) AS total FROM v;
SELECT * FROM vv;
SELECT v.id, src.s FROM v JOIN src ON v.id = src.id ORDER BY v.id;
SHOW CREATE VIEW v;
SHOW CREATE TABLE v;
DESCRIBE v;
CREATE VIEW v AS SELECT 1; -- { serverError TABLE_ALREADY_EXISTS }
CREATE VIEW IF NOT EXISTS v AS SELECT 1;
CREATE OR REPLACE VIEW v AS SELECT id * 100 AS big FROM src;
SELECT * FROM v ORDER BY big;
INSERT INTO v VALUES (1); -- { serverError NOT_IMPLEMENTED }
DROP VIEW vv;
SELECT * FROM vv; -- { serverError UNKNOWN_TABLE }
CREATE VIEW p AS SELECT id FROM src WHERE id = {wanted:UInt32};
SELECT * FROM p(wanted = 2);
SELECT * FROM p; -- { serverError EMPTY_LIST_OF_COLUMNS_QUERIED }
DROP VIEW v;
CREATE VIEW bad AS SELECT nosuch FROM src; -- { serverError UNKNOWN_IDENTIFIER }
CREATE VIEW w AS WITH x AS (SELECT id FROM src) SELECT max(id) AS m FROM x;
SELECT * FROM w;
CREATE VIEW joined AS SELECT a.id AS l, b.id AS r FROM src AS a JOIN src AS b ON a.id = b.id + 1;
SELECT * FROM joined ORDER BY l;
SELECT name, engine FROM system.tables WHERE database = currentDatabase() ORDER BY name;
