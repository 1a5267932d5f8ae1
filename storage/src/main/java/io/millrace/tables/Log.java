package io.millrace.tables;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;

/** The engine Log: rows in one file that only grows. */
@Builtin("Log")
final class Log implements TableEngine {
    Log() {}

    @Override
    public String doc() {
        return "Appends rows to one compressed file; durable, for small tables that are written rarely.";
    }

    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        EngineClauses.checkNone(definition);
        return new LogTable(definition, services);
    }
}
