package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.time.Instant;

/** system.query_log: the last queries, from memory; a query is in it as soon as it has started or ended. */
@Builtin("query_log")
final class QueryLogTable implements SystemTable {
    private static final long SECONDS_OF_DAY = 86_400;

    private static final Header HEADER = SystemRows.header("""
            hostname LowCardinality(String),
            type Enum8('QueryStart' = 1, 'QueryFinish' = 2, 'ExceptionBeforeStart' = 3, 'ExceptionWhileProcessing' = 4),
            event_date Date, event_time DateTime, event_time_microseconds DateTime64(6), query_start_time DateTime,
            query_start_time_microseconds DateTime64(6), query_duration_ms UInt64, read_rows UInt64, read_bytes
            UInt64, written_rows UInt64, written_bytes UInt64, result_rows UInt64, result_bytes UInt64, memory_usage
            UInt64, current_database LowCardinality(String), query String, formatted_query String,
            normalized_query_hash UInt64, query_kind LowCardinality(String), exception_code Int32, exception String,
            stack_trace String, is_initial_query UInt8, user LowCardinality(String), query_id String, address IPv6,
            port UInt16, initial_user LowCardinality(String), initial_query_id String, initial_address IPv6,
            initial_port UInt16, interface UInt8, http_method UInt8, http_user_agent LowCardinality(String),
            http_referer String, forwarded_for String, quota_key String, log_comment String""");

    QueryLogTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SystemContext.LoggedQuery entry : context.queryLog()) {
            rows.row();
            setTimes(rows, entry);
            setCounts(rows, entry);
            QueryColumns.setClient(rows, entry.client());
            rows.set("type", entry.type())
                    .set("current_database", entry.database())
                    .set("query", entry.query())
                    .set("query_kind", entry.kind())
                    .set("exception_code", entry.exceptionCode())
                    .set("exception", entry.exception())
                    .set("is_initial_query", true)
                    .set("user", entry.user())
                    .set("query_id", entry.queryId())
                    .set("initial_user", entry.user())
                    .set("initial_query_id", entry.queryId());
        }
        return rows.build();
    }

    private static void setTimes(SystemRows row, SystemContext.LoggedQuery entry) {
        Instant time = entry.time();
        row.set("event_date", Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY))
                .set("event_time", time)
                .set("event_time_microseconds", time)
                .set("query_start_time", entry.start())
                .set("query_start_time_microseconds", entry.start())
                .set("query_duration_ms", entry.durationMillis());
    }

    private static void setCounts(SystemRows row, SystemContext.LoggedQuery entry) {
        row.set("read_rows", entry.readRows())
                .set("read_bytes", entry.readBytes())
                .set("written_rows", entry.writtenRows())
                .set("written_bytes", entry.writtenBytes())
                .set("result_rows", entry.resultRows())
                .set("result_bytes", entry.resultBytes())
                .set("memory_usage", entry.memoryBytes());
    }
}
