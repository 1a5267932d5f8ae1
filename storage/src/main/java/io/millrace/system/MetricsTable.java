package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.ability.HasParts;
import io.millrace.catalog.ability.Mutable;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.List;
import java.util.Map;

/** system.metrics: what the server is doing now, in numbers, in the order in which ClickHouse lists them. */
@Builtin("metrics")
final class MetricsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            metric String, value Int64, description String""");

    MetricsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("name", "metric");
    }

    @Override
    public Block rows(SystemContext context) {
        List<Table> tables = CatalogTables.all(context.catalog());
        Map<String, Long> ofProcess = context.metrics();
        SystemRows rows = new SystemRows(HEADER);
        add(rows, "Query", ofProcess.getOrDefault("Query", 0L), "Number of executing queries");
        add(rows, "Merge", merges(tables), "Number of executing background merges");
        add(rows, "PartMutation", mutations(tables), "Number of mutations (ALTER DELETE/UPDATE)");
        // Monitoring asks for these; without replicated tables there is nothing to count.
        add(rows, "ReplicatedFetch", 0, "Number of data parts being fetched from replica");
        add(rows, "ReplicatedSend", 0, "Number of data parts being sent to replicas");
        add(
                rows,
                "MemoryTracking",
                ofProcess.getOrDefault("MemoryTracking", 0L),
                "Bytes of memory that queries and merges have accounted for.");
        add(rows, "PartsActive", parts(tables, true), "Data parts that queries read.");
        add(rows, "AttachedDatabase", context.catalog().databases().size(), "Databases, the built-in ones included.");
        add(rows, "AttachedTable", tables.size(), "Tables and views of all databases.");
        add(
                rows,
                "PartsOutdated",
                parts(tables, false),
                "Data parts that merges have replaced and that still lie on disk.");
        return rows.build();
    }

    private static void add(SystemRows rows, String metric, long value, String description) {
        rows.row().set("metric", metric).set("value", value).set("description", description);
    }

    private static long merges(List<Table> tables) {
        return tables.stream()
                .filter(t -> t instanceof HasParts parts && parts.isMerging())
                .count();
    }

    private static long mutations(List<Table> tables) {
        return tables.stream()
                .filter(Mutable.class::isInstance)
                .flatMap(t -> ((Mutable) t).mutations().stream())
                .filter(m -> !m.done())
                .count();
    }

    private static long parts(List<Table> tables, boolean active) {
        return tables.stream()
                .filter(HasParts.class::isInstance)
                .flatMap(t -> ((HasParts) t).parts().stream())
                .filter(p -> p.active() == active)
                .count();
    }
}
