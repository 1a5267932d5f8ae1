SELECT NULL AS r, toTypeName(r);
SELECT null AS r, toTypeName(r);
SELECT TRUE AS r, toTypeName(r);
SELECT True AS r, toTypeName(r);
SELECT FALSE AS r, toTypeName(r);
SELECT [NULL] AS r, toTypeName(r);
SELECT (NULL, 1) AS r, toTypeName(r);
SELECT NULL::Nullable(String) AS r, toTypeName(r);
SELECT [1, 'a'] AS r, toTypeName(r); -- { serverError NO_COMMON_TYPE }
SELECT CAST(NULL AS Nullable(Int8)) AS r, toTypeName(r);
SELECT CAST(NULL AS Int8) AS r, toTypeName(r); -- { serverError CANNOT_CONVERT_TYPE }
SELECT 1 AS `select`, 2 AS "from";
SELECT 1 AS date, 2 AS first, 3 AS key;
SELECT `a b` FROM (SELECT 1 AS `a b`);
SELECT "a""b", `c``d` FROM (SELECT 1 AS "a""b", 2 AS `c``d`);
select 1 as One from numbers(1) where One = 1;
SELECT /* inline */ 1 -- trailing
;
SELECT 1 # hash comment
;
SELECT 1 #! shebang comment
;
