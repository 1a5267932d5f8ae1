SELECT match('ab', 'a(?:b|c)') AS r, toTypeName(r);
SELECT match(materialize('ab'), materialize('a(?:b|c)')) FROM numbers(2);
SELECT match(materialize('ab'), 'a(?:b|c)');
SELECT match('a]', '[]]') AS r, toTypeName(r);
SELECT match(materialize('a]'), materialize('[]]')) FROM numbers(2);
SELECT match(materialize('a]'), '[]]');
SELECT match('a-b', '[a\\-z]-') AS r, toTypeName(r);
SELECT match(materialize('a-b'), materialize('[a\\-z]-')) FROM numbers(2);
SELECT match(materialize('a-b'), '[a\\-z]-');
SELECT match(NULL, 'a') AS r, toTypeName(r);
SELECT match(materialize(NULL), materialize('a')) FROM numbers(2);
SELECT match(materialize(NULL), 'a');
SELECT match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '(a*)*b') AS r, toTypeName(r);
SELECT match(materialize('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), materialize('(a*)*b')) FROM numbers(2);
SELECT match(materialize('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), '(a*)*b');
SELECT multiMatchAny('abc', ['x', 'b']) AS r, toTypeName(r);
SELECT multiMatchAny(materialize('abc'), materialize(['x', 'b'])) FROM numbers(2);
SELECT multiMatchAny(materialize('abc'), ['x', 'b']);
SELECT multiMatchAnyIndex('abc', ['x', 'b']) AS r, toTypeName(r);
SELECT multiMatchAnyIndex(materialize('abc'), materialize(['x', 'b'])) FROM numbers(2);
SELECT multiMatchAnyIndex(materialize('abc'), ['x', 'b']);
SELECT match('a', '('); -- { serverError CANNOT_COMPILE_REGEXP }
SELECT match('a', '['); -- { serverError CANNOT_COMPILE_REGEXP }
SELECT match('a', 'a**'); -- { serverError CANNOT_COMPILE_REGEXP }
SELECT match('a', '(?=a)'); -- { serverError CANNOT_COMPILE_REGEXP }
SELECT match('a', '\\1'); -- { serverError CANNOT_COMPILE_REGEXP }
