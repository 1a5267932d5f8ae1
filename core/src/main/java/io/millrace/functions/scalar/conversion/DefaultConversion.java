package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.Optional;

/** Base of toInt32OrDefault and accurateCastOrDefault: what cannot be converted exactly becomes the last argument, or zero. */
abstract class DefaultConversion implements ScalarFunction {
    private final String name;

    DefaultConversion(String name) {
        this.name = name;
    }

    /** The type to convert to, and the index at which a default may stand. */
    record Target(DataType type, int defaultIndex) {}

    abstract Target target(List<Argument> arguments, BindContext context);

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Target target = target(arguments, context);
        Signature.count(name, arguments, target.defaultIndex(), target.defaultIndex() + 1);
        BoundScalar cast = Casts.bind(arguments.getFirst().type(), target.type(), CastMode.ACCURATE_OR_NULL, context);
        Optional<BoundScalar> other = Optional.empty();
        if (arguments.size() > target.defaultIndex()) {
            DataType given = arguments.get(target.defaultIndex()).type();
            if (!given.equals(target.type()) && !(given instanceof DataType.IntegerType)) {
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Default value type should be same as cast type. Expected "
                                + target.type().name() + ". Actual " + given.name());
            }
            other = Optional.of(Casts.bind(given, target.type(), CastMode.CAST, context));
        }
        return new Bound(target.type(), cast, other, target.defaultIndex());
    }

    private record Bound(DataType type, BoundScalar cast, Optional<BoundScalar> other, int index)
            implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column converted =
                    cast.evaluate(new Column[] {arguments[0]}, rows, context).plain();
            if (!(converted instanceof NullableColumn nullable)) {
                return converted;
            }
            Column values = nullable.values();
            Column defaults = other.isPresent()
                    ? other.get().evaluate(new Column[] {arguments[index]}, rows, context)
                    : new ConstColumn(Casts.defaults(type, 1), rows);
            ColumnBuilder builder = ColumnBuilder.of(type, rows);
            for (int i = 0; i < rows; i++) {
                boolean missing = nullable.nulls()[i] != 0;
                builder.append(missing ? defaults : values, i);
            }
            return builder.build();
        }
    }
}
