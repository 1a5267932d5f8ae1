SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k LIMIT 1 FORMAT XML SETTINGS extremes=1, output_format_write_statistics=0;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT JSONColumnsWithMetadata SETTINGS extremes=1, output_format_write_statistics=0;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT JSONStrings SETTINGS extremes=1, output_format_write_statistics=0;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT JSONCompactEachRow SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT JSONEachRow SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT Values SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT CustomSeparated SETTINGS extremes=1, format_custom_result_before_delimiter='[', format_custom_result_after_delimiter=']', format_custom_row_between_delimiter=';';
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT CustomSeparatedWithNamesAndTypes SETTINGS extremes=1, format_custom_result_before_delimiter='[', format_custom_result_after_delimiter=']', format_custom_row_between_delimiter=';',format_custom_row_before_delimiter='<',format_custom_row_after_delimiter='>',format_custom_escaping_rule='XML';
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT TSKV SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT Markdown SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT JSONColumns SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT SQLInsert SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT PrettyJSONEachRow SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT JSONObjectEachRow SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k FORMAT LineAsString SETTINGS extremes=1;
SELECT number%2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k LIMIT 1 FORMAT Template SETTINGS extremes=1, format_template_row_format='${k:CSV}-${1:JSON}', format_template_resultset_format='A${data}B${totals}C${min}D${max}E${rows:CSV}F${rows_before_limit:JSON}H', format_template_rows_between_delimiter='; ';
SELECT number%2 AS k FROM numbers(10) FORMAT Template SETTINGS format_template_row_format='${k:CSV}$$', format_template_resultset_format='${rows:CSV}A${data}'; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT number%2 AS k FROM numbers(10) FORMAT Template SETTINGS format_template_row_format='${k:CSV}', format_template_resultset_format='${data}${rows_before_limit:CSV}'; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT number%2 AS k FROM numbers(10) FORMAT Template SETTINGS format_template_row_format='${k}', format_template_resultset_format='${data}'; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT number%2 AS k FROM numbers(10) FORMAT Template SETTINGS format_template_row_format='${x:CSV}', format_template_resultset_format='${data}'; -- { serverError NOT_FOUND_COLUMN_IN_BLOCK }
SELECT number%2 AS k FROM numbers(10) FORMAT Template SETTINGS format_template_row_format='${k:Foo}', format_template_resultset_format='${data}'; -- { serverError BAD_ARGUMENTS }
SELECT number%2 AS k FROM numbers(10) FORMAT Template SETTINGS format_template_row_format='${k:CSV', format_template_resultset_format='${data}'; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT number%2 AS k FROM numbers(10) FORMAT Template SETTINGS format_template_row_format='${k:CSV}', format_template_resultset_format='no'; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT number%2 AS k FROM numbers(10) FORMAT Template SETTINGS format_template_row_format='a $k ${k:CSV}', format_template_resultset_format='${data}'; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT number%2 AS k FROM numbers(10) FORMAT Template; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT number%2 AS k FROM numbers(2) FORMAT Template SETTINGS format_template_row_format='${k:CSV}', format_template_resultset_format='${data}${foo:CSV}'; -- { serverError SYNTAX_ERROR }
SELECT number%2 AS k FROM numbers(2) FORMAT Template SETTINGS format_template_row_format='${k:CSV}', format_template_resultset_format='${data:CSV}'; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT number%2 AS k FROM numbers(2) FORMAT Template SETTINGS format_template_row_format='${k:CSV}', format_template_resultset_format='${data}${rows}'; -- { serverError INVALID_TEMPLATE_FORMAT }
SELECT 1 AS `a b`, 'x' AS b WHERE 0 FORMAT XML SETTINGS output_format_write_statistics=0;
SELECT 1 AS a WHERE 0 FORMAT JSONColumnsWithMetadata SETTINGS output_format_write_statistics=0;
SELECT 1 AS a WHERE 0 FORMAT PrettyJSONEachRow;
SELECT 1 AS a WHERE 0 FORMAT Markdown;
SELECT 1 AS a WHERE 0 FORMAT JSONCompactColumns;
SELECT 1 AS `a=b	c`, 'x=y' AS s FORMAT TSKV;
SELECT number AS a FROM numbers(3) FORMAT SQLInsert SETTINGS output_format_sql_insert_max_batch_size=2, output_format_sql_insert_table_name='t`x', output_format_sql_insert_include_column_names=0, output_format_sql_insert_use_replace=1;
SELECT number AS a FROM numbers(1) FORMAT SQLInsert SETTINGS output_format_sql_insert_quote_names=0;
SELECT '*_`|<#[a]' AS `a|b` FORMAT Markdown SETTINGS output_format_markdown_escape_special_characters=1;
SELECT 'a' AS name, 1 AS x FORMAT JSONObjectEachRow SETTINGS format_json_object_each_row_column_for_object_name='name';
SELECT number AS a FROM numbers(2) FORMAT PrettyJSONEachRow SETTINGS output_format_json_array_of_rows=1;
SELECT 'm' AS name, number AS value, map('l',toString(number)) AS labels, 'h' AS help, 'gauge' AS type FROM numbers(2) FORMAT Prometheus;
SELECT arrayJoin([('a',1.5,'counter','h1',map(),0),('b',2,'gauge','',map('x','1'),123),('b',3,'gauge','',map('x','2'),0),('h',2,'histogram','hh',map('le','1'),0),('h',3,'histogram','hh',map('le','2'),0),('h',9,'histogram','hh',map('sum',''),0),('h',4,'histogram','hh',map('count',''),0)]) AS t, t.1 AS name, t.2 AS value, t.3 AS type, t.4 AS help, t.5 AS labels, t.6 AS timestamp FORMAT Prometheus;
SELECT 'abc' AS a, 1 AS b, NULL AS c, [1,2] AS d, ('x', 2) AS e, map('k', 1) AS f FORMAT Hash;
SELECT number, toString(number) FROM numbers(5) FORMAT Hash;
