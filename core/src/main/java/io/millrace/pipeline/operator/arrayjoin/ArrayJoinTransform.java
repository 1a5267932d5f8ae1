package io.millrace.pipeline.operator.arrayjoin;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import java.util.ArrayList;
import java.util.List;

/** ARRAY JOIN: one row per element of one or several arrays side by side; maps give their pairs. Stateless. */
public final class ArrayJoinTransform implements Transform {
    private static final int OUTPUT_ROWS = Block.DEFAULT_ROWS;

    private final List<Integer> columns;
    private final boolean left;
    private final Header output;

    private ArrayJoinTransform(List<Integer> columns, boolean left, Header output) {
        this.columns = columns;
        this.left = left;
        this.output = output;
    }

    /**
     * @param columns the array columns, which have the elements' types in {@code output}
     * @param left keeps rows whose arrays are empty, with defaults
     */
    public static Transform.Factory factory(List<Integer> columns, boolean left, Header output) {
        return driver -> new ArrayJoinTransform(List.copyOf(columns), left, output);
    }

    @Override
    public Demand accept(Block block, Output next) {
        List<ArrayColumn> arrays = new ArrayList<>();
        for (int column : columns) {
            arrays.add((ArrayColumn) arrayOf(block.column(column)));
        }
        checkLengths(arrays, block.rows());
        ArrayColumn first = arrays.getFirst();
        int from = 0;
        Demand demand = Demand.MORE;
        while (from < block.rows() && !(demand instanceof Demand.Enough)) {
            int to = from;
            long rows = 0;
            while (to < block.rows() && (to == from || rows + first.length(to) <= OUTPUT_ROWS)) {
                rows += left ? Math.max(1, first.length(to)) : first.length(to);
                to++;
            }
            if (rows > 0) {
                demand = next.accept(expanded(block, arrays, from, to, Math.toIntExact(rows)));
            }
            from = to;
        }
        return demand;
    }

    /** The column as an array; elements keep their own layout. */
    private static Column arrayOf(Column column) {
        return column instanceof ArrayColumn ? column : column.plain();
    }

    private static void checkLengths(List<ArrayColumn> arrays, int rows) {
        ArrayColumn first = arrays.getFirst();
        for (ArrayColumn other : arrays.subList(1, arrays.size())) {
            for (int i = 0; i < rows; i++) {
                if (other.length(i) != first.length(i)) {
                    throw new DbException(
                            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH, "Sizes of ARRAY-JOIN-ed arrays do not match");
                }
            }
        }
    }

    private Block expanded(Block block, List<ArrayColumn> arrays, int from, int to, int rows) {
        int[] rowOf = new int[rows];
        int[] indexIn = new int[rows];
        ArrayColumn first = arrays.getFirst();
        int at = 0;
        for (int row = from; row < to; row++) {
            int length = first.length(row);
            for (int e = 0; e < length; e++) {
                rowOf[at] = row;
                indexIn[at++] = e;
            }
            if (length == 0 && left) {
                rowOf[at] = row;
                indexIn[at++] = -1;
            }
        }
        List<Column> result = new ArrayList<>();
        for (int c = 0; c < block.columns().size(); c++) {
            int array = columns.indexOf(c);
            result.add(
                    array < 0
                            ? block.column(c).gather(rowOf, rows)
                            : elements(arrays.get(array), rowOf, indexIn, rows));
        }
        return new Block(output, result, rows);
    }

    private static Column elements(ArrayColumn array, int[] rowOf, int[] indexIn, int rows) {
        int[] positions = new int[rows];
        for (int i = 0; i < rows; i++) {
            positions[i] = indexIn[i] < 0 ? -1 : array.offsets()[rowOf[i]] + indexIn[i];
        }
        return array.elements().gather(positions, rows);
    }
}
