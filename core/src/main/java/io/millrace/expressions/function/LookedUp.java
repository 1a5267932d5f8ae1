package io.millrace.expressions.function;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.type.DataType;

/** A function whose LowCardinality arguments are looked up before it sees them. */
class LookedUp implements BoundScalar {
    private final BoundScalar inner;

    private LookedUp(BoundScalar inner) {
        this.inner = inner;
    }

    static BoundScalar around(BoundScalar inner) {
        return inner instanceof BoundPredicate predicate ? new Predicate(predicate) : new LookedUp(inner);
    }

    /** Dictionaries looked up, also inside constants; everything else as it is. */
    static Column[] plain(Column[] arguments) {
        Column[] result = new Column[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            result[i] = switch (arguments[i]) {
                case DictionaryColumn dictionary -> dictionary.plain();
                case ConstColumn constant -> new ConstColumn(constant.value().plain(), constant.rows());
                default -> arguments[i];
            };
        }
        return result;
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
        return inner.evaluate(plain(arguments), rows, context);
    }

    /** The same for conditions. */
    private static final class Predicate extends LookedUp implements BoundPredicate {
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
            return inner.evaluate(plain(arguments), rows, context);
        }

        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            inner.select(plain(arguments), rows, bitmap, context);
        }
    }
}
