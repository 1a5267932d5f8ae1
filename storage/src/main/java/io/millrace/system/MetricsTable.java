package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.Map;

/** system.metrics: what the server is doing now, in numbers. */
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
        SystemRows rows = new SystemRows(HEADER);

        context.metrics()
                .forEach((name, value) -> rows.row().set("metric", name).set("value", value));
        return rows.build();
    }
}
