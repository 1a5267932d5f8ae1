SELECT concat('a', 'b') AS r, toTypeName(r);
SELECT concat(materialize('a'), materialize('b')) FROM numbers(2);
SELECT concat(materialize('a'), 'b');
SELECT concat('a', '', 'c') AS r, toTypeName(r);
SELECT concat(materialize('a'), materialize(''), materialize('c')) FROM numbers(2);
SELECT concat(materialize('a'), '', 'c');
SELECT concat('a', NULL) AS r, toTypeName(r);
SELECT concat(materialize('a'), materialize(NULL)) FROM numbers(2);
SELECT concat(materialize('a'), NULL);
SELECT concat('a', 1, 2.5) AS r, toTypeName(r);
SELECT concat(materialize('a'), materialize(1), materialize(2.5)) FROM numbers(2);
SELECT concat(materialize('a'), 1, 2.5);
SELECT concat(toFixedString('a', 2), 'b') AS r, toTypeName(r);
SELECT concat(materialize(toFixedString('a', 2)), materialize('b')) FROM numbers(2);
SELECT concat(materialize(toFixedString('a', 2)), 'b');
SELECT concat([1], [2]) AS r, toTypeName(r);
SELECT concat(materialize([1]), materialize([2])) FROM numbers(2);
SELECT concat(materialize([1]), [2]);
SELECT concatWithSeparator('-', 'a', 'b') AS r, toTypeName(r);
SELECT concatWithSeparator(materialize('-'), materialize('a'), materialize('b')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT concatWithSeparator(materialize('-'), 'a', 'b'); -- { serverError ILLEGAL_COLUMN }
SELECT concat_ws(',', 'x', '', 'z') AS r, toTypeName(r);
SELECT concat_ws(materialize(','), materialize('x'), materialize(''), materialize('z')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT concat_ws(materialize(','), 'x', '', 'z'); -- { serverError ILLEGAL_COLUMN }
SELECT format('{} and {}', 'a', 'b') AS r, toTypeName(r);
SELECT format(materialize('{} and {}'), materialize('a'), materialize('b')) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
