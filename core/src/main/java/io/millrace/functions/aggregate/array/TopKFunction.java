package io.millrace.functions.aggregate.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
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

/** Base of topK and topKWeighted: the most frequent values, approximately. */
abstract class TopKFunction extends PlainAggregate {
    private static final int MAX = 0xFFFFFF;

    private final boolean weighted;
    private final boolean approx;

    TopKFunction(String name, boolean weighted, boolean alwaysCounts) {
        super(name);
        this.weighted = weighted;
        this.approx = alwaysCounts;
    }

    @Override
    public FunctionDoc doc() {
        String syntax = name()
                + (approx ? "(N[, reserved])(x" : "[(N[, load_factor[, 'counts']])](x")
                + (weighted ? ", weight)" : ")");
        return FunctionDoc.of("Aggregate", syntax, "The most frequent values in descending order, approximately.");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        if (weighted) {
            Checks.two(name(), arguments);
        } else {
            Checks.one(name(), arguments);
        }
        int wanted = parameters.isEmpty() ? 10 : ParameterValues.positive(parameters.getFirst(), name());
        int capacity = Math.multiplyExact(wanted, 3);
        boolean counts = approx;
        if (parameters.size() > 1) {
            int second = ParameterValues.positive(parameters.get(1), name());
            capacity = approx ? second : Math.multiplyExact(wanted, second);
        }
        if (parameters.size() > 2) {
            counts = ParameterValues.text(parameters.get(2), name()).equals("counts");
        }
        if (wanted > MAX || capacity > MAX || capacity < wanted) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND,
                    "Too large parameter(s) for aggregate function '" + name() + "' (it is " + capacity
                            + ", but should be at most " + MAX + ")");
        }
        DataType type = arguments.getFirst();
        DataType element = counts
                ? new TupleType(List.of(type, Types.UINT64, Types.UINT64), List.of("item", "count", "error"))
                : type;
        boolean weightSigned = weighted && Numbers.signed(arguments.get(1));
        boolean withCounts = counts;
        int room = capacity;
        return new Plain(Types.array(element), () -> new State(type, wanted, room, withCounts, weightSigned));
    }

    /** Counters per group. */
    private static final class State extends ObjectState<SpaceSaving> {
        private final DataType type;
        private final int wanted;
        private final int capacity;
        private final boolean counts;
        private final boolean weightSigned;
        private final ElementBytes bytes;
        private final ByteSink scratch = new ByteSink();

        State(DataType type, int wanted, int capacity, boolean counts, boolean weightSigned) {
            this.type = type;
            this.wanted = wanted;
            this.capacity = capacity;
            this.counts = counts;
            this.weightSigned = weightSigned;
            bytes = new ElementBytes(type);
        }

        @Override
        protected SpaceSaving create() {
            return new SpaceSaving(capacity);
        }

        @Override
        protected void add(SpaceSaving state, Column[] arguments, int row) {
            long weight = arguments.length == 1 ? 1 : ColumnReads.longAt(arguments[1], weightSigned, row);
            if (weight == 0) {
                return;
            }
            scratch.clear();
            bytes.write(arguments[0], row, scratch);
            state.insert(SpaceSaving.Key.of(scratch.toByteArray()), weight, 0);
        }

        @Override
        protected void merge(SpaceSaving state, SpaceSaving other) {
            state.merge(other);
        }

        @Override
        protected void write(SpaceSaving state, ByteSink out) {
            out.putVarint(state.size());
            for (int i = 0; i < state.size(); i++) {
                SpaceSaving.Counter counter = state.counter(i);
                out.put(counter.key.bytes());
                out.putVarint(counter.count);
                out.putVarint(counter.error);
            }
            // a state without values has no map of small counts yet
            long[] small = state.size() == 0 ? new long[0] : state.small();
            out.putVarint(small.length);
            for (long count : small) {
                out.putVarint(count);
            }
        }

        @Override
        protected SpaceSaving read(ByteSource in) {
            SpaceSaving state = create();
            int size = in.getSize(MAX);
            for (int i = 0; i < size; i++) {
                ColumnBuilder builder = ColumnBuilder.of(type, 1);
                bytes.read(in, builder);
                scratch.clear();
                bytes.write(builder.build(), 0, scratch);
                long count = in.getVarint();
                state.restore(SpaceSaving.Key.of(scratch.toByteArray()), count, in.getVarint());
            }
            long small = in.getVarint();
            for (long i = 0; i < small; i++) {
                long count = in.getVarint();
                if (i < state.small().length) {
                    state.small()[(int) i] = count;
                }
            }
            return state;
        }

        @Override
        public Column result(int from, int to) {
            int[] offsets = new int[to - from + 1];
            ColumnBuilder values = ColumnBuilder.of(type, 16);
            long[] weights = new long[16];
            long[] errors = new long[16];
            int at = 0;
            for (int g = from; g < to; g++) {
                SpaceSaving state = at(g);
                for (int i = 0; i < Math.min(wanted, state.size()); i++) {
                    SpaceSaving.Counter counter = state.counter(i);
                    bytes.read(ByteSource.of(counter.key.bytes()), values);
                    if (at == weights.length) {
                        weights = Arrays.copyOf(weights, at * 2);
                        errors = Arrays.copyOf(errors, at * 2);
                    }
                    weights[at] = counter.count;
                    errors[at++] = counter.error;
                }
                offsets[g - from + 1] = at;
            }
            Column elements = values.build();
            if (counts) {
                elements =
                        new TupleColumn(List.of(elements, new LongColumn(weights, at), new LongColumn(errors, at)), at);
            }
            return new ArrayColumn(offsets, elements, to - from);
        }

        @Override
        protected long sizeOf(SpaceSaving state) {
            return state.sizeBytes();
        }
    }
}
