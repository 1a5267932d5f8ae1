SELECT getSetting('max_threads') > 0;
SET max_threads = 1;
SELECT getSetting('max_threads');
SELECT value, changed FROM system.settings WHERE name = 'max_threads';
SELECT getSetting('max_threads') SETTINGS max_threads = 3;
SELECT getSetting('max_threads');
SET nosuch_setting = 1; -- { serverError UNKNOWN_SETTING }
SELECT 1 SETTINGS nosuch_setting = 1; -- { serverError UNKNOWN_SETTING }
SET max_threads = 'abc'; -- { serverError CANNOT_PARSE_INPUT_ASSERTION_FAILED }
SELECT number FROM numbers(5) SETTINGS max_rows_to_read = 3; -- { serverError TOO_MANY_ROWS }
SELECT number FROM numbers(5) SETTINGS max_result_rows = 3; -- { serverError TOO_MANY_ROWS_OR_BYTES }
SELECT count() FROM numbers(10) SETTINGS max_block_size = 3;
SELECT getSetting('nosuch'); -- { serverError UNKNOWN_SETTING }
SET max_threads = DEFAULT;
SET join_use_nulls = 1, output_format_json_quote_64bit_integers = 1;
SELECT getSetting('join_use_nulls');
SELECT toUInt64(1) AS x FORMAT JSONEachRow;
SET output_format_json_quote_64bit_integers = 0;
SELECT toUInt64(1) AS x FORMAT JSONEachRow;
SELECT 1 AS x FORMAT JSONEachRow SETTINGS output_format_json_quote_64bit_integers = 1;
SET session_timezone = 'Asia/Tokyo';
SELECT toDateTime(0), timezone();
SELECT toDateTime(0) SETTINGS session_timezone = 'UTC';
SELECT sleepEachRow(0.001) FROM numbers(3) SETTINGS max_execution_time = 100 FORMAT Null;
SELECT groupArray(number) FROM numbers(100000) SETTINGS max_memory_usage = 100000; -- { serverError MEMORY_LIMIT_EXCEEDED }
SELECT number FROM numbers(1000000) GROUP BY number ORDER BY number LIMIT 1 SETTINGS max_rows_to_group_by = 10; -- { serverError TOO_MANY_ROWS }
SET readonly = 1;
CREATE TABLE t (a UInt8) ENGINE = Memory; -- { serverError READONLY }
