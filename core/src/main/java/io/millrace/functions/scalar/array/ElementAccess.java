package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import java.util.List;

/** Single elements of arrays and values of maps. */
final class ElementAccess {
    private ElementAccess() {}

    static BoundScalar bind(String name, List<Argument> arguments, BindContext context, boolean orNull) {
        Signature.count(name, arguments, 2);
        DataType container = arguments.get(0).type();
        DataType index = arguments.get(1).type();
        if (container instanceof MapType map) {
            DataType key = Types.withoutLowCardinality(map.key());
            DataType common =
                    Supertype.least(List.of(key, index)).orElseThrow(() -> Signature.illegalTypes(name, arguments));
            return new OfMap(
                    orNull ? Types.nullable(map.value()) : map.value(),
                    orNull,
                    Coercion.of(key, common, context),
                    Coercion.of(index, common, context),
                    ValueOrder.of(common));
        }
        DataType element = ArrayTypes.element(name, arguments.get(0));
        if (!(index instanceof IntegerType)) {
            throw Signature.illegalTypes(name, arguments);
        }
        arguments.get(1).constant().ifPresent(c -> {
            if (!orNull && arguments.get(0).constant().isEmpty() && Numbers.longAt(c, 0, true) == 0) {
                throw new DbException(ErrorCode.ZERO_ARRAY_OR_TUPLE_INDEX, "Array indices are 1-based");
            }
        });
        return new OfArray(orNull ? Types.nullable(element) : element, orNull, index);
    }

    private static Column gathered(Column elements, int[] positions, int rows, boolean orNull, DataType type) {
        Column values = elements.gather(positions, rows);
        if (!orNull || !type.isNullable() || values.plain() instanceof NullableColumn) {
            return values;
        }
        byte[] nulls = new byte[rows];
        for (int i = 0; i < rows; i++) {
            nulls[i] = (byte) (positions[i] < 0 ? 1 : 0);
        }
        return new NullableColumn(nulls, values.plain());
    }

    /** By number. */
    private record OfArray(DataType type, boolean orNull, DataType index) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayView array = ArrayView.of(arguments[0]);
            NumberView numbers = NumberView.of(arguments[1], index);
            int[] positions = new int[rows];
            for (int row = 0; row < rows; row++) {
                long n = numbers.at(row);
                int length = array.length(row);
                boolean negative = n < 0 && Numbers.isSigned(index);
                long at = negative ? length + n : n - 1;
                positions[row] = n != 0 && at >= 0 && at < length ? array.from(row) + (int) at : -1;
            }
            return gathered(array.elements(), positions, rows, orNull, type);
        }
    }

    /** By key. */
    private record OfMap(DataType type, boolean orNull, Coercion keys, Coercion wanted, ValueOrder order)
            implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayView map = ArrayView.of(arguments[0]);
            TupleColumn pairs = (TupleColumn) map.elements();
            Column known = keys.apply(pairs.elements().get(0).plain(), pairs.rows(), context);
            Column key = wanted.apply(arguments[1], rows, context).plain();
            int[] positions = new int[rows];
            for (int row = 0; row < rows; row++) {
                positions[row] = -1;
                for (int i = map.from(row); i < map.to(row); i++) {
                    if (order.compare(known, i, key, row, 1) == 0) {
                        positions[row] = i;
                        break;
                    }
                }
            }
            return gathered(pairs.elements().get(1), positions, rows, orNull, type);
        }
    }
}
