package io.millrace.functions.scalar.tuple;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.List;

/** An array of (name, value) for a tuple whose elements have one type. */
@Builtin("tupleToNameValuePairs")
final class TupleToNameValuePairs implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Tuple",
                        "tupleToNameValuePairs(tuple)",
                        "An array of (name, value) for a tuple whose elements have one type.")
                .example("SELECT tupleToNameValuePairs((1, 2))", "[('1',1),('2',2)]");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("tupleToNameValuePairs", arguments, 1);
        if (!(arguments.getFirst().type() instanceof TupleType tuple)
                || tuple.elements().isEmpty()) {
            throw Signature.illegalType(
                    "tupleToNameValuePairs", arguments.getFirst().type());
        }
        for (DataType element : tuple.elements()) {
            if (!element.equals(tuple.elements().getFirst())) {
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Function tupleToNameValuePairs needs a tuple whose elements have one type");
            }
        }
        List<String> names = new ArrayList<>(tuple.names());
        for (int i = names.size(); i < tuple.elements().size(); i++) {
            names.add(Integer.toString(i + 1));
        }
        return new Bound(
                Types.array(new TupleType(List.of(Types.STRING, tuple.elements().getFirst()), List.of())), names);
    }

    /** The pairs of every row. */
    private record Bound(DataType type, List<String> names) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TupleColumn tuple = (TupleColumn) Repeated.full(arguments[0]);
            int width = names.size();
            int[] offsets = new int[rows + 1];
            int[] keys = new int[rows * width];
            ColumnBuilder values = tuple.elements().getFirst().plain().newBuilder(rows * width);
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < width; i++) {
                    keys[row * width + i] = i;
                    values.append(tuple.elements().get(i).plain(), row);
                }
                offsets[row + 1] = (row + 1) * width;
            }
            Column texts = StringColumn.of(names.toArray(String[]::new)).gather(keys, keys.length);
            return new ArrayColumn(offsets, new TupleColumn(List.of(texts, values.build()), rows * width), rows);
        }
    }
}
