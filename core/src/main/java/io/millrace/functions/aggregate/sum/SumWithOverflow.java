package io.millrace.functions.aggregate.sum;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The sum of numbers in their own type, wrapping around. */
@Builtin("sumWithOverflow")
final class SumWithOverflow extends PlainAggregate {
    SumWithOverflow() {
        super("sumWithOverflow");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "sumWithOverflow(x)", "Sum of numbers in the type of x, wrapping around.")
                .example("SELECT sumWithOverflow(toUInt8(number)) FROM numbers(100)", "86");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        Checks.number(name(), type);
        if (type.equals(Types.FLOAT32)) {
            return new Plain(type, FloatSumState::new);
        }
        if (type instanceof FloatType) {
            return new Plain(type, DoubleSumState::new);
        }
        int width = Numbers.width(type);
        if (width == 0) {
            int bits = type instanceof DataType.DecimalType d ? d.bits() : ((DataType.IntegerType) type).bits();
            return new Plain(type, () -> new WideSumState(true, bits / 64));
        }
        return new Plain(type, () -> new NarrowSumState(type));
    }
}
