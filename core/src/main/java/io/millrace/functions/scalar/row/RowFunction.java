package io.millrace.functions.scalar.row;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import java.time.ZoneId;
import java.util.List;

/** Base of functions of strings and integers that are computed row by row. */
abstract class RowFunction implements ScalarFunction {
    private final String name;
    private final RowSignature signature;

    /** {@code signature} as {@link RowSignature} says. */
    protected RowFunction(String name, String signature) {
        this.name = name;
        this.signature = new RowSignature(name, signature);
    }

    protected final String name() {
        return name;
    }

    /** Whether some values make it throw. */
    protected boolean mayFail() {
        return false;
    }

    /** Further checks of a call. */
    protected void check(List<Argument> arguments) {}

    abstract DataType resultType();

    abstract Column compute(RowArguments in, int rows, EvaluationContext context);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        signature.check(arguments);
        check(arguments);
        return new Bound(this, arguments.stream().map(Argument::type).toList(), context.zone());
    }

    /** A row function bound to types. */
    private record Bound(RowFunction function, List<DataType> types, ZoneId zone) implements BoundScalar {
        @Override
        public DataType type() {
            return function.resultType();
        }

        @Override
        public boolean mayFail() {
            return function.mayFail();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return function.compute(function.signature.view(types, arguments, zone, context), rows, context);
        }
    }
}
