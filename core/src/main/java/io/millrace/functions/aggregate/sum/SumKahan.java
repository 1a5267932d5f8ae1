package io.millrace.functions.aggregate.sum;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.Arrays;
import java.util.List;

/** The sum of floats with Kahan's compensation of lost digits. */
@Builtin("sumKahan")
final class SumKahan extends PlainAggregate {
    SumKahan() {
        super("sumKahan");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "sumKahan(x)", "Sum of floats that compensates rounding errors.")
                .example("SELECT sumKahan(x) FROM (SELECT arrayJoin([0.1, 0.2, 0.3]) AS x)", "0.6");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        if (!Types.isNumber(type) || type instanceof DataType.DecimalType) {
            throw Checks.illegal(name(), type);
        }
        return new Plain(Types.FLOAT64, () -> new State(Numbers.signed(type)));
    }

    /** Sum and compensation side by side. */
    private static final class State implements FixedSizeState {
        private final boolean signed;
        private double[] pairs = {};

        State(boolean signed) {
            this.signed = signed;
        }

        @Override
        public void resize(int groups) {
            if (2 * groups > pairs.length) {
                pairs = Arrays.copyOf(pairs, Growth.capacity(pairs.length, 2 * groups));
            }
        }

        private void add(int group, double value) {
            double compensated = value - pairs[2 * group + 1];
            double sum = pairs[2 * group] + compensated;
            pairs[2 * group + 1] = (sum - pairs[2 * group]) - compensated;
            pairs[2 * group] = sum;
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            double[] values = ColumnReads.doubles(arguments[0], signed, 0, rows);
            for (int i = 0; i < rows; i++) {
                add(groupOf[i], values[i]);
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            double[] values = ColumnReads.doubles(arguments[0], signed, from, to);
            for (int i = 0; i < to - from; i++) {
                add(group, values[i]);
            }
        }

        private void mergePair(int group, double sum, double compensation) {
            double own = pairs[2 * group];
            double raw = own + sum;
            double back = raw - own;
            pairs[2 * group + 1] += compensation + ((own - (raw - back)) + (sum - back));
            pairs[2 * group] = raw + pairs[2 * group + 1];
            pairs[2 * group + 1] -= pairs[2 * group] - raw;
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            double[] theirs = ((State) other).pairs;
            for (int i = 0; i < groups; i++) {
                mergePair(targetOf[i], theirs[2 * i], theirs[2 * i + 1]);
            }
        }

        @Override
        public Column result(int from, int to) {
            double[] sums = new double[to - from];
            for (int i = from; i < to; i++) {
                sums[i - from] = pairs[2 * i];
            }
            return new DoubleColumn(sums, to - from);
        }

        @Override
        public void write(int group, ByteSink out) {
            out.putDouble(pairs[2 * group]);
            out.putDouble(pairs[2 * group + 1]);
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            double sum = in.getDouble();
            mergePair(group, sum, in.getDouble());
        }

        @Override
        public long sizeBytes() {
            return 8L * pairs.length;
        }
    }
}
