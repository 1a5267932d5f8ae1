SELECT replaceRegexpAll('a\nb', '\\n', ' ') AS r, toTypeName(r);
SELECT replaceRegexpAll(materialize('a\nb'), materialize('\\n'), materialize(' ')) FROM numbers(2);
SELECT replaceRegexpAll(materialize('a\nb'), '\\n', ' ');
SELECT replaceRegexpOne('https://www.google.com/x', '^https?://(?:www\\.)?([^/]+)/.*$', '\\1') AS r, toTypeName(r);
SELECT replaceRegexpOne(materialize('https://www.google.com/x'), materialize('^https?://(?:www\\.)?([^/]+)/.*$'), materialize('\\1')) FROM numbers(2);
SELECT replaceRegexpOne(materialize('https://www.google.com/x'), '^https?://(?:www\\.)?([^/]+)/.*$', '\\1');
SELECT replaceRegexpAll('abc', '$', '!') AS r, toTypeName(r);
SELECT replaceRegexpAll(materialize('abc'), materialize('$'), materialize('!')) FROM numbers(2);
SELECT replaceRegexpAll(materialize('abc'), '$', '!');
SELECT REGEXP_REPLACE('abc', 'b', 'X') AS r, toTypeName(r);
SELECT REGEXP_REPLACE(materialize('abc'), materialize('b'), materialize('X')) FROM numbers(2);
SELECT REGEXP_REPLACE(materialize('abc'), 'b', 'X');
SELECT replaceRegexpAll('日本語', '本', 'x') AS r, toTypeName(r);
SELECT replaceRegexpAll(materialize('日本語'), materialize('本'), materialize('x')) FROM numbers(2);
SELECT replaceRegexpAll(materialize('日本語'), '本', 'x');
SELECT replaceRegexpAll('x', 'x', '\\\\') AS r, toTypeName(r);
SELECT replaceRegexpAll(materialize('x'), materialize('x'), materialize('\\\\')) FROM numbers(2);
SELECT replaceRegexpAll(materialize('x'), 'x', '\\\\');
SELECT replaceRegexpAll('a', '(', 'b'); -- { serverError BAD_ARGUMENTS }
SELECT replaceRegexpAll('a', '(a)', '\\2'); -- { serverError BAD_ARGUMENTS }
