package io.millrace.functions.aggregate.statistic;

import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** Base of variances and standard deviations by a numerically stable method. */
abstract class StableFunction extends PlainAggregate {
    private final boolean sample;
    private final boolean root;

    /**
     * @param sample of a sample rather than of the whole population
     * @param root the standard deviation rather than the variance
     */
    StableFunction(String name, boolean sample, boolean root) {
        super(name);
        this.sample = sample;
        this.root = root;
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                "Aggregate",
                name() + "(x)",
                (sample ? "Sample " : "Population ") + (root ? "standard deviation" : "variance")
                        + ", by a numerically stable method.");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        Checks.number(name(), type);
        return new Plain(Types.FLOAT64, () -> new StableState(type, sample, root));
    }
}
