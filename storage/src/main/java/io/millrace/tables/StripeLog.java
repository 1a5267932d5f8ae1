package io.millrace.tables;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;

/** The engine StripeLog: rows in one file that only grows. */
@Builtin("StripeLog")
final class StripeLog implements TableEngine {
    StripeLog() {}

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
