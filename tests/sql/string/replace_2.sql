SELECT replaceAll('banana', 'an', '<>') AS r, toTypeName(r);
SELECT replaceAll(materialize('banana'), materialize('an'), materialize('<>')) FROM numbers(2);
SELECT replaceAll(materialize('banana'), 'an', '<>');
SELECT replaceOne('banana', 'an', '') AS r, toTypeName(r);
SELECT replaceOne(materialize('banana'), materialize('an'), materialize('')) FROM numbers(2);
SELECT replaceOne(materialize('banana'), 'an', '');
SELECT replaceAll('abc', '', 'x') AS r, toTypeName(r);
SELECT replaceAll(materialize('abc'), materialize(''), materialize('x')) FROM numbers(2);
SELECT replaceAll(materialize('abc'), '', 'x');
SELECT replaceAll('aaa', 'aa', 'b') AS r, toTypeName(r);
SELECT replaceAll(materialize('aaa'), materialize('aa'), materialize('b')) FROM numbers(2);
SELECT replaceAll(materialize('aaa'), 'aa', 'b');
SELECT replaceAll('', 'a', 'b') AS r, toTypeName(r);
SELECT replaceAll(materialize(''), materialize('a'), materialize('b')) FROM numbers(2);
SELECT replaceAll(materialize(''), 'a', 'b');
SELECT translate('hello', 'el', 'ip') AS r, toTypeName(r);
SELECT translate(materialize('hello'), materialize('el'), materialize('ip')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT translate(materialize('hello'), 'el', 'ip');
SELECT translateUTF8('привет', 'пр', 'ab') AS r, toTypeName(r);
SELECT translateUTF8(materialize('привет'), materialize('пр'), materialize('ab')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT translateUTF8(materialize('привет'), 'пр', 'ab');
SELECT repeat('ab', 3) AS r, toTypeName(r);
SELECT repeat(materialize('ab'), materialize(3)) FROM numbers(2);
SELECT repeat(materialize('ab'), 3);
SELECT repeat('ab', 0) AS r, toTypeName(r);
SELECT repeat(materialize('ab'), materialize(0)) FROM numbers(2);
SELECT repeat(materialize('ab'), 0);
