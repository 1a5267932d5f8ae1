package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import java.util.List;

/** The texts of all arguments one behind the other; arrays, tuples and maps are joined as such. */
@Builtin({"concat", "concatAssumeInjective", "CONCAT"})
final class Concat implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "concat(a, b, ...)",
                        "The texts of all arguments one behind the other; arrays, tuples and maps are joined as "
                                + "such.")
                .example("SELECT concat('a', 1, 'b')", "a1b");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        List<DataType> types = arguments.stream().map(Argument::type).toList();
        if (!types.isEmpty() && types.stream().allMatch(ArrayType.class::isInstance)) {
            return context.functions().bindScalar("arrayConcat", arguments, context);
        }
        if (!types.isEmpty() && types.stream().allMatch(TupleType.class::isInstance)) {
            return context.functions().bindScalar("tupleConcat", arguments, context);
        }
        if (!types.isEmpty() && types.stream().allMatch(MapType.class::isInstance)) {
            return context.functions().bindScalar("mapConcat", arguments, context);
        }
        return new Joined().bind(arguments, context);
    }

    /** Texts one behind the other. */
    private static final class Joined extends TextFunction {
        Joined() {
            super("concat", "?t*");
        }

        @Override
        public FunctionDoc doc() {
            return new Concat().doc();
        }

        @Override
        protected void row(RowArguments in, int row, ByteSink out) {
            for (int i = 0; i < in.count(); i++) {
                in.text(i).appendTo(row, out);
            }
        }
    }
}
