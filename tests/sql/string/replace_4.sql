SELECT unbin(materialize('01100001')) FROM numbers(2);
SELECT base64Encode('hello') AS r, toTypeName(r);
SELECT base64Encode(materialize('hello')) FROM numbers(2);
SELECT base64Decode('aGVsbG8=') AS r, toTypeName(r);
SELECT base64Decode(materialize('aGVsbG8=')) FROM numbers(2);
SELECT tryBase64Decode('!') AS r, toTypeName(r);
SELECT tryBase64Decode(materialize('!')) FROM numbers(2);
SELECT base58Encode('abc') AS r, toTypeName(r);
SELECT base58Encode(materialize('abc')) FROM numbers(2);
SELECT toValidUTF8('a\xffb') AS r, toTypeName(r);
SELECT toValidUTF8(materialize('a\xffb')) FROM numbers(2);
SELECT soundex('Robert') AS r, toTypeName(r);
SELECT soundex(materialize('Robert')) FROM numbers(2);
SELECT overlay('hello', 'XX', 2, 3) AS r, toTypeName(r);
SELECT overlay(materialize('hello'), materialize('XX'), materialize(2), materialize(3)) FROM numbers(2);
SELECT overlay(materialize('hello'), 'XX', 2, 3);
SELECT normalizeQuery('SELECT 1, 2') AS r, toTypeName(r);
SELECT normalizeQuery(materialize('SELECT 1, 2')) FROM numbers(2);
SELECT crc32 ('abc') AS r, toTypeName(r);
SELECT crc32 (materialize('abc')) FROM numbers(2);
SELECT appendTrailingCharIfAbsent('a', '/') AS r, toTypeName(r);
SELECT appendTrailingCharIfAbsent(materialize('a'), materialize('/')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT appendTrailingCharIfAbsent(materialize('a'), '/');
SELECT base64Decode('!!!'); -- { serverError INCORRECT_DATA }
SELECT repeat('a', 10000000000); -- { serverError TOO_LARGE_STRING_SIZE }
