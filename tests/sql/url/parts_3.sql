SELECT decodeURLFormComponent('a+b%20c') AS r, toTypeName(r);
SELECT decodeURLFormComponent(materialize('a+b%20c')) FROM numbers(2);
SELECT encodeURLFormComponent('a b') AS r, toTypeName(r);
SELECT encodeURLFormComponent(materialize('a b')) FROM numbers(2);
SELECT netloc('http://u@a.com:80/') AS r, toTypeName(r);
SELECT netloc(materialize('http://u@a.com:80/')) FROM numbers(2);
SELECT cutWWW('http://www.a.com/') AS r, toTypeName(r);
SELECT cutWWW(materialize('http://www.a.com/')) FROM numbers(2);
SELECT cutQueryString('http://a.com/b?x#f') AS r, toTypeName(r);
SELECT cutQueryString(materialize('http://a.com/b?x#f')) FROM numbers(2);
SELECT cutFragment('http://a.com/b?x#f') AS r, toTypeName(r);
SELECT cutFragment(materialize('http://a.com/b?x#f')) FROM numbers(2);
SELECT cutQueryStringAndFragment('http://a.com/b?x#f') AS r, toTypeName(r);
SELECT cutQueryStringAndFragment(materialize('http://a.com/b?x#f')) FROM numbers(2);
SELECT cutURLParameter('http://a/?x=1&y=2', 'x') AS r, toTypeName(r);
SELECT cutURLParameter(materialize('http://a/?x=1&y=2'), materialize('x')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT cutURLParameter(materialize('http://a/?x=1&y=2'), 'x');
SELECT u, protocol(u), domain(u), path(u), queryString(u), fragment(u), topLevelDomain(u) FROM (SELECT arrayJoin(['', 'abc', 'http://', '//host/p', 'mailto:a@b.c', 'http://1.2.3.4/x', 'http://[::1]:80/', 'HTTP://UPPER.COM/', 'ftp://h', 'http://a.b?q', 'http://a.b#f', 'a.b.c/d', 'http://host:99999/', 'http://ex ample.com/']) AS u);
SELECT domain(NULL), domain(toLowCardinality('http://a.b/'));
SELECT domain(1); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
