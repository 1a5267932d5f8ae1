package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.mergetree.merge.MergeMode;

/** The engine AggregatingMergeTree: rows with equal keys become one, with their aggregate states merged. */
@Builtin("AggregatingMergeTree")
public final class AggregatingMergeTree implements TableEngine {
    @Override
    public String doc() {
        return "Like MergeTree, but merges make one row of rows with equal sorting keys, merging their aggregate states.";
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
                    "With extended storage definition syntax storage AggregatingMergeTree requires 0 parameters");
        }
        return new MergeTreeTable(definition, services, new MergeMode.Aggregating(), attach);
    }
}
