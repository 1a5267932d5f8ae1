package io.millrace.pipeline.operator.window;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.function.EvaluationContext;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Computes the calls of a window over whole partitions. Used once, by one thread. */
final class WindowCalls {
    private static final int BATCH = 1024;
    private static final int ROWS_PER_LOOK = 1 << 17;
    private static final int LOOK = (1 << 14) - 1;

    private final WindowSpec spec;
    private final Block block;
    private final EvaluationContext context;
    private final Frames frames;
    private int rowsSinceLook;

    WindowCalls(WindowSpec spec, Block block, EvaluationContext context) {
        this.spec = spec;
        this.block = block;
        this.context = context;
        this.frames = new Frames(spec, block, context.cancellation());
    }

    /** One column per call. */
    List<Column> results() {
        return spec.calls().stream().map(this::compute).toList();
    }

    private Column compute(WindowSpec.Call call) {
        context.cancellation().check();
        return switch (call.function()) {
            case "row_number" -> numbers(i -> i - start(i) + 1L);
            case "rank" -> numbers(i -> frames.peersFrom[i] - start(i) + 1L);
            case "dense_rank", "denseRank" -> denseRank();
            case "percent_rank", "percentRank" -> percentRank();
            case "cume_dist" -> cumeDist();
            case "ntile" -> ntile(call);
            case "lag" -> shifted(call, -1, i -> start(i), i -> end(i));
            case "lead" -> shifted(call, 1, i -> start(i), i -> end(i));
            case "lagInFrame" -> shifted(call, -1, i -> frames.from[i], i -> frames.to[i]);
            case "leadInFrame" -> shifted(call, 1, i -> frames.from[i], i -> frames.to[i]);
            case "first_value", "firstValue" -> nth(call, 1, false);
            case "last_value", "lastValue" -> nth(call, 1, true);
            case "nth_value" -> nth(call, 0, false);
            default -> aggregate(call);
        };
    }

    /** Looks at the stop signal for every so many rows of a loop whose steps cost more than this. */
    private void look(int row) {
        if ((row & LOOK) == 0) {
            context.cancellation().check();
        }
    }

    private int start(int row) {
        return frames.partitionStarts[frames.partitionOf[row]];
    }

    private int end(int row) {
        return frames.partitionStarts[frames.partitionOf[row] + 1];
    }

    private Column argument(WindowSpec.Call call, int index) {
        return block.column(call.arguments().get(index)).plain();
    }

    private Column numbers(IntToLongFunction ofRow) {
        long[] values = new long[frames.rows];
        context.cancellation().inPieces(values.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                values[i] = ofRow.applyAsLong(i);
            }
        });
        return new LongColumn(values, values.length);
    }

    private Column denseRank() {
        long[] values = new long[frames.rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == start(i) ? 1 : values[i - 1] + (frames.peersFrom[i] == i ? 1 : 0);
        }
        return new LongColumn(values, values.length);
    }

    private Column percentRank() {
        double[] values = new double[frames.rows];
        for (int i = 0; i < values.length; i++) {
            int size = end(i) - start(i);
            values[i] = size == 1 ? 0 : (double) (frames.peersFrom[i] - start(i)) / (size - 1);
        }
        return new DoubleColumn(values, values.length);
    }

    private Column cumeDist() {
        double[] values = new double[frames.rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = (double) (frames.peersTo[i] - start(i)) / (end(i) - start(i));
        }
        return new DoubleColumn(values, values.length);
    }

    /** The first buckets are one larger when the rows do not divide evenly. */
    private Column ntile(WindowSpec.Call call) {
        Column buckets = argument(call, 0);
        return numbers(i -> {
            long count = number(buckets, i);
            if (count <= 0) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS, "Number of buckets for ntile must be positive, not " + count);
            }
            long size = (long) end(i) - start(i);
            long position = (long) i - start(i);
            long small = size / count;
            long larger = size % count;
            long inLarger = larger * (small + 1);
            return position < inLarger ? position / (small + 1) + 1 : larger + (position - inLarger) / small + 1;
        });
    }

    private static long number(Column column, int row) {
        return switch (column) {
            case ByteColumn c -> c.values()[row];
            case ShortColumn c -> c.values()[row];
            case IntColumn c -> c.values()[row];
            case LongColumn c -> c.values()[row];
            case NullableColumn c -> c.isNull(row) ? 0 : number(c.values(), row);
            default -> throw new DbException(ErrorCode.BAD_ARGUMENTS, "Offset of a window function must be an integer");
        };
    }

    private Column shifted(WindowSpec.Call call, int direction, IntUnaryOperator from, IntUnaryOperator to) {
        Column values = argument(call, 0);
        boolean hasDefault = call.arguments().size() > 2;
        Column fallback = hasDefault ? argument(call, 2) : values;
        boolean hasDistance = call.arguments().size() > 1;
        Column distances = hasDistance ? argument(call, 1) : values;
        ColumnBuilder result = ColumnBuilder.of(call.type(), frames.rows);
        for (int i = 0; i < frames.rows; i++) {
            look(i);
            long distance = hasDistance ? number(distances, i) : 1;
            if (distance < 0) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS, "The offset of " + call.function() + " must be nonnegative");
            }
            long target = i + direction * distance;
            if (target >= from.applyAsInt(i) && target < to.applyAsInt(i)) {
                result.append(values, (int) target);
            } else if (hasDefault) {
                result.append(fallback, i);
            } else {
                result.appendDefault();
            }
        }
        return result.build();
    }

    /** The n-th value of the frame; with {@code fixed} 0 the number is an argument. */
    private Column nth(WindowSpec.Call call, int fixed, boolean fromEnd) {
        Column values = argument(call, 0);
        Column numbers = fixed != 0 ? values : argument(call, 1);
        boolean ignoring = call.ignoreNulls() && call.type().isNullable();
        int[] nearest = ignoring ? nearestValues(values, fromEnd) : new int[0];
        ColumnBuilder result = ColumnBuilder.of(call.type(), frames.rows);
        for (int i = 0; i < frames.rows; i++) {
            look(i);
            long wanted = fixed != 0 ? fixed : number(numbers, i);
            if (wanted <= 0) {
                throw new DbException(ErrorCode.BAD_ARGUMENTS, "Offset of nth_value must be positive, not " + wanted);
            }
            int row = ignoring ? nearest(nearest, i, fromEnd) : nth(i, wanted, fromEnd);
            if (row < 0) {
                result.appendDefault();
            } else {
                result.append(values, row);
            }
        }
        return result.build();
    }

    private int nth(int row, long wanted, boolean fromEnd) {
        int from = frames.from[row];
        int to = frames.to[row];
        long position = fromEnd ? to - wanted : from + wanted - 1;
        return position >= from && position < to ? (int) position : -1;
    }

    /** For each row the nearest one that is not NULL, itself included: behind it, or before it when counted from the end. */
    private int[] nearestValues(Column values, boolean fromEnd) {
        int[] nearest = new int[frames.rows];
        int found = -1;
        for (int i = 0; i < frames.rows; i++) {
            int row = fromEnd ? i : frames.rows - 1 - i;
            found = values.isNull(row) ? found : row;
            nearest[row] = found;
        }
        return nearest;
    }

    private int nearest(int[] nearest, int row, boolean fromEnd) {
        int from = frames.from[row];
        int to = frames.to[row];
        int position = from == to ? -1 : nearest[fromEnd ? to - 1 : from];
        return position >= from && position < to ? position : -1;
    }

    private Column aggregate(WindowSpec.Call call) {
        BoundAggregate function = call.aggregate()
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_AGGREGATE_FUNCTION, "Unknown window function " + call.function()));
        Column[] arguments = new Column[call.arguments().size()];
        for (int a = 0; a < arguments.length; a++) {
            arguments[a] = argument(call, a);
        }
        boolean fromStart = true;
        boolean toEnd = true;
        for (int i = 0; i < frames.rows; i++) {
            fromStart &= frames.from[i] == start(i);
            toEnd &= frames.to[i] == end(i);
        }
        if (fromStart && toEnd) {
            return perPartition(function, arguments);
        }
        return fromStart ? growing(function, arguments) : recomputed(function, arguments);
    }

    /** Adds rows to a group's state; looks at the stop signal by the rows that were added, since frames may overlap and be large. */
    private void addRange(GroupedState state, int group, Column[] arguments, int from, int to) {
        for (int at = from; at < to; ) {
            int end = Math.min(to, at + ROWS_PER_LOOK - rowsSinceLook);
            state.addRange(group, arguments, at, end);
            rowsSinceLook += end - at;
            if (rowsSinceLook >= ROWS_PER_LOOK) {
                rowsSinceLook = 0;
                context.cancellation().check();
            }
            at = end;
        }
    }

    private Column perPartition(BoundAggregate function, Column[] arguments) {
        GroupedState state = function.newState();
        state.resize(frames.partitions);
        for (int p = 0; p < frames.partitions; p++) {
            look(p);
            addRange(state, p, arguments, frames.partitionStarts[p], frames.partitionStarts[p + 1]);
        }
        return state.result(0, frames.partitions).gather(frames.partitionOf, frames.rows);
    }

    /** Frames that begin with the partition and whose ends never move back: each row is added once. */
    private Column growing(BoundAggregate function, Column[] arguments) {
        GroupedState state = function.newState();
        state.resize(frames.partitions);
        ColumnBuilder result = ColumnBuilder.of(function.type(), frames.rows);
        int added = 0;
        Column value = state.result(0, 0);
        for (int i = 0; i < frames.rows; i++) {
            look(i);
            int partition = frames.partitionOf[i];
            boolean first = i == start(i);
            if (first) {
                added = i;
            }
            if (first || frames.to[i] > added) {
                addRange(state, partition, arguments, added, frames.to[i]);
                added = frames.to[i];
                value = state.result(partition, partition + 1);
            }
            result.append(value, 0);
        }
        return result.build();
    }

    /** Any frames: equal neighbours share their value, the others are computed afresh, many at once. */
    private Column recomputed(BoundAggregate function, Column[] arguments) {
        ColumnBuilder result = ColumnBuilder.of(function.type(), frames.rows);
        int[] valueOf = new int[BATCH];
        for (int from = 0; from < frames.rows; from += BATCH) {
            context.cancellation().check();
            int to = Math.min(frames.rows, from + BATCH);
            GroupedState state = function.newState();
            state.resize(to - from);
            int groups = 0;
            for (int i = from; i < to; i++) {
                boolean same = i > from && frames.from[i] == frames.from[i - 1] && frames.to[i] == frames.to[i - 1];
                if (!same) {
                    addRange(state, groups++, arguments, frames.from[i], frames.to[i]);
                }
                valueOf[i - from] = groups - 1;
            }
            result.appendRange(state.result(0, groups).gather(valueOf, to - from), 0, to - from);
        }
        return result.build();
    }
}
