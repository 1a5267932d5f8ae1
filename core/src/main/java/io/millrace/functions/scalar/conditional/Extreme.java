package io.millrace.functions.scalar.conditional;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.NumberPromotion;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.conversion.CastMode;
import io.millrace.functions.scalar.conversion.Casts;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.Optional;

/** Base of greatest and least; NULLs are ignored unless all are NULL. */
abstract class Extreme implements ScalarFunction {
    private final String name;
    private final String comparison;

    Extreme(String name, String comparison) {
        this.name = name;
        this.comparison = comparison;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, Integer.MAX_VALUE);
        DataType type = result(arguments.stream().map(Argument::type).toList());
        List<BoundScalar> casts = arguments.stream()
                .map(a -> Casts.bind(a.type(), type, CastMode.CAST, context))
                .toList();
        DataType bare = Types.withoutNullable(type);
        List<Argument> pair = List.of(Argument.value("", bare), Argument.value("", bare));
        return new Bound(type, casts, context.functions().bindScalar(comparison, pair, context));
    }

    private static DataType result(List<DataType> types) {
        List<DataType> bare = types.stream()
                .map(Types::withoutNullable)
                .filter(t -> !(t instanceof DataType.NothingType))
                .toList();
        if (bare.isEmpty()) {
            return Types.NULL;
        }
        Optional<DataType> number = Optional.of(bare.getFirst()).filter(Types::isNumber);
        for (DataType type : bare.subList(1, bare.size())) {
            number = Types.isNumber(type) ? number.flatMap(n -> NumberPromotion.extreme(n, type)) : Optional.empty();
        }
        DataType common = bare.stream().distinct().count() == 1
                ? bare.getFirst()
                : number.orElseGet(() -> Supertype.leastOrThrow(bare));
        return types.stream().anyMatch(DataType::isNullable) ? Types.nullable(common) : common;
    }

    private record Bound(DataType type, List<BoundScalar> casts, BoundScalar comparison) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column best = casts.getFirst()
                    .evaluate(new Column[] {arguments[0]}, rows, context)
                    .plain();
            for (int i = 1; i < casts.size(); i++) {
                Column next = casts.get(i)
                        .evaluate(new Column[] {arguments[i]}, rows, context)
                        .plain();
                best = better(best, next, rows, context);
            }
            return best;
        }

        private Column better(Column best, Column next, int rows, EvaluationContext context) {
            Column[] values = {values(next), values(best)};
            long[] wins = new long[Bitmaps.words(rows)];
            Conditions.truth(comparison.evaluate(values, rows, context), rows, wins);
            byte[] choice = Bitmaps.toBytes(wins, rows);
            for (int i = 0; i < rows; i++) {
                if (best.isNull(i) || next.isNull(i)) {
                    choice[i] = (byte) (best.isNull(i) ? 1 : 0);
                }
            }
            return Branches.pick(new Column[] {best, next}, choice, rows, type);
        }

        private static Column values(Column column) {
            return column instanceof NullableColumn nullable ? nullable.values() : column;
        }
    }
}
