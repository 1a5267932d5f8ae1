CREATE TABLE one (id UInt8, d Date) ENGINE = MergeTree ORDER BY id TTL d + INTERVAL 1 DAY;
SELECT engine_full FROM system.tables WHERE database = currentDatabase() AND name = 'one';
CREATE TABLE two (id UInt8, d Date) ENGINE = MergeTree ORDER BY id TTL d + INTERVAL 1 DAY, d + INTERVAL 2 DAY WHERE id = 1;
SELECT engine_full FROM system.tables WHERE database = currentDatabase() AND name = 'two';
