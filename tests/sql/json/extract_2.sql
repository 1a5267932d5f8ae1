SELECT JSONHas('{"a": {"b": null}}', 'a', 'b') AS r, toTypeName(r);
SELECT JSONHas('{"a": 1}', 'z') AS r, toTypeName(r);
SELECT JSONLength('{"a": [1, 2]}', 'a') AS r, toTypeName(r);
SELECT JSONLength('{"a": 1, "b": 2}') AS r, toTypeName(r);
SELECT JSONLength('5') AS r, toTypeName(r);
SELECT JSONType('{"a": 1}') AS r, toTypeName(r);
SELECT JSONType('{"a": "x"}', 'a') AS r, toTypeName(r);
SELECT JSONType('[1, null, 2.5, true]', 2) AS r, toTypeName(r);
SELECT JSONType('[1, null, 2.5, true]', 3) AS r, toTypeName(r);
SELECT JSONType('[1, null, 2.5, true]', 4) AS r, toTypeName(r);
SELECT JSONKey('{"a": 1, "b": 2}', 2) AS r, toTypeName(r);
SELECT isValidJSON('{"a": 1}') AS r, toTypeName(r);
SELECT isValidJSON('{a: 1}') AS r, toTypeName(r);
SELECT isValidJSON('') AS r, toTypeName(r);
SELECT JSONExtractString('{"a": "\\u00e9\\ud83d\\ude00"}', 'a') AS r, toTypeName(r);
SELECT JSONExtractInt('{"A": 1}', 'a') AS r, toTypeName(r);
SELECT JSONExtractInt('{"a": 1, "a": 2}', 'a') AS r, toTypeName(r);
SELECT JSONExtractUInt('{"a": 18446744073709551615}', 'a') AS r, toTypeName(r);
SELECT JSONExtractInt('{"a": 9223372036854775808}', 'a') AS r, toTypeName(r);
SELECT JSONExtractFloat('{"a": 1e3}', 'a') AS r, toTypeName(r);
SELECT JSONExtractString('"top"') AS r, toTypeName(r);
SELECT JSONExtractInt('5') AS r, toTypeName(r);
SELECT JSONExtractString('{"": "empty key"}', '') AS r, toTypeName(r);
SELECT JSONExtractInt(NULL, 'a') AS r, toTypeName(r);
SELECT JSONExtract('{"a":1}', 'a', 'Nosuch') AS r, toTypeName(r); -- { serverError UNKNOWN_TYPE }
SELECT JSONExtractInt('{"a": 1}', 1.5) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
