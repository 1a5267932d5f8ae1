DROP DATABASE IF EXISTS golden_other_db;
CREATE DATABASE golden_other_db;
CREATE DATABASE IF NOT EXISTS golden_other_db;
CREATE TABLE golden_other_db.t (a UInt8) ENGINE = Memory;
INSERT INTO golden_other_db.t VALUES (1), (2);
SELECT * FROM golden_other_db.t ORDER BY a;
CREATE DATABASE golden_other_db; -- { serverError DATABASE_ALREADY_EXISTS }
USE golden_other_db;
SELECT currentDatabase();
SHOW TABLES;
SELECT count() FROM t;
RENAME TABLE t TO t_renamed;
SELECT count() FROM golden_other_db.t_renamed;
SELECT golden_other_db.t_renamed.a FROM golden_other_db.t_renamed ORDER BY a;
SHOW CREATE DATABASE golden_other_db;
SHOW DATABASES LIKE 'golden_other%';
DROP DATABASE golden_other_db;
SELECT * FROM golden_other_db.t_renamed; -- { serverError UNKNOWN_DATABASE }
DROP DATABASE IF EXISTS golden_other_db;
DROP DATABASE golden_other_db; -- { serverError UNKNOWN_DATABASE }
USE golden_other_db; -- { serverError UNKNOWN_DATABASE }
