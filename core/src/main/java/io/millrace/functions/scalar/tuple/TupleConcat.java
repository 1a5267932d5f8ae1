package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.List;

/** The elements of several tuples in one. */
@Builtin("tupleConcat")
final class TupleConcat implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tupleConcat(a, b, ...)", "The elements of several tuples in one.")
                .example("SELECT tupleConcat((1, 2), ('a',))", "(1,2,'a')");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("tupleConcat", arguments, 1, Integer.MAX_VALUE);
        List<DataType> types = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!(argument.type() instanceof TupleType tuple)) {
                throw Signature.illegalType("tupleConcat", argument.type());
            }
            types.addAll(tuple.elements());
        }
        return new Bound(new TupleType(types, List.of()));
    }

    /** All columns. */
    private record Bound(TupleType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            List<Column> elements = new ArrayList<>();
            for (Column argument : arguments) {
                elements.addAll(((TupleColumn) (argument instanceof ConstColumn c ? c.plain() : argument)).elements());
            }
            return new TupleColumn(elements, rows);
        }
    }
}
