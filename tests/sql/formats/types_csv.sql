SELECT toUInt8(255) AS a, toInt8(-1) AS b, toUInt64(18446744073709551615) AS c, toInt64(-5) AS d, toInt128(-7) AS e FORMAT CSV;
SELECT toFloat32(0.1) AS a, 1.5 AS b, nan AS c, -inf AS d, toDecimal32('1.50', 2) AS e FORMAT CSV;
SELECT 'tab\t nl\n q\' dq" bs\\ nul\0' AS a, '' AS b, toFixedString('ab', 4) AS c, 'é日' AS d FORMAT CSV;
SELECT toDate('2024-02-29') AS a, toDate32('1950-01-01') AS b, toDateTime('2024-02-29 01:02:03', 'UTC') AS c, toDateTime64('2024-02-29 01:02:03.456', 3, 'UTC') AS d FORMAT CSV;
SELECT NULL AS a, toNullable(1) AS b, CAST(NULL AS Nullable(String)) AS c, toLowCardinality('lc') AS d, true AS e FORMAT CSV;
SELECT [1, 2] AS a, ['x', 'y\'z'] AS b, [[1], []] AS c, [NULL, 1] AS d, CAST([] AS Array(String)) AS e FORMAT CSV;
SELECT (1, 'a') AS a, CAST((1, 'b') AS Tuple(x UInt8, y String)) AS b, map('k', 1, 'l', 2) AS c, [(1, 'z')] AS d FORMAT CSV;
SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') AS a, CAST('q' AS Enum8('q' = 3)) AS b, INTERVAL 2 DAY AS c FORMAT CSV;
SELECT number AS n, if(number % 2, NULL, toString(number)) AS s FROM numbers(4) ORDER BY n FORMAT CSV;
