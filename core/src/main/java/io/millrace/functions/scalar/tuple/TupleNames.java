package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.List;

/** The names of a tuple's elements; numbers when they have none. */
@Builtin("tupleNames")
final class TupleNames implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Tuple", "tupleNames(tuple)", "The names of a tuple's elements; numbers when they have none.")
                .example("SELECT tupleNames((1, 2))", "['1','2']");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("tupleNames", arguments, 1);
        if (!(arguments.getFirst().type() instanceof TupleType tuple)) {
            throw Signature.illegalType("tupleNames", arguments.getFirst().type());
        }
        List<String> names = new ArrayList<>(tuple.names());
        for (int i = names.size(); i < tuple.elements().size(); i++) {
            names.add(Integer.toString(i + 1));
        }
        return new Bound(names);
    }

    /** The names for every row. */
    private record Bound(List<String> names) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.array(Types.STRING);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column texts = StringColumn.of(names.toArray(String[]::new));
            return new ConstColumn(new ArrayColumn(new int[] {0, names.size()}, texts, 1), rows);
        }
    }
}
