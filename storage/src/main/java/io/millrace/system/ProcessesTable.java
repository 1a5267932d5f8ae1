package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.processes: the queries that run now. */
@Builtin("processes")
final class ProcessesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            is_initial_query UInt8, user String, query_id String, address IPv6, port UInt16, initial_user
            String, initial_query_id String, initial_address IPv6, initial_port UInt16, interface UInt8, os_user
            String, client_hostname String, client_name String, client_agent LowCardinality(String),
            client_revision UInt64, client_version_major UInt64, client_version_minor UInt64,
            client_version_patch UInt64, http_method UInt8, http_user_agent String, http_referer String,
            forwarded_for String, quota_key String, distributed_depth UInt64, elapsed Float64, is_cancelled
            UInt8, is_all_data_sent UInt8, read_rows UInt64, read_bytes UInt64, total_rows_approx UInt64,
            written_rows UInt64, written_bytes UInt64, memory_usage Int64, peak_memory_usage Int64, query
            String, normalized_query_hash UInt64, query_kind String, thread_ids Array(UInt64),
            peak_threads_usage UInt64, ProfileEvents Map(LowCardinality(String), UInt64), Settings
            Map(LowCardinality(String), LowCardinality(String)), current_database String, is_internal UInt8""");

    ProcessesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SystemContext.RunningQueryFacts query : context.queries()) {
            rows.row();
            QueryColumns.setClient(rows, query.client());
            rows.set("query_kind", query.kind())
                    .set("current_database", query.database())
                    .set("is_initial_query", true)
                    .set("user", query.user())
                    .set("query_id", query.queryId())
                    .set("initial_user", query.user())
                    .set("initial_query_id", query.queryId())
                    .set("elapsed", query.elapsedSeconds())
                    .set("is_cancelled", query.cancelled())
                    .set("read_rows", query.readRows())
                    .set("read_bytes", query.readBytes())
                    .set("total_rows_approx", query.totalRows())
                    .set("written_rows", query.writtenRows())
                    .set("written_bytes", query.writtenBytes())
                    .set("memory_usage", query.memoryBytes())
                    .set("peak_memory_usage", query.peakMemoryBytes())
                    .set("query", query.query());
        }
        return rows.build();
    }
}
