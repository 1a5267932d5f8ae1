package io.millrace.functions.aggregate.sum;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The sum of numbers, in the widest type of their kind. */
@Builtin({"sum", "SUM"})
final class Sum extends PlainAggregate {
    Sum() {
        super("sum");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "sum(x)", "Sum of numbers; integers wrap around at 64 bits.")
                .example("SELECT sum(number) FROM numbers(5)", "10");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        return of(name(), arguments.getFirst());
    }

    /** The sum of a type. */
    static Plain of(String function, DataType argument) {
        boolean signed = Numbers.signed(argument);
        return switch (argument) {
            case FloatType f -> new Plain(Types.FLOAT64, DoubleSumState::new);
            case IntegerType i when i.bits() > 64 -> new Plain(i, () -> new WideSumState(signed, i.bits() / 64));
            case DecimalType d
            when d.bits() == 256 -> new Plain(new DecimalType(76, d.scale()), () -> new WideSumState(true, 4));
            case DecimalType d -> new Plain(new DecimalType(38, d.scale()), () -> new WideSumState(true, 2));
            case EnumType e -> new Plain(Types.INT64, () -> new LongSumState(true));
            default -> {
                Checks.number(function, argument);
                yield new Plain(new IntegerType(64, signed), () -> new LongSumState(signed));
            }
        };
    }
}
