SELECT hasTokenCaseInsensitive('A Quick', 'quick') AS r, toTypeName(r);
SELECT hasTokenCaseInsensitive(materialize('A Quick'), materialize('quick')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT hasTokenCaseInsensitive(materialize('A Quick'), 'quick');
SELECT hasSubsequence('garbage', 'gbg') AS r, toTypeName(r);
SELECT hasSubsequence(materialize('garbage'), materialize('gbg')) FROM numbers(2);
SELECT hasSubsequence(materialize('garbage'), 'gbg');
SELECT multiSearchAny('hello', ['x', 'll']) AS r, toTypeName(r);
SELECT multiSearchAny(materialize('hello'), materialize(['x', 'll'])) FROM numbers(2);
SELECT multiSearchAny(materialize('hello'), ['x', 'll']);
SELECT multiSearchFirstIndex('hello', ['x', 'll']) AS r, toTypeName(r);
SELECT multiSearchFirstIndex(materialize('hello'), materialize(['x', 'll'])) FROM numbers(2);
SELECT multiSearchFirstIndex(materialize('hello'), ['x', 'll']);
SELECT multiSearchFirstPosition('hello', ['lo', 'll']) AS r, toTypeName(r);
SELECT multiSearchFirstPosition(materialize('hello'), materialize(['lo', 'll'])) FROM numbers(2);
SELECT multiSearchFirstPosition(materialize('hello'), ['lo', 'll']);
SELECT multiSearchAllPositions('hello', ['l', 'x', 'h']) AS r, toTypeName(r);
SELECT multiSearchAllPositions(materialize('hello'), materialize(['l', 'x', 'h'])) FROM numbers(2);
SELECT multiSearchAllPositions(materialize('hello'), ['l', 'x', 'h']);
SELECT multiSearchAnyCaseInsensitive('HELLO', ['ll']) AS r, toTypeName(r);
SELECT multiSearchAnyCaseInsensitive(materialize('HELLO'), materialize(['ll'])) FROM numbers(2);
SELECT multiSearchAnyCaseInsensitive(materialize('HELLO'), ['ll']);
SELECT POSITION('l' IN 'hello');
SELECT position('a', NULL);
SELECT position(NULL, 'a');
SELECT hasToken('a b', 'a b'); -- { serverError BAD_ARGUMENTS }
