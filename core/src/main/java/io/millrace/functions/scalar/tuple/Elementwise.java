package io.millrace.functions.scalar.tuple;

import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.List;

/** Base of functions that combine two tuples of equal sizes, or a tuple and a number, element by element. */
abstract class Elementwise implements ScalarFunction {
    private final String name;
    private final String operation;
    private final boolean byNumber;

    /** {@code operation} is the function of two numbers that is applied. */
    Elementwise(String name, String operation, boolean byNumber) {
        this.name = name;
        this.operation = operation;
        this.byNumber = byNumber;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        if (!(arguments.get(0).type() instanceof TupleType left)) {
            throw Signature.illegalType(name, arguments.get(0).type());
        }
        List<DataType> right = new ArrayList<>();
        if (byNumber) {
            left.elements().forEach(e -> right.add(arguments.get(1).type()));
        } else if (arguments.get(1).type() instanceof TupleType t
                && t.elements().size() == left.elements().size()) {
            right.addAll(t.elements());
        } else {
            throw Signature.illegalTypes(name, arguments);
        }
        List<BoundScalar> elements = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            List<Argument> pair =
                    List.of(Argument.value("left", left.elements().get(i)), Argument.value("right", right.get(i)));
            elements.add(context.functions().bindScalar(operation, pair, context));
        }
        return new Bound(
                new TupleType(elements.stream().map(BoundScalar::type).toList(), List.of()), elements, byNumber);
    }

    /** One call per element. */
    private record Bound(TupleType type, List<BoundScalar> elements, boolean byNumber) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return elements.stream().anyMatch(BoundScalar::mayFail);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TupleColumn left = (TupleColumn) Repeated.full(arguments[0]);
            Column right = Repeated.full(arguments[1]);
            List<Column> result = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                Column other =
                        byNumber ? right : ((TupleColumn) right).elements().get(i);
                result.add(elements.get(i)
                        .evaluate(new Column[] {left.elements().get(i), other}, rows, context)
                        .plain());
            }
            return new TupleColumn(result, rows);
        }
    }
}
