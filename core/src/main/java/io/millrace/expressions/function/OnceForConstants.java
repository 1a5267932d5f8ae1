package io.millrace.expressions.function;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import java.util.Arrays;

/** A function that is computed for one row when all its arguments are constants; the result is a constant then. */
class OnceForConstants implements BoundScalar {
    private final BoundScalar inner;

    OnceForConstants(BoundScalar inner) {
        this.inner = inner;
    }

    @Override
    public DataType type() {
        return inner.type();
    }

    @Override
    public boolean mayFail() {
        return inner.mayFail();
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        if (arguments.length == 0 || !allConstant(arguments)) {
            return inner.evaluate(arguments, rows, context);
        }
        return new ConstColumn(inner.evaluate(oneRow(arguments), 1, context).plain(), rows);
    }

    private static boolean allConstant(Column[] arguments) {
        for (Column argument : arguments) {
            if (!(argument instanceof ConstColumn)) {
                return false;
            }
        }
        return true;
    }

    private static Column[] oneRow(Column[] arguments) {
        return Arrays.stream(arguments).map(a -> ((ConstColumn) a).withRows(1)).toArray(Column[]::new);
    }

    /** The same for conditions. */
    static final class Predicate extends OnceForConstants implements BoundPredicate {
        private final BoundPredicate inner;

        Predicate(BoundPredicate inner) {
            super(inner);
            this.inner = inner;
        }

        @Override
        public DataType type() {
            return inner.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return super.evaluate(arguments, rows, context);
        }

        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            if (!allConstant(arguments)) {
                inner.select(arguments, rows, bitmap, context);
                return;
            }
            long[] one = new long[1];
            inner.select(oneRow(arguments), 1, one, context);
            if (one[0] != 0) {
                Bitmaps.setAll(bitmap, rows);
            } else {
                Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            }
        }
    }
}
