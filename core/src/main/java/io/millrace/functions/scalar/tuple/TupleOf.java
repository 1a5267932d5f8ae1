package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import java.util.ArrayList;
import java.util.List;

/** A tuple of the arguments. */
@Builtin("tuple")
final class TupleOf implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tuple(a, b, ...)", "A tuple of the arguments.")
                .example("SELECT tuple(1, 'a')", "(1,'a')");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return new Bound(new TupleType(arguments.stream().map(Argument::type).toList(), List.of()));
    }

    /** Columns side by side. */
    private record Bound(TupleType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            List<Column> elements = new ArrayList<>();
            for (Column argument : arguments) {
                elements.add(argument instanceof ConstColumn c ? c.value().gather(new int[rows], rows) : argument);
            }
            return new TupleColumn(elements, rows);
        }
    }
}
