SELECT toUInt64('1e3') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toInt32(inf) AS r, toTypeName(r); -- { serverError CANNOT_CONVERT_TYPE }
SELECT accurateCast(1, 'UInt8') AS r, toTypeName(r);
SELECT accurateCast(300, 'UInt8') AS r, toTypeName(r); -- { serverError CANNOT_CONVERT_TYPE }
SELECT accurateCastOrNull(300, 'UInt8') AS r, toTypeName(r);
SELECT accurateCastOrDefault(300, 'UInt8', 7::UInt8) AS r, toTypeName(r);
SELECT toInt64(1e18) AS r, toTypeName(r);
SELECT toInt32([1]) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT toInt32() AS r, toTypeName(r); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT toInt32('1', 'x') AS r, toTypeName(r); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT reinterpretAsUInt32('abcd') AS r, toTypeName(r);
SELECT reinterpretAsInt8('\xff') AS r, toTypeName(r);
SELECT reinterpretAsFloat32(toUInt32(1065353216)) AS r, toTypeName(r);
SELECT reinterpretAsString(16961) AS r, toTypeName(r);
SELECT reinterpret(1065353216::UInt32, 'Float32') AS r, toTypeName(r);
SELECT x, toInt32OrZero(x) AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT toInt32OrZero(x) AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT toInt32OrZero(x) AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, toInt64OrNull(x) AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT toInt64OrNull(x) AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT toInt64OrNull(x) AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, toFloat64OrNull(x) AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT toFloat64OrNull(x) AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT toFloat64OrNull(x) AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
SELECT x, toUInt8OrZero(x) AS r, toTypeName(r) FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo']) AS x);
SELECT toUInt8OrZero(x) AS r FROM (SELECT arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo', NULL]) AS x);
SELECT toUInt8OrZero(x) AS r, toTypeName(r) FROM (SELECT toLowCardinality(arrayJoin(['', 'a', 'Hello, World', 'ABC abc 123', ' \t x ', 'привет', 'ÀÉß', '日本語', '😀 smile', 'a\0b', 'foo bar foo'])) AS x);
