package io.millrace.engine.query;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingType;
import java.util.List;

/** Settings that bound and shape the running of queries. */
@Builtin("QuerySettings")
public final class QuerySettings implements Setting.Group {
    public static final Setting<Long> MAX_THREADS =
            Setting.of("max_threads", SettingType.Kind.MAX_THREADS, 0L, "Threads for one query; 0 for one per core.");
    public static final Setting<Long> MAX_BLOCK_SIZE = Setting.of(
            "max_block_size", SettingType.Kind.NON_ZERO_UINT64, 65_409L, "Rows per block when tables are read.");
    public static final Setting<Long> MAX_MEMORY_USAGE =
            Setting.uint64("max_memory_usage", 0, "Bytes one query may hold; 0 for the server's limit only.");
    public static final Setting<Long> MAX_BYTES_BEFORE_EXTERNAL_GROUP_BY = Setting.uint64(
            "max_bytes_before_external_group_by", 0, "Bytes from which GROUP BY spills to disk; 0 for never.");
    public static final Setting<Long> MAX_BYTES_BEFORE_EXTERNAL_SORT = Setting.uint64(
            "max_bytes_before_external_sort", 0, "Bytes from which ORDER BY spills to disk; 0 for never.");
    public static final Setting<Double> MAX_EXECUTION_TIME =
            Setting.seconds("max_execution_time", 0, "Seconds a query may run; 0 for any time.");
    public static final Setting<Boolean> LOG_QUERIES =
            Setting.bool("log_queries", true, "Keep queries in system.query_log.");
    public static final Setting<Long> MAX_QUERY_SIZE =
            Setting.uint64("max_query_size", 262_144, "Bytes of a statement that are parsed as SQL.");
    public static final Setting<Long> MAX_PARSER_DEPTH =
            Setting.uint64("max_parser_depth", 1000, "How deep a statement may be nested.");
    public static final Setting<Long> MAX_RESULT_ROWS =
            Setting.uint64("max_result_rows", 0, "Limit on rows of the result; 0 for none.");
    public static final Setting<Long> MAX_RESULT_BYTES =
            Setting.uint64("max_result_bytes", 0, "Limit on bytes of the result; 0 for none.");
    public static final Setting<String> RESULT_OVERFLOW_MODE = Setting.choice(
            "result_overflow_mode", "OverflowMode", "throw", "What happens at the limit: throw or break.");
    public static final Setting<Long> MAX_ROWS_TO_READ =
            Setting.uint64("max_rows_to_read", 0, "Limit on rows read from tables; 0 for none.");
    public static final Setting<String> SESSION_TIMEZONE = Setting.of(
            "session_timezone", SettingType.Kind.TIMEZONE, "", "Time zone of the session; empty for the server's.");
    public static final Setting<Boolean> EXTREMES =
            Setting.bool("extremes", false, "Adds the smallest and the largest value of each column to results.");
    public static final Setting<String> LOG_COMMENT =
            Setting.string("log_comment", "", "A comment of the client's for the query log.");

    public static final Setting<Boolean> WRITE_EXCEPTION_IN_OUTPUT_FORMAT = Setting.bool(
            "http_write_exception_in_output_format",
            false,
            "Tell a failure inside the result, in formats that can, such as JSON.");
    public static final Setting<Boolean> REPLACE_RUNNING_QUERY =
            Setting.bool("replace_running_query", false, "Stop a running query of the same id instead of refusing.");
    public static final Setting<Long> REPLACE_RUNNING_QUERY_MAX_WAIT = Setting.of(
            "replace_running_query_max_wait_ms",
            SettingType.Kind.MILLISECONDS,
            5000L,
            "How long to wait for the end of the query that is replaced.");

    public static final Setting<Boolean> CHECK_SINGLE_VALUE = Setting.bool(
            "check_query_single_value_result",
            false,
            "CHECK TABLE answers with one 0 or 1 instead of a row for each part.");

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                CHECK_SINGLE_VALUE,
                MAX_THREADS,
                MAX_BLOCK_SIZE,
                MAX_MEMORY_USAGE,
                MAX_BYTES_BEFORE_EXTERNAL_GROUP_BY,
                MAX_BYTES_BEFORE_EXTERNAL_SORT,
                MAX_EXECUTION_TIME,
                LOG_QUERIES,
                MAX_QUERY_SIZE,
                MAX_PARSER_DEPTH,
                MAX_RESULT_ROWS,
                MAX_RESULT_BYTES,
                RESULT_OVERFLOW_MODE,
                MAX_ROWS_TO_READ,
                SESSION_TIMEZONE,
                EXTREMES,
                LOG_COMMENT,
                WRITE_EXCEPTION_IN_OUTPUT_FORMAT,
                REPLACE_RUNNING_QUERY,
                REPLACE_RUNNING_QUERY_MAX_WAIT);
    }
}
