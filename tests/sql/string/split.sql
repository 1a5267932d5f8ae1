SELECT splitByChar(',', 'a,b,,c') AS r, toTypeName(r);
SELECT splitByChar(materialize(','), materialize('a,b,,c')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT splitByChar(materialize(','), 'a,b,,c'); -- { serverError ILLEGAL_COLUMN }
SELECT splitByChar(',', '') AS r, toTypeName(r);
SELECT splitByChar(materialize(','), materialize('')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT splitByChar(materialize(','), ''); -- { serverError ILLEGAL_COLUMN }
SELECT splitByChar('ab', 'x') AS r, toTypeName(r); -- { serverError BAD_ARGUMENTS }
SELECT splitByChar(materialize('ab'), materialize('x')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT splitByChar(materialize('ab'), 'x'); -- { serverError ILLEGAL_COLUMN }
SELECT splitByString(', ', 'a, b, c') AS r, toTypeName(r);
SELECT splitByString(materialize(', '), materialize('a, b, c')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT splitByString(materialize(', '), 'a, b, c'); -- { serverError ILLEGAL_COLUMN }
SELECT splitByString('', 'abc') AS r, toTypeName(r);
SELECT splitByString(materialize(''), materialize('abc')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT splitByString(materialize(''), 'abc'); -- { serverError ILLEGAL_COLUMN }
SELECT splitByString('x', 'xaxbx') AS r, toTypeName(r);
SELECT splitByString(materialize('x'), materialize('xaxbx')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT splitByString(materialize('x'), 'xaxbx'); -- { serverError ILLEGAL_COLUMN }
SELECT splitByWhitespace('  a  b c ') AS r, toTypeName(r);
SELECT splitByWhitespace(materialize('  a  b c ')) FROM numbers(2);
SELECT splitByNonAlpha('a,b;c d') AS r, toTypeName(r);
SELECT splitByNonAlpha(materialize('a,b;c d')) FROM numbers(2);
SELECT splitByRegexp('[0-9]+', 'a1b22c') AS r, toTypeName(r);
SELECT splitByRegexp(materialize('[0-9]+'), materialize('a1b22c')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT splitByRegexp(materialize('[0-9]+'), 'a1b22c'); -- { serverError ILLEGAL_COLUMN }
SELECT alphaTokens('ab12cd') AS r, toTypeName(r);
SELECT alphaTokens(materialize('ab12cd')) FROM numbers(2);
SELECT arrayStringConcat(['a', 'b', 'c'], '-') AS r, toTypeName(r);
SELECT arrayStringConcat(materialize(['a', 'b', 'c']), materialize('-')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
