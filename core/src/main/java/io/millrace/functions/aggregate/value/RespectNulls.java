package io.millrace.functions.aggregate.value;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.BoundFunction;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Base of any and anyLast with RESPECT NULLS: the first or last value, a NULL being one. */
abstract class RespectNulls implements AggregateFunction {
    private final String name;
    private final boolean last;

    RespectNulls(String name, boolean last) {
        this.name = name;
        this.last = last;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final FunctionDoc doc() {
        return FunctionDoc.of(
                "Aggregate", name + "(x)", "The " + (last ? "last" : "first") + " value, even if it is NULL.");
    }

    @Override
    public final BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name, parameters);
        Checks.one(name, arguments);
        DataType type = Types.withoutLowCardinality(Types.withoutSimpleAggregate(arguments.getFirst()));
        return new BoundFunction(
                type,
                BoundFunction.stateType(
                        name,
                        parameters,
                        arguments.stream().map(Types::withoutLowCardinality).toList()),
                () -> new State(type, last));
    }

    /** A row of the column per group. */
    private static final class State implements FixedSizeState {
        private final DataType type;
        private final Serialization serialization;
        private final boolean last;
        private @Nullable Column[] values = {};

        State(DataType type, boolean last) {
            this.type = type;
            this.last = last;
            serialization = Serialization.of(type, StateFormats.NONE);
        }

        @Override
        public void resize(int groups) {
            if (groups > values.length) {
                values = Arrays.copyOf(values, Growth.capacity(values.length, groups));
            }
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            for (int i = 0; i < rows; i++) {
                if (last || values[groupOf[i]] == null) {
                    values[groupOf[i]] = arguments[0].gather(new int[] {i}, 1);
                }
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            if (to > from && (last || values[group] == null)) {
                values[group] = arguments[0].gather(new int[] {last ? to - 1 : from}, 1);
            }
        }

        private void mergeOne(int group, @Nullable Column value) {
            if (value != null && (last || values[group] == null)) {
                values[group] = value;
            }
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            @Nullable Column[] theirs = ((State) other).values;
            for (int g = 0; g < groups; g++) {
                mergeOne(targetOf[g], theirs[g]);
            }
        }

        @Override
        public Column result(int from, int to) {
            ColumnBuilder builder = ColumnBuilder.of(type, to - from);
            for (int g = from; g < to; g++) {
                Column value = values[g];
                if (value == null) {
                    builder.appendDefault();
                } else {
                    builder.append(value, 0);
                }
            }
            return builder.build();
        }

        /** 0 for nothing, 2 for a NULL, 3 and the value. */
        @Override
        public void write(int group, ByteSink out) {
            Column value = values[group];
            if (value == null) {
                out.putByte(0);
            } else if (value.isNull(0)) {
                out.putByte(2);
            } else {
                out.putByte(3);
                serialization.writeRow(value, 0, out);
            }
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            int kind = in.getByte();
            if (kind == 0) {
                return;
            }
            ColumnBuilder builder = ColumnBuilder.of(type, 1);
            if ((kind & 1) != 0) {
                serialization.readRow(in, builder);
            } else {
                builder.appendDefault();
            }
            mergeOne(group, builder.build());
        }

        @Override
        public long sizeBytes() {
            return 72L * values.length;
        }
    }
}
