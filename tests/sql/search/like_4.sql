SELECT like('aXbXc', 'a%b%c') AS r, toTypeName(r);
SELECT like(materialize('aXbXc'), materialize('a%b%c')) FROM numbers(2);
SELECT like(materialize('aXbXc'), 'a%b%c');
SELECT like('abcabc', '%abc%abc%') AS r, toTypeName(r);
SELECT like(materialize('abcabc'), materialize('%abc%abc%')) FROM numbers(2);
SELECT like(materialize('abcabc'), '%abc%abc%');
SELECT like('a+b', 'a+b') AS r, toTypeName(r);
SELECT like(materialize('a+b'), materialize('a+b')) FROM numbers(2);
SELECT like(materialize('a+b'), 'a+b');
SELECT like('[x]', '[x]') AS r, toTypeName(r);
SELECT like(materialize('[x]'), materialize('[x]')) FROM numbers(2);
SELECT like(materialize('[x]'), '[x]');
SELECT like(NULL, 'a') AS r, toTypeName(r);
SELECT like(materialize(NULL), materialize('a')) FROM numbers(2);
SELECT like(materialize(NULL), 'a');
SELECT like(toFixedString('ab', 3), 'ab%') AS r, toTypeName(r);
SELECT like(materialize(toFixedString('ab', 3)), materialize('ab%')) FROM numbers(2);
SELECT like(materialize(toFixedString('ab', 3)), 'ab%');
SELECT like('mississippi', '%iss%pi') AS r, toTypeName(r);
SELECT like(materialize('mississippi'), materialize('%iss%pi')) FROM numbers(2);
SELECT like(materialize('mississippi'), '%iss%pi');
SELECT like('\xff', '_') AS r, toTypeName(r);
SELECT like(materialize('\xff'), materialize('_')) FROM numbers(2);
SELECT like(materialize('\xff'), '_');
SELECT 'a' LIKE 'a\\'; -- { serverError CANNOT_PARSE_ESCAPE_SEQUENCE }
SELECT 1 LIKE 'a'; -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT 'a' LIKE 'a' ESCAPE '#';
