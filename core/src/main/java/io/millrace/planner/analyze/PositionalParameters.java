package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters {@code $1}, {@code $2}, ... of a statement: values when it runs, types when it is prepared.
 *
 * <p>While a statement is prepared, a parameter whose type its client left open takes the type of its first use, as in PostgreSQL: the other side
 * of a comparison, the column it is inserted into; text when nothing says more. For one statement and one thread.
 */
public final class PositionalParameters {
    private final List<@Nullable DataType> types = new ArrayList<>();
    private final List<Expression.Constant> values;

    private PositionalParameters(List<Expression.Constant> values) {
        this.values = List.copyOf(values);
    }

    /** A statement without parameters. */
    public static PositionalParameters none() {
        return new PositionalParameters(List.of());
    }

    /** For running: the values, first that of {@code $1}. */
    public static PositionalParameters of(List<Expression.Constant> values) {
        return new PositionalParameters(values);
    }

    /** For preparing: the types that the client has chosen. */
    public static PositionalParameters typed(List<Optional<DataType>> declared) {
        PositionalParameters parameters = new PositionalParameters(List.of());
        for (Optional<DataType> type : declared) {
            parameters.types.add(type.orElse(null));
        }
        return parameters;
    }

    /** The types of all parameters, known or found out; those of parameters that were never used are empty. */
    public List<Optional<DataType>> types() {
        return types.stream().<Optional<DataType>>map(Optional::ofNullable).toList();
    }

    /** Whether nothing is known of a parameter yet. */
    boolean isOpen(String number) {
        int index = index(number);
        return index >= values.size() && (index >= types.size() || types.get(index) == null);
    }

    /** Decides the type of a parameter that was open. */
    void decide(String number, DataType type) {
        int index = index(number);
        while (types.size() <= index) {
            types.add(null);
        }
        types.set(index, parameterType(type));
    }

    /** What a parameter beside a value of a type is: numbers of literals are widened, so that any number fits. */
    private static DataType parameterType(DataType beside) {
        return switch (Types.bare(Types.withoutSimpleAggregate(beside))) {
            case DataType.NothingType n -> Types.STRING;
            case DataType.EnumType e -> Types.STRING;
            case DataType.FixedStringType f -> Types.STRING;
            case DataType.LowCardinalityType l -> parameterType(l.nested());
            case DataType other -> other;
        };
    }

    /** The constant that stands for a parameter. */
    Expression value(String number) {
        int index = index(number);
        if (index < values.size()) {
            return values.get(index);
        }
        if (!values.isEmpty()) {
            throw new DbException(ErrorCode.UNKNOWN_QUERY_PARAMETER, "there is no parameter $" + number);
        }
        if (isOpen(number)) {
            decide(number, Types.STRING);
        }
        return sample(Types.withoutNullable(java.util.Objects.requireNonNull(types.get(index))));
    }

    /** A value to analyze with: 1 rather than 0, so that nothing is divided by zero. */
    private static Expression sample(DataType type) {
        if (type instanceof DataType.IntegerType) {
            ColumnBuilder builder = ColumnBuilder.of(type, 1);
            switch (builder) {
                case LongColumn.Builder b -> b.append(1L);
                case IntColumn.Builder b -> b.append(1);
                case ShortColumn.Builder b -> b.append((short) 1);
                case ByteColumn.Builder b -> b.append((byte) 1);
                default -> {
                    return Literals.defaultOf(type);
                }
            }
            return new Expression.Constant(type, builder.build());
        }
        return Literals.defaultOf(type);
    }

    private static int index(String number) {
        int index;
        try {
            index = Integer.parseInt(number);
        } catch (NumberFormatException e) {
            index = 0;
        }
        if (index < 1 || index > 65_535) {
            throw new DbException(ErrorCode.UNKNOWN_QUERY_PARAMETER, "there is no parameter $" + number);
        }
        return index - 1;
    }
}
