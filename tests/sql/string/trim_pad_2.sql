SELECT rightPad(materialize('ab'), materialize(5), materialize('xy')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT rightPad(materialize('ab'), 5, 'xy');
SELECT lpad('abc', 2) AS r, toTypeName(r);
SELECT lpad(materialize('abc'), materialize(2)) FROM numbers(2);
SELECT lpad(materialize('abc'), 2);
SELECT rpad('abc', 5) AS r, toTypeName(r);
SELECT rpad(materialize('abc'), materialize(5)) FROM numbers(2);
SELECT rpad(materialize('abc'), 5);
SELECT leftPadUTF8('日', 4, '本') AS r, toTypeName(r);
SELECT leftPadUTF8(materialize('日'), materialize(4), materialize('本')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT leftPadUTF8(materialize('日'), 4, '本');
SELECT leftPad('a', 0) AS r, toTypeName(r);
SELECT leftPad(materialize('a'), materialize(0)) FROM numbers(2);
SELECT leftPad(materialize('a'), 0);
SELECT leftPad('', 3, 'ab') AS r, toTypeName(r);
SELECT leftPad(materialize(''), materialize(3), materialize('ab')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT leftPad(materialize(''), 3, 'ab');
SELECT rightPadUTF8('é', 3, '-') AS r, toTypeName(r);
SELECT rightPadUTF8(materialize('é'), materialize(3), materialize('-')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT rightPadUTF8(materialize('é'), 3, '-');
SELECT space(3) AS r, toTypeName(r);
SELECT space(materialize(3)) FROM numbers(2);
SELECT leftPad('abc', -1) AS r, toTypeName(r); -- { serverError INDEX_OF_POSITIONAL_ARGUMENT_IS_OUT_OF_RANGE }
SELECT leftPad(materialize('abc'), materialize(-1)) FROM numbers(2); -- { serverError INDEX_OF_POSITIONAL_ARGUMENT_IS_OUT_OF_RANGE }
SELECT leftPad(materialize('abc'), -1); -- { serverError INDEX_OF_POSITIONAL_ARGUMENT_IS_OUT_OF_RANGE }
