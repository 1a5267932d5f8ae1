SELECT * FROM format(CSV, 'a Int32, b String', '1, x \n2,"y"\n');
SELECT * FROM format(CSV, 'a Int32, b String', '1, x \n2,"y"\n') SETTINGS input_format_csv_trim_whitespaces=0;
SELECT * FROM format(CSV, 'a Int32, b String', '1,"x"\n') SETTINGS format_csv_allow_double_quotes=0;
SELECT * FROM format(CSV, 'a Int32, b String', ',\n') SETTINGS input_format_csv_empty_as_default=0;
SELECT * FROM format(CSV, 'a Nullable(String), b String', ',\n') SETTINGS input_format_csv_empty_as_default=0;
SELECT * FROM format(CSV, 'a Int32, b String', '1\n2,y,z\n') SETTINGS input_format_csv_allow_variable_number_of_columns=1;
SELECT * FROM format(TSV, 'a Int32, b String', '1\n2\ty\tz\n') SETTINGS input_format_tsv_allow_variable_number_of_columns=1;
SELECT * FROM format(CSV, 'a Int32, b String', 'junk line\n1,x\n') SETTINGS input_format_csv_skip_first_lines=1;
SELECT * FROM format(TSV, 'a Int32, b String', 'junk line\n1\tx\n') SETTINGS input_format_tsv_skip_first_lines=1;
SELECT * FROM format(CSV, 'a Int32, b String', '1,x\n\n\n') SETTINGS input_format_csv_skip_trailing_empty_lines=1;
SELECT * FROM format(TSV, 'a Int32, b String', '1\tx\n\n\n') SETTINGS input_format_tsv_skip_trailing_empty_lines=1;
SELECT * FROM format(CSV, 'a Int32, b Int32', 'x,1\n2,y\n') SETTINGS input_format_csv_use_default_on_bad_values=1;
SELECT * FROM format(CSV, 'a Enum8(\'x\'=1,\'2\'=5, \'q\'=2), b Int32', '2,1\n') SETTINGS input_format_csv_enum_as_number=1;
SELECT * FROM format(TSV, 'a Enum8(\'x\'=1,\'2\'=5, \'q\'=2), b Int32', '2\t1\n') SETTINGS input_format_tsv_enum_as_number=1;
SELECT * FROM format(TSV, 'a Int32, b Nullable(Int32)', '\t\n') SETTINGS input_format_tsv_empty_as_default=1;
SELECT * FROM format(CSV, 't Tuple(a Int32, b String)', '"(1,\'x\')"\n') SETTINGS input_format_csv_deserialize_separate_columns_into_tuple=0;
SELECT (1,'x') AS t, 2 AS c FORMAT CSVWithNames SETTINGS output_format_csv_serialize_tuple_into_separate_columns=0;
SELECT (1,'x') AS t, 2 AS c FORMAT CSVWithNames SETTINGS output_format_csv_header_serialize_tuple_into_separate_columns=0;
SELECT * FROM format(CSV, 'a Int32, b String', '1,x\rjunk');
SELECT * FROM format(CSV, 'a Int32, b String', '1,x\r2,y\r') SETTINGS input_format_csv_allow_cr_end_of_line=1;
SELECT * FROM format(CSV, 'd DateTime(\'UTC\')', '01/02/2024 10:00:00\n') SETTINGS date_time_input_format='best_effort_us';
SELECT * FROM format(CSV, 'd DateTime(\'UTC\')', '01/02/2024 10:00:00\n');
SELECT * FROM format(CSV, 'a Int32, b Int32', '1,2\nx,3\n4,5\n') SETTINGS input_format_allow_errors_num=1;
SELECT * FROM format(CSV, 'a Int32, b Int32', '1,2\nx,3\ny,5\n') SETTINGS input_format_allow_errors_num=1; -- { serverError CANNOT_PARSE_INPUT_ASSERTION_FAILED }
SELECT * FROM format(TSV, 'a Int32, b Int32', '1\t2\nx\t3\n4\t5\n') SETTINGS input_format_allow_errors_ratio=0.5;
SELECT * FROM format(JSONEachRow, 'a Int32, b Int32', '{"a":1,"b":2}\n{"a":"x","b":1}\n{"a":3,"b":4}\n') SETTINGS input_format_allow_errors_num=1;
SELECT * FROM format(JSONEachRow, 'a String', '{"a":1}') SETTINGS input_format_json_read_numbers_as_strings=0; -- { serverError CANNOT_PARSE_QUOTED_STRING }
SELECT * FROM format(JSONEachRow, 'a String', '{"a":true}') SETTINGS input_format_json_read_bools_as_strings=0; -- { serverError INCORRECT_DATA }
SELECT * FROM format(JSONEachRow, 'a Int32', '{"a":true}') SETTINGS input_format_json_read_bools_as_numbers=0; -- { serverError CANNOT_PARSE_INPUT_ASSERTION_FAILED }
SELECT * FROM format(JSONEachRow, 'a String', '{"a":{"b":1}}') SETTINGS input_format_json_read_objects_as_strings=0; -- { serverError INCORRECT_DATA }
SELECT * FROM format(JSONEachRow, 'a String', '{"a":[1, 2]}') SETTINGS input_format_json_read_arrays_as_strings=0; -- { serverError INCORRECT_DATA }
SELECT * FROM format(JSONEachRow, 'a String', '{"a":[1, 2]}{"a":{"x": 1}}{"a":12.50}{"a":true}');
SELECT * FROM format(JSONEachRow, 't Tuple(a Int32, b String)', '{"t":{"b":"x"}}') SETTINGS input_format_json_defaults_for_missing_elements_in_named_tuple=0; -- { serverError INCORRECT_DATA }
SELECT * FROM format(JSONEachRow, 't Tuple(a Int32, b String)', '{"t":{"b":"x","c":1}}');
SELECT * FROM format(JSONEachRow, 't Tuple(a Int32, b String)', '{"t":{"a":1,"b":"x","c":1}}') SETTINGS input_format_json_ignore_unknown_keys_in_named_tuple=0; -- { serverError INCORRECT_DATA }
SELECT * FROM format(JSONEachRow, 't Tuple(a Int32, b String)', '{"t":{"a":1,"b":"x"}}') SETTINGS input_format_json_named_tuples_as_objects=0; -- { serverError CANNOT_PARSE_INPUT_ASSERTION_FAILED }
SELECT * FROM format(JSONEachRow, 'a Int32, b Nullable(Int32)', '{"a":"","b":""}') SETTINGS input_format_json_empty_as_default=1;
SELECT * FROM format(JSONEachRow, 'a Int32', '{"a":1,"z":2}') SETTINGS input_format_skip_unknown_fields=0; -- { serverError INCORRECT_DATA }
SELECT * FROM format(JSONEachRow, 'a Int32', '{"a":null}') SETTINGS input_format_null_as_default=0;
SELECT * FROM format(JSONCompactEachRow, 'a Int32, b String', '[1]\n[2,"x",3]') SETTINGS input_format_json_compact_allow_variable_number_of_columns=1;
SELECT * FROM format(JSONCompactEachRow, 'a Int32, b String', '[1]'); -- { serverError CANNOT_PARSE_INPUT_ASSERTION_FAILED }
SELECT * FROM format(JSON, 'a Int32', '{"meta":[{"name":"a","type":"String"}],"data":[{"a":1}]}'); -- { serverError INCORRECT_DATA }
SELECT * FROM format(JSON, 'a Int32', '{"meta":[{"name":"a","type":"String"}],"data":[{"a":1}]}') SETTINGS input_format_json_validate_types_from_metadata=0;
SELECT * FROM format(JSONCompact, 'a Int32', '{"data":[[1],[2]],"rows":2}'); -- { serverError INCORRECT_DATA }
SELECT * FROM format(JSONColumns, 'a Int32, b String', '{"b":["x","y"],"z":[1,2]}');
SELECT * FROM format(JSONObjectEachRow, 'a Int32, n String', '{"r1":{"a":1},"r2":{"a":2}}') SETTINGS format_json_object_each_row_column_for_object_name='n';
SELECT * FROM format(JSONAsString, '[{"a": 1}, {"b":[2]}]');
SELECT * FROM format(LineAsString, 'a\tb\n\nc');
SELECT * FROM format(RawBLOB, 'a\tb\n\nc');
SELECT * FROM format(CSVWithNames, 'a Int32, b String', 'b,a\nx,1\n');
SELECT * FROM format(CSVWithNames, 'a Int32, b String', 'b,a\n1,x\n') SETTINGS input_format_with_names_use_header=0;
SELECT * FROM format(TSVWithNamesAndTypes, 'a Int32', 'a\nString\n1\n') SETTINGS input_format_with_types_use_header=0;
SELECT * FROM format(CustomSeparated, 'a Int32, b String', '[<1|"x">,<2|"y">]') SETTINGS format_custom_escaping_rule='CSV', format_custom_field_delimiter='|', format_custom_row_before_delimiter='<', format_custom_row_after_delimiter='>', format_custom_row_between_delimiter=',', format_custom_result_before_delimiter='[', format_custom_result_after_delimiter=']';
SELECT * FROM format(CustomSeparatedWithNames, 'a Int32, b String', '''b''~''a''\n''x''~1\n') SETTINGS format_custom_escaping_rule='Quoted', format_custom_field_delimiter='~';
SELECT * FROM format(CustomSeparatedIgnoreSpaces, 'a Int32, b String', ' 1 , "x" \n 2,"y"\n') SETTINGS format_custom_escaping_rule='CSV', format_custom_field_delimiter=',';
SELECT toUInt64(1) AS a, toDecimal32(1.5,2) AS d, 1.5 AS f, inf AS i FORMAT JSONEachRow SETTINGS output_format_json_quote_64bit_integers=1, output_format_json_quote_decimals=1, output_format_json_quote_64bit_floats=1, output_format_json_quote_denormals=1;
SELECT tuple(1 AS x, 'a' AS y)::Tuple(x Int32, y String) AS t FORMAT JSONEachRow SETTINGS output_format_json_named_tuples_as_objects=0;
SELECT 'a/b' AS s FORMAT JSONEachRow SETTINGS output_format_json_escape_forward_slashes=0;
SELECT [1] AS a, map('k',1) AS m, (1,2) AS t FORMAT JSON SETTINGS output_format_json_pretty_print=0, output_format_write_statistics=0;
SELECT toDateTime('2024-01-02 03:04:05','UTC') AS d, toDateTime64('2024-01-02 03:04:05.123',3,'UTC') AS e FORMAT CSV SETTINGS date_time_output_format='iso';
SELECT toDateTime('2024-01-02 03:04:05','UTC') AS d, toDateTime64('2024-01-02 03:04:05.123',3,'UTC') AS e FORMAT TSV SETTINGS date_time_output_format='unix_timestamp';
SELECT NULL AS a, true AS b, toDecimal32(1.5,3) AS c FORMAT TSV SETTINGS format_tsv_null_representation='-', bool_true_representation='YES', output_format_decimal_trailing_zeros=1;
SELECT 1 AS a, 'x' AS b FORMAT TSV SETTINGS output_format_tsv_crlf_end_of_line=1;
SELECT * FROM format(RowBinaryWithDefaults, 'a Int8, b Int8', unhex('000101'));
