package io.millrace.expressions.function;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds a function inside the layers its traits ask for: dictionaries outside, NULLs in the middle, constants inside. ClickHouse calls
 * these the default implementations.
 */
final class FunctionBinding {
    private FunctionBinding() {}

    static BoundScalar bind(String name, ScalarFunction function, List<Argument> arguments, BindContext context) {
        FunctionTraits traits = function.traits();
        return traits.dictionariesByDefault()
                ? withDictionaries(function, arguments, context)
                : withNulls(function, arguments, context);
    }

    private static BoundScalar withDictionaries(
            ScalarFunction function, List<Argument> arguments, BindContext context) {
        List<Argument> stripped = new ArrayList<>(arguments.size());
        int dictionaries = 0;
        int ordinary = 0;
        for (Argument argument : arguments) {
            boolean dictionary = argument.type() instanceof LowCardinalityType;
            dictionaries += dictionary ? 1 : 0;
            ordinary += !dictionary && argument.constant().isEmpty() ? 1 : 0;
            stripped.add(
                    dictionary
                            ? argument.withType(
                                    Types.withoutLowCardinality(argument.type()),
                                    argument.constant().map(Column::plain))
                            : argument);
        }
        BoundScalar inner = withNulls(function, stripped, context);
        if (dictionaries == 0) {
            return inner;
        }
        boolean keepsDictionary =
                dictionaries == 1 && ordinary == 0 && function.traits().deterministic() && fitsDictionary(inner.type());
        return keepsDictionary ? new OnDictionary(inner) : LookedUp.around(inner);
    }

    /** What LowCardinality may hold: as in ClickHouse strings, numbers, dates, also Nullable. */
    private static boolean fitsDictionary(DataType type) {
        DataType bare = Types.withoutNullable(type);
        return Types.isStringLike(bare)
                || Types.isDateOrTime(bare)
                || bare instanceof DataType.UuidType
                || Types.isNumber(bare)
                        && !(bare instanceof DataType.DecimalType)
                        && !(bare instanceof DataType.BoolType);
    }

    private static BoundScalar withNulls(ScalarFunction function, List<Argument> arguments, BindContext context) {
        boolean nullable = arguments.stream().anyMatch(a -> a.type().isNullable() && !a.isLambda());
        if (!function.traits().nullsByDefault() || !nullable) {
            return withConstants(function, arguments, context);
        }
        if (arguments.stream().anyMatch(a -> a.type().equals(Types.NULL))) {
            return new AlwaysNull();
        }
        List<Argument> stripped = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            Optional<Column> value = argument.constant().map(c -> c instanceof NullableColumn n ? n.values() : c);
            stripped.add(argument.withType(Types.withoutNullable(argument.type()), value));
        }
        BoundScalar inner = withConstants(function, stripped, context);
        return inner instanceof BoundPredicate predicate
                ? new NullPropagation.Predicate(predicate)
                : new NullPropagation(inner);
    }

    private static BoundScalar withConstants(ScalarFunction function, List<Argument> arguments, BindContext context) {
        BoundScalar bound = function.bind(List.copyOf(arguments), context);
        if (!function.traits().foldable()) {
            return bound;
        }
        return bound instanceof BoundPredicate predicate
                ? new OnceForConstants.Predicate(predicate)
                : new OnceForConstants(bound);
    }

    /** NULL among the arguments' types: the result is NULL whatever the rest is. */
    private record AlwaysNull() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.NULL;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return new ConstColumn(new NullableColumn(new byte[] {1}, new ByteColumn(new byte[1], 1)), rows);
        }
    }
}
