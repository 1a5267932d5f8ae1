package io.millrace.tables;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;

/** The engine Memory: rows live in memory and are gone after a restart. */
@Builtin("Memory")
final class Memory implements TableEngine {
    Memory() {}

    @Override
    public String doc() {
        return "Keeps rows in memory as they are, uncompressed; they are lost when the server stops.";
    }

    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        EngineClauses.checkNone(definition);
        return new MemoryTable(definition, services);
    }
}
