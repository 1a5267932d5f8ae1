package io.millrace.system;

import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.tables.BlockScan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A system table as a table of the catalog: its rows are computed when it is read. Immutable. */
final class ComputedTable implements Table {
    private final TableDefinition definition;
    private final SystemTable table;
    private final SystemContext context;

    ComputedTable(TableId id, SystemTable table, SystemContext context) {
        this.definition = definition(id, table);
        this.table = table;
        this.context = context;
    }

    private static TableDefinition definition(TableId id, SystemTable table) {
        List<ColumnDefinition> columns = new ArrayList<>();
        table.header().fields().forEach(f -> columns.add(ColumnDefinition.of(f.name(), f.type())));
        table.aliases()
                .forEach((alias, name) -> columns.add(new ColumnDefinition(
                        alias,
                        table.header().type(table.header().index(name)),
                        ColumnDefinition.DefaultKind.ALIAS,
                        "`" + name + "`",
                        "",
                        "",
                        "")));
        String engine = "System" + Character.toUpperCase(id.name().charAt(0))
                + id.name().substring(1);
        return new TableDefinition(
                id,
                UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)),
                columns,
                engine,
                List.of(),
                KeyClause.NONE,
                KeyClause.NONE,
                KeyClause.NONE,
                "",
                "",
                Map.of(),
                "",
                "");
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        Block rows = table.rows(context);
        return new BlockScan(rows.rows() == 0 ? List.of() : List.of(rows), request);
    }
}
