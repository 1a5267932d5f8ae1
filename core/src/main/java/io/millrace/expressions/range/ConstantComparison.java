package io.millrace.expressions.range;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.math.BigDecimal;
import java.util.Optional;

/** Compares key values with one constant, which may be of another type, exactly as SQL would. Immutable. */
interface ConstantComparison {
    /** Negative when the key value is less than the constant. The key value is not NULL and not NaN. */
    int compare(Column keys, int row);

    /** For keys of a type (without Nullable) and a constant that is not NULL; empty when their order is not known here. */
    static Optional<ConstantComparison> of(DataType keyType, DataType constantType, Column constant) {
        DataType type = Types.bare(constantType);
        Column value = constant.plain() instanceof NullableColumn n ? n.values() : constant.plain();
        if (keyType.equals(type) || sameTime(keyType, type)) {
            ValueOrder order = ValueOrder.of(keyType);
            return Optional.of((keys, row) -> order.compare(keys, row, value, 0, 1));
        }
        if (Types.isNumber(keyType) && Types.isNumber(type)) {
            return NumberValues.exact(type, value, 0).map(number -> numbers(keyType, number));
        }
        if (value instanceof StringColumn) {
            return TypedConstants.convert(keyType, type, value).map(typed -> {
                ValueOrder order = ValueOrder.of(keyType);
                return (keys, row) -> order.compare(keys, row, typed, 0, 1);
            });
        }
        return Optional.empty();
    }

    /** DateTime is the same moment in every zone. */
    private static boolean sameTime(DataType a, DataType b) {
        return a instanceof DataType.DateTimeType && b instanceof DataType.DateTimeType
                || a instanceof DataType.DateTime64Type x
                        && b instanceof DataType.DateTime64Type y
                        && x.precision() == y.precision();
    }

    private static ConstantComparison numbers(DataType keyType, BigDecimal constant) {
        return (keys, row) -> NumberValues.exact(keyType, keys, row)
                .map(key -> key.compareTo(constant))
                // an infinity: its sign decides
                .orElseGet(() -> infinitySign(keys, row));
    }

    private static int infinitySign(Column keys, int row) {
        return switch (keys) {
            case FloatColumn f -> f.values()[row] > 0 ? 1 : -1;
            case DoubleColumn d -> d.values()[row] > 0 ? 1 : -1;
            default -> 1;
        };
    }
}
