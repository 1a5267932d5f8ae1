CREATE DATABASE training;
CREATE TABLE training.visits
(
    id UInt64,
    day Date,
    at DateTime,
    region Int32,
    width Int16,
    visitor Int64,
    url String,
    title String,
    phrase String,
    price Decimal(18, 2),
    score Float64,
    tag LowCardinality(String),
    note Nullable(String),
    parts Array(UInt32)
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (region, day, visitor);
INSERT INTO training.visits
SELECT
    number,
    toDate('2024-01-01') + number % 60,
    toDateTime('2024-01-01 00:00:00') + number * 37,
    cityHash64(number) % 300,
    if(number % 7 = 0, 0, number % 1900),
    cityHash64(number % 9000),
    concat('http://site', toString(number % 400), '.example/page/', toString(number % 3000)),
    concat('Title ', toString(number % 2000)),
    if(number % 5 = 0, concat('phrase ', toString(number % 700)), ''),
    number % 1000 / 7,
    sin(number),
    toString(number % 20),
    if(number % 3 = 0, NULL, toString(number)),
    range(number % 4)
FROM numbers(60000);
INSERT INTO training.visits (id, day, region, url) VALUES (1, '2024-02-01', 5, 'a'), (2, '2024-02-02', 6, 'b');
