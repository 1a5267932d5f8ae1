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

/** Base of functions that combine the elements of two tuples, then sum them up. */
abstract class Reduction implements ScalarFunction {
    private final String name;
    private final String operation;

    Reduction(String name, String operation) {
        this.name = name;
        this.operation = operation;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        boolean fits = arguments.get(0).type() instanceof TupleType a
                && arguments.get(1).type() instanceof TupleType b
                && a.elements().size() == b.elements().size()
                && !a.elements().isEmpty();
        if (!fits) {
            throw Signature.illegalTypes(name, arguments);
        }
        List<DataType> left = ((TupleType) arguments.get(0).type()).elements();
        List<DataType> right = ((TupleType) arguments.get(1).type()).elements();
        List<BoundScalar> elements = new ArrayList<>();
        List<BoundScalar> sums = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            List<Argument> pair = List.of(Argument.value("left", left.get(i)), Argument.value("right", right.get(i)));
            elements.add(context.functions().bindScalar(operation, pair, context));
            if (i > 0) {
                DataType before =
                        i == 1 ? elements.get(0).type() : sums.getLast().type();
                List<Argument> terms = List.of(
                        Argument.value("sum", before),
                        Argument.value("term", elements.get(i).type()));
                sums.add(context.functions().bindScalar("plus", terms, context));
            }
        }
        return new Bound(elements, sums);
    }

    /** The terms and the additions. */
    private record Bound(List<BoundScalar> elements, List<BoundScalar> sums) implements BoundScalar {
        @Override
        public DataType type() {
            return sums.isEmpty() ? elements.getFirst().type() : sums.getLast().type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TupleColumn left = (TupleColumn) Repeated.full(arguments[0]);
            TupleColumn right = (TupleColumn) Repeated.full(arguments[1]);
            Column sum = elements.getFirst()
                    .evaluate(
                            new Column[] {
                                left.elements().get(0), right.elements().get(0)
                            },
                            rows,
                            context);
            for (int i = 1; i < elements.size(); i++) {
                Column[] pair = {left.elements().get(i), right.elements().get(i)};
                sum = sums.get(i - 1)
                        .evaluate(new Column[] {sum, elements.get(i).evaluate(pair, rows, context)}, rows, context);
            }
            return sum;
        }
    }
}
