package io.millrace.planner.build;

import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.SetReference;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.operator.result.CollectSink;
import io.millrace.pipeline.operator.set.ValueSets;

/** The right side of IN: collects a column and fills the set when it is complete. NULLs are left out: nothing equals them. */
final class SetSink implements Sink.Factory {
    private final SetReference reference;
    private final DataType type;
    private final CollectSink rows;

    SetSink(SetReference reference, DataType type, EvaluationContext context) {
        this.reference = reference;
        this.type = type;
        this.rows = new CollectSink(context);
    }

    @Override
    public Sink open(int driver) {
        return rows.open(driver);
    }

    @Override
    public void complete() {
        rows.complete();
        DataType bare = type instanceof TupleType ? type : Types.bare(type);
        ColumnBuilder values = ColumnBuilder.of(bare, 16);
        for (Block block : rows.blocks()) {
            Column column = block.column(0).plain();
            if (column instanceof NullableColumn nullable) {
                for (int row = 0; row < block.rows(); row++) {
                    if (!nullable.isNull(row)) {
                        values.append(nullable.values(), row);
                    }
                }
            } else {
                values.appendRange(column, 0, block.rows());
            }
        }
        reference.fill(ValueSets.of(bare, values.build()));
    }
}
