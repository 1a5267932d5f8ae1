SELECT extract('abc', 'x') AS r, toTypeName(r);
SELECT extract(materialize('abc'), materialize('x')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extract(materialize('abc'), 'x');
SELECT extract('abc', '(x)?abc') AS r, toTypeName(r);
SELECT extract(materialize('abc'), materialize('(x)?abc')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extract(materialize('abc'), '(x)?abc');
SELECT extractAll('a1b22c333', '\\d+') AS r, toTypeName(r);
SELECT extractAll(materialize('a1b22c333'), materialize('\\d+')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extractAll(materialize('a1b22c333'), '\\d+');
SELECT extractAll('a1b2', '([a-z])\\d') AS r, toTypeName(r);
SELECT extractAll(materialize('a1b2'), materialize('([a-z])\\d')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extractAll(materialize('a1b2'), '([a-z])\\d');
SELECT extractAll('abc', 'x') AS r, toTypeName(r);
SELECT extractAll(materialize('abc'), materialize('x')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extractAll(materialize('abc'), 'x');
SELECT extractAllGroupsVertical('k1=v1,k2=v2', '(\\w+)=(\\w+)') AS r, toTypeName(r);
SELECT extractAllGroupsVertical(materialize('k1=v1,k2=v2'), materialize('(\\w+)=(\\w+)')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extractAllGroupsVertical(materialize('k1=v1,k2=v2'), '(\\w+)=(\\w+)');
SELECT extractAllGroupsHorizontal('k1=v1,k2=v2', '(\\w+)=(\\w+)') AS r, toTypeName(r);
SELECT extractAllGroupsHorizontal(materialize('k1=v1,k2=v2'), materialize('(\\w+)=(\\w+)')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT extractAllGroupsHorizontal(materialize('k1=v1,k2=v2'), '(\\w+)=(\\w+)');
