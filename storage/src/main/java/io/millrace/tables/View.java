package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;

/** The engine View: a query with a name. */
@Builtin("View")
final class View implements TableEngine {
    View() {}

    @Override
    public String doc() {
        return "Stores only a SELECT query, which takes the place of the view where it is read.";
    }

    /** The engine's only argument is the SELECT text. */
    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        if (definition.engineArguments().size() != 1) {
            throw new DbException(ErrorCode.INCORRECT_QUERY, "SELECT query is not specified for View");
        }
        return new ViewTable(definition);
    }
}
