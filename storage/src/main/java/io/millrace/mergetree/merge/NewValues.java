package io.millrace.mergetree.merge;

import io.millrace.base.error.DbException;
import io.millrace.catalog.ability.Mutable.RowValue;
import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.read.PartRows;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.write.ColumnFeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * New values of some rows of one part. They are computed block by block while the part is written anew, so a few blocks are all that is held of them.
 *
 * @param values by column, of the columns' types
 * @param changed the rows that get them: bit i is row i of the part
 */
public record NewValues(Map<String, RowValue> values, long[] changed) {
    /** Nothing changes. */
    public static final NewValues NONE = new NewValues(Map.of(), new long[0]);

    public NewValues {
        values = Map.copyOf(values);
    }

    /** The feed of a column of the part that {@code source} reads: with the new values where there are any. */
    ColumnFeed over(
            String column, DataType type, ColumnFeed stored, MergeSource source, Supplier<ColumnFeed> rowNumbers) {
        RowValue value = values.get(column);
        return value == null ? stored : new Mixed(type, stored, rowNumbers.get(), computed(value, source), changed);
    }

    private Computed computed(RowValue value, MergeSource source) {
        PartSelection part = source.parts().getFirst();
        PartRows rows = new PartRows(
                source.structure(),
                part,
                value.inputs(),
                Optional.empty(),
                new RowMasks(Map.of(part.part(), changed)),
                source.files(),
                source.blockRows(),
                source.context());
        return new Computed(rows, ExpressionProgram.compile(List.of(value.expression())), source.context());
    }

    /** The new values of the changed rows, one after the other. */
    private static final class Computed {
        private final PartRows rows;
        private final ExpressionProgram program;
        private final EvaluationContext context;
        private Optional<Column> block = Optional.empty();
        private int position;

        Computed(PartRows rows, ExpressionProgram program, EvaluationContext context) {
            this.rows = rows;
            this.program = program;
            this.context = context;
        }

        void appendTo(Collector out, int count) {
            int left = count;
            while (left > 0) {
                Column column = current();
                int step = Math.min(left, column.rows() - position);
                out.append(column, position, position + step);
                position += step;
                left -= step;
            }
        }

        private Column current() {
            if (block.isEmpty() || position == block.get().rows()) {
                context.cancellation().check();
                Block inputs = rows.next().orElseThrow(() -> DbException.bug("A part lost rows that change"));
                Column result = program.evaluate(inputs, context)[0];
                block = Optional.of(result instanceof ConstColumn constant ? constant.plain() : result);
                position = 0;
            }
            return block.get();
        }
    }

    /** A stored column with new values among the old ones. */
    private record Mixed(DataType type, ColumnFeed stored, ColumnFeed rowNumbers, Computed computed, long[] changed)
            implements ColumnFeed {
        @Override
        public Column next(int rows) {
            Column old = stored.next(rows);
            long[] numbers = ((LongColumn) rowNumbers.next(rows)).values();
            Collector out = Collector.of(type, rows);
            int from = 0;
            while (from < rows) {
                boolean isNew = isChanged(numbers[from]);
                int to = from + 1;
                while (to < rows && isChanged(numbers[to]) == isNew) {
                    to++;
                }
                if (isNew) {
                    computed.appendTo(out, to - from);
                } else {
                    out.append(old, from, to);
                }
                from = to;
            }
            return out.build();
        }

        private boolean isChanged(long row) {
            return (changed[(int) (row >>> 6)] >>> row & 1) != 0;
        }
    }
}
