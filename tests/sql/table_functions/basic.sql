SELECT * FROM numbers(3);
SELECT * FROM numbers(5, 3);
SELECT * FROM numbers(0, 10, 4);
SELECT * FROM numbers(0);
SELECT sum(number), count() FROM numbers(1000000);
SELECT count() FROM numbers_mt(100000);
SELECT * FROM zeros(3);
SELECT sum(zero), count() FROM zeros(100000);
SELECT * FROM values('a UInt8, b String', (1, 'x'), (2, 'y'));
SELECT * FROM values((1, 'x'), (2, 'y'));
SELECT * FROM values('a UInt8', 1, 2, 3);
SELECT toTypeName(c1), toTypeName(c2) FROM values((1, 'x'), (-2, 'y')) LIMIT 1;
SELECT * FROM values('a Nullable(UInt8)', (NULL), (1));
SELECT count(), uniq(a) > 1, toTypeName(any(a)), toTypeName(any(s)) FROM (SELECT * FROM generateRandom('a UInt64, s String', 1, 10) LIMIT 100);
SELECT count() FROM (SELECT a, b, c, d, e, f, g FROM generateRandom('a UInt8, b Array(String), c Nullable(Date), d Tuple(Int8, Float64), e LowCardinality(String), f Decimal(9, 2), g Map(String, UInt8)', 42, 5, 3) LIMIT 1000);
SELECT count() FROM (SELECT a FROM generateRandom('a UInt8', 7) LIMIT 10) WHERE a <= 255;
SELECT number FROM numbers(10) WHERE number > 5 LIMIT 2;
SELECT * FROM generate_series(1, 5);
SELECT * FROM generate_series(1, 10, 4);
SELECT * FROM numbers(-1) LIMIT 3; -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT * FROM numbers() LIMIT 3;
SELECT * FROM values('a UInt8', ('x')); -- { serverError TYPE_MISMATCH }
SELECT * FROM values('a UInt8, b String', (1)); -- { serverError BAD_ARGUMENTS }
SELECT * FROM generateRandom('a Nosuch') LIMIT 1; -- { serverError UNKNOWN_TYPE }
SELECT * FROM null('a UInt8');
SELECT * FROM view(SELECT 1 AS a, 2 AS b);
SELECT number FROM system.numbers WHERE number > 3 LIMIT 2 SETTINGS max_threads = 1;
SELECT * FROM system.one;
SELECT count() FROM (SELECT number FROM system.numbers LIMIT 100000);
SELECT sum(number) FROM numbers(toUInt64(pow(10, 3)));
SELECT * FROM format(JSONEachRow, '{"a": 1, "b": "x"}');
