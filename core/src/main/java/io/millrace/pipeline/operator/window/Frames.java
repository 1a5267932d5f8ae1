package io.millrace.pipeline.operator.window;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.order.RowOrder;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.pipeline.operator.sort.SortKey;
import java.util.Arrays;

/**
 * Where partitions, groups of peers and frames lie in the rows of whole partitions. Row i has the frame {@code from[i] .. to[i])}, which may be empty. Immutable once
 * made.
 */
final class Frames {
    /** Every so many rows (a mask) the stop signal is looked at; a row costs more than that by far. */
    private static final int LOOK = (1 << 14) - 1;

    private final Cancellation cancellation;
    final int rows;
    /** Number of the partition of each row. */
    final int[] partitionOf;

    /** First rows of the partitions, and the end. */
    final int[] partitionStarts;

    final int partitions;
    /** First row of the peers of each row, and the row behind them. */
    final int[] peersFrom;

    final int[] peersTo;
    final int[] from;
    final int[] to;

    Frames(WindowSpec spec, Block block, Cancellation cancellation) {
        this.cancellation = cancellation;
        rows = block.rows();
        RowOrder partition = RowOrder.ascending(
                spec.input(),
                spec.partition().stream().mapToInt(Integer::intValue).toArray());
        RowOrder order = RowOrder.of(
                spec.input(),
                spec.order().stream()
                        .map(k -> new RowOrder.Key(k.column(), k.descending(), k.nullsFirst()))
                        .toList());
        partitionOf = new int[rows];
        int[] starts = new int[rows + 1];
        partitions = partition(partition, partition.keysOf(block), starts);
        partitionStarts = Arrays.copyOf(starts, partitions + 1);
        peersFrom = new int[rows];
        peersTo = new int[rows];
        findPeers(order, order.keysOf(block));
        from = new int[rows];
        to = new int[rows];
        switch (spec.frame().unit()) {
            case ROWS -> byRows(spec.frame());
            case GROUPS -> byGroups(spec.frame());
            case RANGE -> byRange(spec, block);
        }
    }

    private int partition(RowOrder order, Column[] keys, int[] starts) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if ((i & LOOK) == 0) {
                cancellation.check();
            }
            if (i == 0 || order.compare(keys, i - 1, keys, i) != 0) {
                starts[count++] = i;
            }
            partitionOf[i] = count - 1;
        }
        starts[count] = rows;
        return count;
    }

    private void findPeers(RowOrder order, Column[] keys) {
        int begin = 0;
        for (int i = 1; i <= rows; i++) {
            if ((i & LOOK) == 0) {
                cancellation.check();
            }
            if (i == rows || partitionOf[i] != partitionOf[begin] || order.compare(keys, begin, keys, i) != 0) {
                for (int p = begin; p < i; p++) {
                    peersFrom[p] = begin;
                    peersTo[p] = i;
                }
                begin = i;
            }
        }
    }

    private int start(int row) {
        return partitionStarts[partitionOf[row]];
    }

    private int end(int row) {
        return partitionStarts[partitionOf[row] + 1];
    }

    private int clamp(long position, int row) {
        return (int) Math.max(start(row), Math.min(end(row), position));
    }

    private void byRows(WindowSpec.Frame frame) {
        for (int i = 0; i < rows; i++) {
            if ((i & LOOK) == 0) {
                cancellation.check();
            }
            from[i] = switch (frame.start()) {
                case WindowSpec.Unbounded u -> start(i);
                case WindowSpec.CurrentRow c -> i;
                case WindowSpec.Distance d -> clamp(i + (long) d.amount(), i);
            };
            to[i] = switch (frame.end()) {
                case WindowSpec.Unbounded u -> end(i);
                case WindowSpec.CurrentRow c -> i + 1;
                case WindowSpec.Distance d -> clamp(i + (long) d.amount() + 1, i);
            };
            to[i] = Math.max(from[i], to[i]);
        }
    }

    private void byGroups(WindowSpec.Frame frame) {
        int[] groupStarts = new int[rows + 1];
        int[] groupOf = new int[rows];
        int groups = 0;
        for (int i = 0; i < rows; i = peersTo[i]) {
            groupStarts[groups++] = i;
            Arrays.fill(groupOf, i, peersTo[i], groups - 1);
        }
        groupStarts[groups] = rows;
        for (int i = 0; i < rows; i++) {
            if ((i & LOOK) == 0) {
                cancellation.check();
            }
            from[i] = switch (frame.start()) {
                case WindowSpec.Unbounded u -> start(i);
                case WindowSpec.CurrentRow c -> peersFrom[i];
                case WindowSpec.Distance d -> groupEdge(groupStarts, groups, groupOf[i] + (long) d.amount(), i);
            };
            to[i] = switch (frame.end()) {
                case WindowSpec.Unbounded u -> end(i);
                case WindowSpec.CurrentRow c -> peersTo[i];
                case WindowSpec.Distance d -> groupEdge(groupStarts, groups, groupOf[i] + (long) d.amount() + 1, i);
            };
            to[i] = Math.max(from[i], to[i]);
        }
    }

    private int groupEdge(int[] groupStarts, int groups, long group, int row) {
        return clamp(groupStarts[(int) Math.max(0, Math.min(groups, group))], row);
    }

    private void byRange(WindowSpec spec, Block block) {
        WindowSpec.Frame frame = spec.frame();
        boolean distances = frame.start() instanceof WindowSpec.Distance || frame.end() instanceof WindowSpec.Distance;
        RangeKey key =
                distances ? RangeKey.of(spec, block) : new RangeKey(new long[0], new double[0], new byte[rows], 1);
        for (int i = 0; i < rows; i++) {
            if ((i & LOOK) == 0) {
                cancellation.check();
            }
            boolean missing = key.missing[i] != 0;
            from[i] = switch (frame.start()) {
                case WindowSpec.Unbounded u -> start(i);
                case WindowSpec.CurrentRow c -> peersFrom[i];
                case WindowSpec.Distance d -> missing ? peersFrom[i] : first(key, i, d.amount(), false);
            };
            to[i] = switch (frame.end()) {
                case WindowSpec.Unbounded u -> end(i);
                case WindowSpec.CurrentRow c -> peersTo[i];
                case WindowSpec.Distance d -> missing ? peersTo[i] : first(key, i, d.amount(), true);
            };
            to[i] = Math.max(from[i], to[i]);
        }
    }

    /** The first row of the partition whose value is not below (or, if {@code behind}, is above) that of {@code row} plus a distance. */
    private int first(RangeKey key, int row, double amount, boolean behind) {
        int low = start(row);
        int high = end(row);
        while (low < high && key.missing[low] != 0) {
            low++;
        }
        while (high > low && key.missing[high - 1] != 0) {
            high--;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = key.compare(middle, row, amount);
            if (compared < 0 || behind && compared == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The one order key of a RANGE frame with distances, as numbers that ascend.
     *
     * @param missing 1 for NULL and NaN
     */
    private record RangeKey(long[] whole, double[] real, byte[] missing, int sign) {
        static RangeKey of(WindowSpec spec, Block block) {
            if (spec.order().size() != 1) {
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED, "The RANGE OFFSET frame supports exactly one ORDER BY column");
            }
            SortKey key = spec.order().getFirst();
            DataType type = Types.bare(spec.input().type(key.column()));
            Column column = block.column(key.column()).plain();
            byte[] missing = new byte[block.rows()];
            Column bare = column;
            if (column instanceof NullableColumn nullable) {
                System.arraycopy(nullable.nulls(), 0, missing, 0, missing.length);
                bare = nullable.values();
            }
            int sign = key.descending() ? -1 : 1;
            boolean isReal = bare instanceof FloatColumn || bare instanceof DoubleColumn;
            RangeKey result = new RangeKey(
                    new long[isReal ? 0 : block.rows()], new double[isReal ? block.rows() : 0], missing, sign);
            result.fill(bare, ValueOrder.isSigned(type), type);
            return result;
        }

        private void fill(Column column, boolean signed, DataType type) {
            for (int i = 0; i < column.rows(); i++) {
                switch (column) {
                    case ByteColumn c -> whole[i] = signed ? c.values()[i] : c.values()[i] & 0xFF;
                    case ShortColumn c -> whole[i] = signed ? c.values()[i] : c.values()[i] & 0xFFFF;
                    case IntColumn c -> whole[i] = signed ? c.values()[i] : c.values()[i] & 0xFFFFFFFFL;
                    case LongColumn c -> whole[i] = c.values()[i];
                    case FloatColumn c -> real[i] = c.values()[i];
                    case DoubleColumn c -> real[i] = c.values()[i];
                    default ->
                        throw new DbException(
                                ErrorCode.NOT_IMPLEMENTED,
                                "The RANGE OFFSET frame for '" + type.name() + "' ORDER BY column is not implemented");
                }
                if (real.length > 0 && Double.isNaN(real[i])) {
                    missing[i] = 1;
                }
            }
        }

        /** Compares the value of a row with that of another plus a distance, in the direction of the order. */
        int compare(int row, int other, double amount) {
            if (real.length > 0) {
                return Double.compare(sign * real[row], sign * real[other] + amount);
            }
            // differences do not overflow where both values are of the same partition of ordinary size
            return Double.compare((double) sign * (whole[row] - whole[other]), amount);
        }
    }
}
