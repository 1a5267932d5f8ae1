package io.millrace.functions.aggregate.sum;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;
import java.util.function.Supplier;

/** The arithmetic mean: the sum divided by the count. */
@Builtin({"avg", "AVG"})
final class Avg extends PlainAggregate {
    Avg() {
        super("avg");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "avg(x)", "Arithmetic mean as Float64; of dates and times as such.")
                .example("SELECT avg(number) FROM numbers(5)", "2");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        boolean signed = Numbers.signed(type);
        Supplier<GroupedState> sum;
        if (Numbers.isFloat(type)) {
            sum = DoubleSumState::new;
        } else if (type instanceof DecimalType || type instanceof IntegerType i && i.bits() > 64) {
            sum = Sum.of(name(), type).states();
        } else if (type instanceof DataType.DateTime64Type) {
            sum = () -> new WideSumState(true, 2);
        } else {
            if (!Types.isNumber(type) && !Types.isDateOrTime(type)) {
                throw Checks.illegal(name(), type);
            }
            sum = () -> new LongSumState(signed);
        }
        DataType result = Types.isDateOrTime(type) ? type : Types.FLOAT64;
        double divisor = Numbers.powerOfTen(Numbers.scale(type));
        return new Plain(result, () -> new AverageState(sum.get(), signed, divisor, result));
    }
}
