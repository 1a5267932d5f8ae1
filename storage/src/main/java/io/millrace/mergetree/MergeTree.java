package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.mergetree.merge.MergeMode;

/** The engine MergeTree: sorted parts, merged in the background. */
@Builtin("MergeTree")
public final class MergeTree implements TableEngine {
    @Override
    public String doc() {
        return "Keeps rows sorted by a key in parts on disk, which are merged in the background.";
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        if (!definition.engineArguments().isEmpty()) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "With extended storage definition syntax storage MergeTree requires 0 parameters");
        }
        return new MergeTreeTable(definition, services, new MergeMode.Ordinary(), attach);
    }
}
