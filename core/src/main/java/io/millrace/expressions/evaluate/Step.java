package io.millrace.expressions.evaluate;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.SetReference;
import java.util.ArrayList;
import java.util.List;

/** One step of a program: computes a slot from earlier slots and the block's columns. */
sealed interface Step permits Step.Read, Step.Repeat, Step.Apply, Step.Close, Step.LookUp, LazyCall {
    Column run(Column[] slots, List<Column> inputs, int rows, EvaluationContext context);

    /** Whether the step allocates its answer, rather than handing on what is there. */
    default boolean makesColumn() {
        return true;
    }

    /** A column of the block. */
    record Read(int index) implements Step {
        @Override
        public Column run(Column[] slots, List<Column> inputs, int rows, EvaluationContext context) {
            return inputs.get(index);
        }

        @Override
        public boolean makesColumn() {
            return false;
        }
    }

    /** A constant. */
    record Repeat(Column value) implements Step {
        @Override
        public Column run(Column[] slots, List<Column> inputs, int rows, EvaluationContext context) {
            return new ConstColumn(value, rows);
        }

        @Override
        public boolean makesColumn() {
            return false;
        }
    }

    /** A function of earlier slots. */
    record Apply(BoundScalar function, int[] arguments) implements Step {
        @Override
        public Column run(Column[] slots, List<Column> inputs, int rows, EvaluationContext context) {
            Column[] values = new Column[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = slots[arguments[i]];
            }
            return function.evaluate(values, rows, context);
        }
    }

    /** A lambda over captured slots. */
    record Close(ExpressionProgram body, int parameters, int[] captured) implements Step {
        @Override
        public Column run(Column[] slots, List<Column> inputs, int rows, EvaluationContext context) {
            Column[] outer = new Column[captured.length];
            for (int i = 0; i < outer.length; i++) {
                outer[i] = slots[captured[i]];
            }
            return new Closure(body, outer, rows, context);
        }
    }

    /** IN. */
    record LookUp(int value, SetReference set, boolean negated, DataType type) implements Step {
        @Override
        public Column run(Column[] slots, List<Column> inputs, int rows, EvaluationContext context) {
            Column values = slots[value].plain();
            long[] bitmap = new long[Bitmaps.words(rows)];
            select(values, rows, bitmap);
            ByteColumn answer = new ByteColumn(Bitmaps.toBytes(bitmap, rows), rows);
            if (!type.isNullable()) {
                return answer;
            }
            return values instanceof NullableColumn nullable
                    ? new NullableColumn(nullable.nulls(), answer)
                    : new NullableColumn(new byte[rows], answer);
        }

        private void select(Column values, int rows, long[] bitmap) {
            set.get().contains(values, rows, bitmap);
            if (negated) {
                long[] all = Bitmaps.all(rows);
                for (int i = 0; i < all.length; i++) {
                    bitmap[i] = all[i] & ~bitmap[i];
                }
            }
        }
    }

    /** A lambda with the values of what it captured. */
    final class Closure extends LambdaColumn {
        private final ExpressionProgram body;
        private final Column[] captured;
        private final EvaluationContext context;

        Closure(ExpressionProgram body, Column[] captured, int rows, EvaluationContext context) {
            super(rows);
            this.body = body;
            this.captured = captured;
            this.context = context;
        }

        @Override
        public Column apply(Column[] parameters, int[] sourceRow, int rows) {
            List<Column> inputs = new ArrayList<>(parameters.length + captured.length);
            inputs.addAll(List.of(parameters));
            for (Column column : captured) {
                inputs.add(
                        column instanceof ConstColumn constant
                                ? constant.withRows(rows)
                                : column.gather(sourceRow, rows));
            }
            return body.evaluate(inputs, rows, context)[0].plain();
        }
    }
}
