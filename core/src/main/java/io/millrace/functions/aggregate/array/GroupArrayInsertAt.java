package io.millrace.functions.aggregate.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
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
import org.jspecify.annotations.Nullable;

/** An array with each value at the position that the second argument says; the first value of a position stays. */
@Builtin("groupArrayInsertAt")
final class GroupArrayInsertAt extends PlainAggregate {
    private static final int MAX = 0xFFFFFF;

    GroupArrayInsertAt() {
        super("groupArrayInsertAt");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate",
                        "groupArrayInsertAt[(default[, size])](x, position)",
                        "Array with the values at given positions, and a default elsewhere.")
                .example(
                        "SELECT groupArrayInsertAt(toString(number), number * 2) FROM numbers(3)",
                        "['0','','1','','2']");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.two(name(), arguments);
        if (parameters.size() > 2) {
            throw Checks.count("Aggregate function " + name() + " requires at most two parameters.");
        }
        if (!(arguments.get(1) instanceof IntegerType position) || position.signed() || position.bits() > 64) {
            throw Checks.illegal(name(), arguments.get(1));
        }
        int length = parameters.size() < 2 ? 0 : ParameterValues.positive(parameters.get(1), name());
        if (length > MAX) {
            throw new DbException(ErrorCode.TOO_LARGE_ARRAY_SIZE, "Too large array size (maximum: " + MAX + ")");
        }
        DataType type = arguments.getFirst();
        Column fill = parameters.isEmpty() ? defaultOf(type) : converted(parameters.getFirst(), type);
        return new Plain(Types.array(type), () -> new State(type, fill, length));
    }

    private static Column defaultOf(DataType type) {
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        builder.appendDefault();
        return builder.build();
    }

    private Column converted(Parameter parameter, DataType type) {
        if (parameter.value() instanceof StringColumn && type.equals(Types.STRING)) {
            return parameter.value();
        }
        if (Numbers.width(type) > 0 && Types.isNumber(type)) {
            double value = ParameterValues.number(parameter, name());
            long raw = type.equals(Types.FLOAT64)
                    ? Double.doubleToRawLongBits(value)
                    : type.equals(Types.FLOAT32) ? Float.floatToRawIntBits((float) value) : (long) value;
            return Numbers.column(type.layout(), new long[] {raw}, 0, 1);
        }
        throw Checks.badParameter(
                "The default value of aggregate function " + name() + " cannot be converted to " + type.name());
    }

    /** The values of one group by position. */
    private static final class Values {
        private @Nullable Column[] values = {};
        private int size;
    }

    /** Values per group. */
    private static final class State extends ObjectState<Values> {
        private final DataType type;
        private final Serialization serialization;
        private final Column fill;
        private final int length;

        State(DataType type, Column fill, int length) {
            this.type = type;
            this.fill = fill;
            this.length = length;
            serialization = Serialization.of(type, StateFormats.NONE);
        }

        @Override
        protected Values create() {
            return new Values();
        }

        @Override
        protected void add(Values state, Column[] arguments, int row) {
            long position = ColumnReads.longAt(arguments[1], false, row);
            if (length > 0 && Long.compareUnsigned(position, length) >= 0) {
                return;
            }
            if (Long.compareUnsigned(position, MAX) >= 0) {
                throw new DbException(
                        ErrorCode.TOO_LARGE_ARRAY_SIZE,
                        "Too large array size: position argument (" + Long.toUnsignedString(position)
                                + ") is greater or equals to limit (" + MAX + ")");
            }
            put(state, (int) position, arguments[0], row);
        }

        private static void put(Values state, int position, Column column, int row) {
            if (position >= state.values.length) {
                state.values = Arrays.copyOf(state.values, Math.max(position + 1, state.values.length * 2));
            }
            state.size = Math.max(state.size, position + 1);
            if (state.values[position] == null) {
                state.values[position] = column.gather(new int[] {row}, 1);
            }
        }

        @Override
        protected void merge(Values state, Values other) {
            for (int i = 0; i < other.size; i++) {
                Column value = other.values[i];
                if (value != null) {
                    put(state, i, value, 0);
                }
            }
        }

        @Override
        protected void write(Values state, ByteSink out) {
            out.putVarint(state.size);
            for (int i = 0; i < state.size; i++) {
                Column value = state.values[i];
                out.putByte(value == null ? 1 : 0);
                if (value != null) {
                    serialization.writeRow(value, 0, out);
                }
            }
        }

        @Override
        protected Values read(ByteSource in) {
            Values state = new Values();
            int size = in.getSize(MAX);
            for (int i = 0; i < size; i++) {
                if (in.getByte() == 0) {
                    ColumnBuilder builder = ColumnBuilder.of(type, 1);
                    serialization.readRow(in, builder);
                    put(state, i, builder.build(), 0);
                }
            }
            return state;
        }

        @Override
        public Column result(int from, int to) {
            ArrayColumn.Builder arrays = new ArrayColumn.Builder(ColumnBuilder.of(type, 16), to - from);
            for (int g = from; g < to; g++) {
                Values state = at(g);
                int size = length > 0 ? length : state.size;
                for (int i = 0; i < size; i++) {
                    Column value = i < state.size ? state.values[i] : null;
                    arrays.elements().append(value == null ? fill : value, 0);
                }
                arrays.endRow();
            }
            return arrays.build();
        }

        @Override
        protected long sizeOf(Values state) {
            return 40 + 72L * state.values.length;
        }
    }
}
