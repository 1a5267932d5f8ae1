package io.millrace.tables;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;

/** The engine TinyLog: rows in one file that only grows. */
@Builtin("TinyLog")
final class TinyLog implements TableEngine {
    TinyLog() {}

    @Override
    public String doc() {
        return "Like Log; kept for tables that were made with this name.";
    }

    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        EngineClauses.checkNone(definition);
        return new LogTable(definition, services);
    }
}
