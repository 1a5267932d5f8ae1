package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.time.Duration;
import java.time.Instant;

/** system.asynchronous_metrics: slower numbers about the process and what it holds. */
@Builtin("asynchronous_metrics")
final class AsynchronousMetricsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            metric String, value Float64, description String""");

    AsynchronousMetricsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        Runtime process = Runtime.getRuntime();
        Catalog catalog = context.catalog();
        add(rows, "HeapMaximum", (double) process.maxMemory(), "Bytes the heap may grow to.");
        add(
                rows,
                "HeapUsed",
                (double) (process.totalMemory() - process.freeMemory()),
                "Bytes of the heap in use, garbage included.");
        add(rows, "NumberOfDatabases", catalog.databases().size(), "Databases, the built-in ones included.");
        add(rows, "NumberOfTables", CatalogTables.all(catalog).size(), "Tables and views of all databases.");
        add(rows, "Processors", process.availableProcessors(), "Cores the process may use.");
        add(
                rows,
                "Uptime",
                (double) Duration.between(context.startedAt(), Instant.now()).toSeconds(),
                "Seconds since the start.");
        return rows.build();
    }

    private static void add(SystemRows rows, String metric, double value, String description) {
        rows.row().set("metric", metric).set("value", value).set("description", description);
    }
}
