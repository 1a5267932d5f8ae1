package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.catalog.ability.Alterable;
import io.millrace.catalog.ability.Expanding;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;

/** A view: the planner reads its query instead of it. Thread-safe. */
final class ViewTable implements Table, Expanding, Alterable {
    private volatile TableDefinition definition;

    ViewTable(TableDefinition definition) {
        this.definition = definition;
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public String query() {
        return definition.engineArguments().getFirst();
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
