SELECT extractGroups('hello abc=111', '(\\w+)=(\\w+)') AS r, toTypeName(r);
SELECT extractGroups(materialize('hello abc=111'), materialize('(\\w+)=(\\w+)')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extractGroups(materialize('hello abc=111'), '(\\w+)=(\\w+)');
SELECT regexpExtract('100-200', '(\\d+)-(\\d+)', 2) AS r, toTypeName(r);
SELECT regexpExtract(materialize('100-200'), materialize('(\\d+)-(\\d+)'), materialize(2)) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT regexpExtract(materialize('100-200'), '(\\d+)-(\\d+)', 2);
SELECT countMatches('hello', 'l') AS r, toTypeName(r);
SELECT countMatches(materialize('hello'), materialize('l')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT countMatches(materialize('hello'), 'l');
SELECT countMatches('aaa', '') AS r, toTypeName(r);
SELECT countMatches(materialize('aaa'), materialize('')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT countMatches(materialize('aaa'), '');
SELECT countMatchesCaseInsensitive('AbAb', 'ab') AS r, toTypeName(r);
SELECT countMatchesCaseInsensitive(materialize('AbAb'), materialize('ab')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT countMatchesCaseInsensitive(materialize('AbAb'), 'ab');
SELECT regexpQuoteMeta('a.b*c') AS r, toTypeName(r);
SELECT regexpQuoteMeta(materialize('a.b*c')) FROM numbers(2);
SELECT extract('', '.*') AS r, toTypeName(r);
SELECT extract(materialize(''), materialize('.*')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extract(materialize(''), '.*');
