package io.millrace.functions.aggregate.statistic;

import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** Base of functions of moments: Float32 for Float32, otherwise Float64. */
abstract class MomentFunction extends PlainAggregate {
    private final Moment moment;
    private final String text;

    MomentFunction(String name, Moment moment, String text) {
        super(name);
        this.moment = moment;
        this.text = text;
    }

    @Override
    public final FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", name() + (moment.pairs() ? "(x, y)" : "(x)"), text);
    }

    @Override
    protected final Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        if (moment.pairs()) {
            Checks.two(name(), arguments);
        } else {
            Checks.one(name(), arguments);
        }
        arguments.forEach(type -> Checks.number(name(), type));
        boolean single = arguments.stream().allMatch(Types.FLOAT32::equals);
        DataType[] types = arguments.toArray(DataType[]::new);
        return new Plain(single ? Types.FLOAT32 : Types.FLOAT64, () -> new MomentState(moment, single, types));
    }
}
