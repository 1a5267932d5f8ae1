package io.millrace.tables;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;

/** The engine Null: takes rows and forgets them. */
@Builtin("Null")
final class Null implements TableEngine {
    Null() {}

    @Override
    public String doc() {
        return "Ignores what is written and reads as empty; materialized views over it still get the rows.";
    }

    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        EngineClauses.checkNone(definition);
        return new NullTable(definition);
    }
}
