package io.millrace.functions.aggregate.event;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.Arrays;
import java.util.List;

/** Whether the first condition held in some row, and each other one together with it. */
@Builtin("retention")
final class Retention extends PlainAggregate {
    private static final int MAX = 32;

    Retention() {
        super("retention");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate",
                        "retention(cond1, cond2, ...)",
                        "Which conditions held, given that the first one did.")
                .example("SELECT retention(number = 1, number = 2, number = 5) FROM numbers(3)", "[1,1,0]");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        if (arguments.size() < 2) {
            throw Checks.count("Not enough event arguments for aggregate function " + name());
        }
        if (arguments.size() > MAX) {
            throw Checks.count("Too many event arguments for aggregate function " + name());
        }
        for (DataType type : arguments) {
            if (!type.equals(Types.UINT8) && !(type instanceof BoolType)) {
                throw Checks.illegal(name(), type);
            }
        }
        return new Plain(Types.array(Types.UINT8), () -> new State(arguments.size()));
    }

    /** A bit per condition. */
    private static final class State implements FixedSizeState {
        private final int conditions;
        private int[] bits = {};

        State(int conditions) {
            this.conditions = conditions;
        }

        @Override
        public void resize(int groups) {
            if (groups > bits.length) {
                bits = Arrays.copyOf(bits, Growth.capacity(bits.length, groups));
            }
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            for (int c = 0; c < conditions; c++) {
                byte[] flags = ((ByteColumn) arguments[c]).values();
                for (int i = 0; i < rows; i++) {
                    bits[groupOf[i]] |= (flags[i] != 0 ? 1 : 0) << c;
                }
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            for (int c = 0; c < conditions; c++) {
                byte[] flags = ((ByteColumn) arguments[c]).values();
                for (int i = from; i < to; i++) {
                    bits[group] |= (flags[i] != 0 ? 1 : 0) << c;
                }
            }
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            for (int g = 0; g < groups; g++) {
                bits[targetOf[g]] |= ((State) other).bits[g];
            }
        }

        @Override
        public Column result(int from, int to) {
            byte[] flags = new byte[(to - from) * conditions];
            int[] offsets = new int[to - from + 1];
            for (int g = from; g < to; g++) {
                for (int c = 0; c < conditions; c++) {
                    flags[(g - from) * conditions + c] = (byte) (bits[g] & bits[g] >>> c & 1);
                }
                offsets[g - from + 1] = (g - from + 1) * conditions;
            }
            return new ArrayColumn(offsets, new ByteColumn(flags, flags.length), to - from);
        }

        @Override
        public void write(int group, ByteSink out) {
            out.putInt(bits[group]);
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            bits[group] |= in.getInt();
        }

        @Override
        public long sizeBytes() {
            return 4L * bits.length;
        }
    }
}
