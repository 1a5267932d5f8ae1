package io.millrace.functions.aggregate.sum;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.ObjectState;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The weighted mean: sum of products divided by the sum of weights. */
@Builtin("avgWeighted")
final class AvgWeighted extends PlainAggregate {
    AvgWeighted() {
        super("avgWeighted");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "avgWeighted(x, weight)", "Mean of x, each value counted by its weight.")
                .example("SELECT avgWeighted(number, number + 1) FROM numbers(3)", "1.3333333333333333");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.two(name(), arguments);
        for (DataType type : arguments) {
            if (!Types.isNumber(type) || type instanceof DataType.DecimalType || Numbers.width(type) == 0) {
                throw Checks.illegal(name(), arguments);
            }
        }
        return new Plain(Types.FLOAT64, () -> new State(arguments.getFirst(), arguments.get(1)));
    }

    /** Sums of one group; integers as longs, floats as doubles. */
    private static final class Sums {
        private long products;
        private long weights;
        private double floatProducts;
        private double floatWeights;
    }

    /** Sums per group. */
    private static final class State extends ObjectState<Sums> {
        private final boolean signedValue;
        private final boolean signedWeight;
        private final boolean floats;
        private final boolean floatWeights;

        State(DataType value, DataType weight) {
            signedValue = Numbers.signed(value);
            signedWeight = Numbers.signed(weight);
            floatWeights = Numbers.isFloat(weight);
            floats = floatWeights || Numbers.isFloat(value);
        }

        @Override
        protected Sums create() {
            return new Sums();
        }

        @Override
        protected void add(Sums sums, Column[] arguments, int row) {
            if (floats) {
                double weight = ColumnReads.doubleAt(arguments[1], signedWeight, row);
                sums.floatProducts += ColumnReads.doubleAt(arguments[0], signedValue, row) * weight;
                sums.floatWeights += weight;
            } else {
                sums.products += ColumnReads.longAt(arguments[0], signedValue, row)
                        * ColumnReads.longAt(arguments[1], signedWeight, row);
            }
            if (!floatWeights) {
                sums.weights += ColumnReads.longAt(arguments[1], signedWeight, row);
            }
        }

        @Override
        protected void merge(Sums sums, Sums other) {
            sums.products += other.products;
            sums.weights += other.weights;
            sums.floatProducts += other.floatProducts;
            sums.floatWeights += other.floatWeights;
        }

        @Override
        protected void write(Sums sums, ByteSink out) {
            if (floats) {
                out.putDouble(sums.floatProducts);
            } else {
                out.putLong(sums.products);
            }
            if (floatWeights) {
                out.putDouble(sums.floatWeights);
            } else if (signedWeight) {
                out.putLong(sums.weights);
            } else {
                out.putVarint(sums.weights);
            }
        }

        @Override
        protected Sums read(ByteSource in) {
            Sums sums = new Sums();
            if (floats) {
                sums.floatProducts = in.getDouble();
            } else {
                sums.products = in.getLong();
            }
            if (floatWeights) {
                sums.floatWeights = in.getDouble();
            } else {
                sums.weights = signedWeight ? in.getLong() : in.getVarint();
            }
            return sums;
        }

        @Override
        public Column result(int from, int to) {
            double[] means = new double[to - from];
            for (int i = from; i < to; i++) {
                Sums sums = at(i);
                boolean signed = signedValue || signedWeight;
                double product = floats
                        ? sums.floatProducts
                        : signed ? (double) sums.products : ColumnReads.unsigned(sums.products);
                means[i - from] = product / (floatWeights ? sums.floatWeights : (double) sums.weights);
            }
            return new DoubleColumn(means, to - from);
        }

        @Override
        protected long sizeOf(Sums sums) {
            return 48;
        }
    }
}
