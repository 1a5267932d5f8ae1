SELECT 'a' 'b' AS r, toTypeName(r); -- { serverError SYNTAX_ERROR }
SELECT '\'' AS r, toTypeName(r);
SELECT '''' AS r, toTypeName(r);
SELECT '"' AS r, toTypeName(r);
SELECT '\\' AS r, toTypeName(r);
SELECT '\\n' AS r, toTypeName(r);
SELECT '\r\n' AS r, toTypeName(r);
SELECT '\x4a' AS r, toTypeName(r);
SELECT '\u0041' AS r, toTypeName(r);
SELECT x'414243' AS r, toTypeName(r);
SELECT X'6f6b' AS r, toTypeName(r);
SELECT b'01000001' AS r, toTypeName(r);
SELECT $tag$a'b"c\n$tag$ AS r, toTypeName(r);
SELECT '日本' AS r, toTypeName(r);
SELECT '\%' AS r, toTypeName(r);
SELECT '\_' AS r, toTypeName(r);
SELECT 'a\/b' AS r, toTypeName(r);
SELECT '\0' AS r, toTypeName(r);
SELECT 'semi;colon' AS r, toTypeName(r);
SELECT '-- not a comment' AS r, toTypeName(r);
SELECT '/* nor this */' AS r, toTypeName(r);
SELECT 'multi
line', length('multi
line');
SELECT /* { serverError SYNTAX_ERROR } */ 'unclosed;
