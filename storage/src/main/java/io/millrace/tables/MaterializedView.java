package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;

/** The engine MaterializedView: follows the inserts into one table and writes what its query makes of them into another. */
@Builtin("MaterializedView")
final class MaterializedView implements TableEngine {
    MaterializedView() {}

    @Override
    public String doc() {
        return "Runs its SELECT over every block that is inserted into the source table and keeps the result in a target table.";
    }

    /** Arguments: the SELECT text, the source's database and table, the target's database and table. */
    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        if (definition.engineArguments().size() != 5) {
            throw new DbException(ErrorCode.INCORRECT_QUERY, "SELECT query is not specified for MaterializedView");
        }
        return new MaterializedViewTable(definition);
    }
}
