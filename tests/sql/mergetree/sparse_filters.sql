-- columns of mostly defaults are stored sparsely; conditions that defaults fail are tested on the stored values alone
DROP TABLE IF EXISTS thin;
CREATE TABLE thin (id UInt64, small Int16, big UInt64, text String, maybe Nullable(Int32), day Date, price Float64)
ENGINE = MergeTree ORDER BY id SETTINGS ratio_of_defaults_for_sparse_serialization = 0.5, index_granularity = 100;
INSERT INTO thin SELECT number, if(number % 37 = 5, number % 11 - 3, 0), if(number % 50 = 0, number * 1000003, 0),
    if(number % 29 = 1, concat('word ', toString(number % 7)), ''), if(number % 41 = 0, number % 5, NULL),
    if(number % 61 = 3, toDate('2024-01-01') + number % 90, toDate(0)), if(number % 43 = 7, number / 8, 0)
FROM numbers(5000);
INSERT INTO thin SELECT number, 0, 0, '', NULL, toDate(0), 0 FROM numbers(5000, 1000);
INSERT INTO thin SELECT number, 1, 2, 'x', 3, toDate('2024-05-05'), 1.5 FROM numbers(6000, 300);
SELECT count() FROM thin WHERE small <> 0;
SELECT count() FROM thin WHERE small = 0;
SELECT count(), sum(id), sum(small) FROM thin WHERE small > 1;
SELECT count(), sum(id) FROM thin WHERE small < 1;
SELECT small, count() FROM thin WHERE small <> 0 GROUP BY small ORDER BY small;
SELECT count(), sum(id), max(big) FROM thin WHERE big > 1000;
SELECT count(), sum(id) FROM thin WHERE big % 2 = 0;
SELECT count(), sum(id), min(text), max(text) FROM thin WHERE text <> '';
SELECT count(), sum(id) FROM thin WHERE text = '';
SELECT text, count() FROM thin WHERE text LIKE '%3%' OR text = 'x' GROUP BY text ORDER BY text;
SELECT count(), sum(id) FROM thin WHERE length(text) > 5;
SELECT count(), sum(id), sum(maybe) FROM thin WHERE maybe > 2;
SELECT count(), sum(id) FROM thin WHERE maybe IS NULL;
SELECT count(), sum(id) FROM thin WHERE maybe IS NOT NULL;
SELECT count(), sum(id) FROM thin WHERE ifNull(maybe, 4) = 4;
SELECT count(), sum(id) FROM thin WHERE small IN (1, 2, 7);
SELECT count(), sum(id) FROM thin WHERE small IN (0, 1);
SELECT count(), sum(id) FROM thin WHERE small NOT IN (1, 2);
SELECT count(), sum(id) FROM thin WHERE small <> 0 AND big <> 0;
SELECT count(), sum(id) FROM thin WHERE small <> 0 OR big <> 0;
SELECT count(), sum(id) FROM thin WHERE small <> 0 AND id % 2 = 1;
SELECT count(), sum(id), sum(price) FROM thin WHERE day > '2024-02-01' AND price >= 0;
SELECT count(), sum(id), sum(price) FROM thin WHERE price > 100;
SELECT id, small, big, text, maybe, day, price FROM thin WHERE small <> 0 AND text <> '' ORDER BY id LIMIT 5;
SELECT count() FROM thin WHERE small > 1000;
SELECT count() FROM thin PREWHERE small <> 0 WHERE text <> '';
SELECT intDiv(10, small) AS q, count() FROM thin WHERE small <> 0 GROUP BY q ORDER BY q;
SELECT count() FROM thin WHERE intDiv(10, small) > 1; -- { serverError ILLEGAL_DIVISION }
SELECT count() FROM thin WHERE id < 4990 AND small <> 0 AND intDiv(10, small) > 1;
DELETE FROM thin WHERE id % 37 = 5 AND id < 1000;
SELECT count(), sum(id) FROM thin WHERE small <> 0;
SELECT count(), sum(id) FROM thin WHERE text = 'x';
ALTER TABLE thin MODIFY COLUMN small Int64;
SELECT count(), sum(id), sum(small) FROM thin WHERE small > 1;
ALTER TABLE thin ADD COLUMN late UInt8;
SELECT count() FROM thin WHERE late <> 0;
SELECT count() FROM thin WHERE late = 0;
DROP TABLE thin;
