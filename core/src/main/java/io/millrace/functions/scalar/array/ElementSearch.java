package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of has, indexOf and countEqual. */
abstract class ElementSearch implements ScalarFunction {
    private final String name;
    private final DataType result;

    ElementSearch(String name, DataType result) {
        this.name = name;
        this.result = result;
    }

    /** The answer for one row. */
    abstract long answer(Equality equality, int from, int to);

    /** Whether element i equals the wanted value of the row. */
    interface Equality {
        boolean at(int element);
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        if (arguments.get(0).type() instanceof MapType map) {
            List<Argument> keys =
                    List.of(Argument.value(arguments.get(0).name(), Types.array(map.key())), arguments.get(1));
            return new OfKeys(bind(keys, context));
        }
        DataType element = Types.withoutLowCardinality(ArrayTypes.element(name, arguments.get(0)));
        DataType value = arguments.get(1).type();
        DataType common = Supertype.leastOrThrow(List.of(element, value));
        return new Bound(
                this,
                Coercion.of(element, common, context),
                Coercion.of(value, common, context),
                ValueOrder.of(common));
    }

    /** The search in a map's keys. */
    private record OfKeys(BoundScalar inner) implements BoundScalar {
        @Override
        public DataType type() {
            return inner.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn map = (ArrayColumn) (arguments[0] instanceof ConstColumn c ? c.plain() : arguments[0]);
            Column keys = new ArrayColumn(
                    map.offsets(), ((TupleColumn) map.elements()).elements().getFirst(), rows);
            return inner.evaluate(new Column[] {keys, arguments[1]}, rows, context);
        }
    }

    /** The search in arrays. */
    private record Bound(ElementSearch function, Coercion elements, Coercion value, ValueOrder order)
            implements BoundScalar {
        @Override
        public DataType type() {
            return function.result;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayView array = ArrayView.of(arguments[0]);
            Column known = elements.apply(
                            array.elements().plain(), array.elements().rows(), context)
                    .plain();
            Column wanted = arguments[1] instanceof ConstColumn c
                    ? value.apply(c.value().plain(), 1, context).plain()
                    : value.apply(arguments[1].plain(), rows, context).plain();
            int mask = arguments[1] instanceof ConstColumn ? 0 : -1;
            long[] result = new long[rows];
            for (int row = 0; row < rows; row++) {
                int at = row & mask;
                result[row] = function.answer(
                        i -> order.compare(known, i, wanted, at, 1) == 0, array.from(row), array.to(row));
            }
            return Narrowing.ofLongs(result, rows, function.result);
        }
    }
}
