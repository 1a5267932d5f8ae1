package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.List;

/** An operation on two tuples of one size, or a tuple and a number: element by element. */
record TupleArithmetic(TupleType type, List<BoundScalar> elements) implements BoundScalar {
    static BoundScalar bind(String name, List<Argument> arguments, BindContext context) {
        int size = Math.max(size(arguments.get(0).type()), size(arguments.get(1).type()));
        List<BoundScalar> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Argument> pair = new ArrayList<>();
            for (Argument argument : arguments) {
                pair.add(Argument.value(argument.name(), element(argument.type(), i, size, name, arguments)));
            }
            elements.add(context.functions().bindScalar(name, pair, context));
        }
        return new TupleArithmetic(
                new TupleType(elements.stream().map(BoundScalar::type).toList(), List.of()), List.copyOf(elements));
    }

    private static int size(DataType type) {
        return type instanceof TupleType tuple ? tuple.elements().size() : 0;
    }

    private static DataType element(DataType type, int index, int size, String name, List<Argument> arguments) {
        if (!(type instanceof TupleType tuple)) {
            return type;
        }
        if (tuple.elements().size() != size) {
            throw Signature.illegalTypes(name, arguments);
        }
        return tuple.elements().get(index);
    }

    @Override
    public boolean mayFail() {
        return elements.stream().anyMatch(BoundScalar::mayFail);
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        List<Column> result = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Column[] pair = {element(arguments[0], i), element(arguments[1], i)};
            result.add(elements.get(i).evaluate(pair, rows, context).plain());
        }
        return new TupleColumn(result, rows);
    }

    private static Column element(Column column, int index) {
        return switch (column) {
            case TupleColumn tuple -> tuple.elements().get(index);
            case ConstColumn constant
            when constant.value() instanceof TupleColumn tuple ->
                new ConstColumn(tuple.elements().get(index), constant.rows());
            default -> column;
        };
    }
}
