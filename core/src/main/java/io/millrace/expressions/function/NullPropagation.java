package io.millrace.expressions.function;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Arrays;

/** NULL in, NULL out: the function runs on the values under the NULLs, the maps of NULLs are OR-ed into the result's. */
class NullPropagation implements BoundScalar {
    private final BoundScalar inner;

    NullPropagation(BoundScalar inner) {
        this.inner = inner;
    }

    @Override
    public DataType type() {
        return Types.nullable(inner.type());
    }

    @Override
    public boolean mayFail() {
        return inner.mayFail();
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        for (Column argument : arguments) {
            if (argument instanceof ConstColumn constant && constant.isNull(0)) {
                return nullOf(rows);
            }
        }
        byte[] nulls = nulls(arguments, rows);
        Column[] stripped = strip(arguments);
        Column result = inner.evaluate(stripped, rows, context);
        if (!Types.canBeInNullable(inner.type()) || inner.type().isNullable() && nulls.length == 0) {
            return result;
        }
        if (result instanceof ConstColumn constant && nulls.length == 0) {
            return new ConstColumn(nullable(constant.value(), new byte[1]), rows);
        }
        return nullable(result.plain(), nulls.length == 0 ? new byte[rows] : nulls);
    }

    private static Column nullable(Column values, byte[] nulls) {
        if (!(values instanceof NullableColumn inner)) {
            return new NullableColumn(nulls, values);
        }
        byte[] both = new byte[values.rows()];
        for (int i = 0; i < both.length; i++) {
            both[i] = (byte) (nulls[i] | inner.nulls()[i]);
        }
        return new NullableColumn(both, inner.values());
    }

    private Column nullOf(int rows) {
        ColumnBuilder builder = ColumnBuilder.of(type(), 1);
        builder.appendDefault();
        return new ConstColumn(builder.build(), rows);
    }

    /** The OR of all maps; empty when no argument has NULLs. */
    private static byte[] nulls(Column[] arguments, int rows) {
        byte[] result = new byte[0];
        for (Column argument : arguments) {
            if (argument instanceof NullableColumn nullable) {
                if (result.length == 0) {
                    result = Arrays.copyOf(nullable.nulls(), rows);
                } else {
                    byte[] more = nullable.nulls();
                    for (int i = 0; i < rows; i++) {
                        result[i] |= more[i];
                    }
                }
            }
        }
        return result;
    }

    private static Column[] strip(Column[] arguments) {
        Column[] result = new Column[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            result[i] = switch (arguments[i]) {
                case NullableColumn nullable -> nullable.values();
                case ConstColumn constant
                when constant.value() instanceof NullableColumn nullable ->
                    new ConstColumn(nullable.values(), constant.rows());
                default -> arguments[i];
            };
        }
        return result;
    }

    /** The same for conditions: a NULL answer selects nothing. */
    static final class Predicate extends NullPropagation implements BoundPredicate {
        private final BoundPredicate inner;

        Predicate(BoundPredicate inner) {
            super(inner);
            this.inner = inner;
        }

        @Override
        public DataType type() {
            return super.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return super.evaluate(arguments, rows, context);
        }

        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            for (Column argument : arguments) {
                if (argument instanceof ConstColumn constant && constant.isNull(0)) {
                    Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0L);
                    return;
                }
            }
            inner.select(strip(arguments), rows, bitmap, context);
            for (Column argument : arguments) {
                if (argument instanceof NullableColumn nullable) {
                    Bitmaps.clearWhere(nullable.nulls(), rows, bitmap);
                }
            }
        }
    }
}
