package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.catalog.ability.Alterable;
import io.millrace.catalog.ability.Expanding;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.catalog.table.TableScan;

/** A materialized view: inserts into its source go through its SELECT into its target; reading it reads the target. Thread-safe. */
final class MaterializedViewTable implements Table, Watching, Expanding, Alterable {
    private volatile TableDefinition definition;

    MaterializedViewTable(TableDefinition definition) {
        this.definition = definition;
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableId source() {
        return new TableId(argument(1), argument(2));
    }

    @Override
    public TableId target() {
        return new TableId(argument(3), argument(4));
    }

    private String argument(int index) {
        return definition.engineArguments().get(index);
    }

    @Override
    public String selectText() {
        return argument(0);
    }

    @Override
    public String query() {
        return "SELECT * FROM " + quoted(argument(3)) + "." + quoted(argument(4));
    }

    private static String quoted(String identifier) {
        return "`" + identifier.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    @Override
    public String database() {
        return definition.id().database();
    }

    @Override
    public TableScan scan(ScanRequest request) {
        throw DbException.bug("The view " + id() + " must be expanded, not scanned");
    }

    @Override
    public void checkAlter(TableDefinition changed) {
        // the definition is all there is
    }

    @Override
    public void alter(TableDefinition changed) {
        definition = changed;
    }
}
