package io.millrace.functions.aggregate.quantile;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.ObjectState;
import io.millrace.functions.aggregate.ParameterValues;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.Arrays;
import java.util.List;

/** Base of quantile functions: one level, or several as an array; the method makes the difference. */
abstract class QuantileFunction extends PlainAggregate {
    private final Method method;
    private final boolean several;

    QuantileFunction(String name, Method method, boolean several) {
        super(name);
        this.method = method;
        this.several = several;
    }

    @Override
    public FunctionDoc doc() {
        String arguments = method.takesWeight() ? "x, weight" : "x";
        String syntax = name() + (several ? "(level, ...)(" : "[(level)](") + arguments + ")";
        return FunctionDoc.of("Aggregate", syntax, "Quantile" + (several ? "s" : "") + " of numbers, dates and times.");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        int expected = method.takesWeight() ? 2 : 1;
        if (arguments.size() != expected) {
            throw Checks.count("Aggregate function " + name() + " requires "
                    + (expected == 1 ? "single argument" : "two arguments"));
        }
        DataType type = arguments.getFirst();
        if (!Types.isNumber(type) && !Types.isDateOrTime(type) || Numbers.width(type) == 0) {
            throw Checks.illegal(name(), type);
        }
        double[] levels = levels(parameters);
        DataType one = method.resultType(type);
        DataType result = several ? Types.array(one) : one;
        boolean weightSigned = expected == 2 && Numbers.signed(arguments.get(1));
        return new Plain(result, () -> new State(method, type, one, levels, several, weightSigned));
    }

    private double[] levels(List<Parameter> parameters) {
        if (several && parameters.isEmpty()) {
            throw Checks.count(
                    "Aggregate function for calculation of multiple quantiles require at least one parameter");
        }
        if (!several && parameters.size() > 1) {
            throw Checks.count("Aggregate function " + name() + " require one parameter or less");
        }
        double[] levels = parameters.isEmpty() ? new double[] {0.5} : new double[parameters.size()];
        for (int i = 0; i < parameters.size(); i++) {
            levels[i] = ParameterValues.number(parameters.get(i), name());
            if (!(levels[i] >= 0 && levels[i] <= 1)) {
                throw new DbException(ErrorCode.PARAMETER_OUT_OF_BOUND, "Quantile level is out of range [0..1]");
            }
        }
        return levels;
    }

    /** A sketch per group. */
    private static final class State extends ObjectState<QuantileSketch> {
        private final Method method;
        private final DataType argument;
        private final DataType one;
        private final double[] levels;
        private final boolean several;
        private final boolean signed;
        private final boolean weightSigned;

        State(Method method, DataType argument, DataType one, double[] levels, boolean several, boolean weightSigned) {
            this.method = method;
            this.argument = argument;
            this.one = one;
            this.levels = levels;
            this.several = several;
            this.weightSigned = weightSigned;
            signed = Numbers.signed(argument);
        }

        @Override
        protected QuantileSketch create() {
            return method.sketch(argument);
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            long[] raws = ColumnReads.longs(arguments[0], signed, 0, rows);
            double[] values = ColumnReads.doubles(arguments[0], signed, 0, rows);
            for (int i = 0; i < rows; i++) {
                at(groupOf[i]).add(values[i], raws[i], weight(arguments, i));
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            QuantileSketch sketch = at(group);
            long[] raws = ColumnReads.longs(arguments[0], signed, from, to);
            double[] values = ColumnReads.doubles(arguments[0], signed, from, to);
            for (int i = 0; i < to - from; i++) {
                sketch.add(values[i], raws[i], weight(arguments, from + i));
            }
        }

        private long weight(Column[] arguments, int row) {
            return arguments.length == 1 ? 1 : ColumnReads.longAt(arguments[1], weightSigned, row);
        }

        @Override
        protected void add(QuantileSketch sketch, Column[] arguments, int row) {
            sketch.add(
                    ColumnReads.doubleAt(arguments[0], signed, row),
                    ColumnReads.longAt(arguments[0], signed, row),
                    weight(arguments, row));
        }

        @Override
        protected void merge(QuantileSketch sketch, QuantileSketch other) {
            sketch.merge(other);
        }

        @Override
        protected void write(QuantileSketch sketch, ByteSink out) {
            sketch.write(out);
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            at(group).readMerge(in);
        }

        @Override
        protected QuantileSketch read(ByteSource in) {
            QuantileSketch sketch = create();
            sketch.readMerge(in);
            return sketch;
        }

        @Override
        protected long sizeOf(QuantileSketch sketch) {
            return sketch.sizeBytes();
        }

        @Override
        public Column result(int from, int to) {
            int count = (to - from) * levels.length;
            double[] values = new double[count];
            long[] raws = new long[count];
            double[] some = new double[levels.length];
            long[] someRaw = new long[levels.length];
            for (int g = from; g < to; g++) {
                at(g).quantiles(levels, some, someRaw);
                System.arraycopy(some, 0, values, (g - from) * levels.length, levels.length);
                System.arraycopy(someRaw, 0, raws, (g - from) * levels.length, levels.length);
            }
            Column flat = column(values, raws, count);
            if (!several) {
                return flat;
            }
            int[] offsets = new int[to - from + 1];
            Arrays.setAll(offsets, i -> i * levels.length);
            return new ArrayColumn(offsets, flat, to - from);
        }

        private Column column(double[] values, long[] raws, int count) {
            if (method.picksValues()) {
                return Numbers.column(one.layout(), raws, 0, count);
            }
            return switch (one.layout()) {
                case DOUBLE -> new DoubleColumn(values, count);
                case FLOAT -> {
                    float[] narrow = new float[count];
                    for (int i = 0; i < count; i++) {
                        narrow[i] = (float) values[i];
                    }
                    yield new FloatColumn(narrow, count);
                }
                default -> {
                    long[] ticks = new long[count];
                    for (int i = 0; i < count; i++) {
                        ticks[i] = (long) values[i];
                    }
                    yield Numbers.column(one.layout(), ticks, 0, count);
                }
            };
        }
    }
}
