package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import java.util.List;

/** The integers from start (0) to end, without it, in steps. */
@Builtin("range")
final class Range implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "range([start, ]end[, step])",
                        "The integers from start (0) to end, without it, in steps.")
                .example("SELECT range(5), range(1, 10, 3)", "[0,1,2,3,4]\t[1,4,7]");
    }

    private static final int PIECE = 1 << 14;
    private static final long MAX_ELEMENTS = 500_000_000L;

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("range", arguments, 1, 3);
        for (Argument argument : arguments) {
            if (!(argument.type() instanceof IntegerType)) {
                throw Signature.illegalType("range", argument.type());
            }
        }
        List<DataType> types = arguments.stream().map(Argument::type).toList();
        DataType element = Supertype.leastOrThrow(types);
        return new Bound(Types.array(element), types);
    }

    /** Arrays of integers. */
    private record Bound(ArrayType type, List<DataType> types) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            NumberView first = NumberView.of(arguments[0], types.getFirst());
            NumberView second = arguments.length > 1 ? NumberView.of(arguments[1], types.get(1)) : first;
            int[] offsets = new int[rows + 1];
            long total = 0;
            for (int row = 0; row < rows; row++) {
                long begin = arguments.length > 1 ? first.at(row) : 0;
                total += count(begin, second.at(row), step(arguments, row));
                if (total > MAX_ELEMENTS) {
                    throw new DbException(
                            ErrorCode.ARGUMENT_OUT_OF_BOUND,
                            "A call to function range would produce " + total
                                    + " array elements, which is greater than the allowed maximum of " + MAX_ELEMENTS);
                }
                offsets[row + 1] = (int) total;
            }
            context.beforeAllocating(total * Math.max(1, Numbers.bits(type.element()) / 8));
            return new ArrayColumn(offsets, elements(arguments, first, offsets, rows, context), rows);
        }

        /** The numbers of all rows one behind the other, by pieces: there may be a great many. */
        private Column elements(
                Column[] arguments, NumberView first, int[] offsets, int rows, EvaluationContext context) {
            ColumnBuilder elements = ColumnBuilder.of(type.element(), offsets[rows]);
            long[] piece = new long[Math.min(offsets[rows], PIECE)];
            int filled = 0;
            for (int row = 0; row < rows; row++) {
                long value = arguments.length > 1 ? first.at(row) : 0;
                long step = step(arguments, row);
                for (int left = offsets[row + 1] - offsets[row]; left > 0; ) {
                    int count = Math.min(left, piece.length - filled);
                    for (int i = 0; i < count; i++) {
                        piece[filled++] = value;
                        value += step;
                    }
                    left -= count;
                    if (filled == piece.length) {
                        context.cancellation().check();
                        elements.appendRange(Narrowing.ofLongs(piece, filled, type.element()), 0, filled);
                        filled = 0;
                    }
                }
            }
            elements.appendRange(Narrowing.ofLongs(piece, filled, type.element()), 0, filled);
            return elements.build();
        }

        private long step(Column[] arguments, int row) {
            long step = arguments.length > 2
                    ? NumberView.of(arguments[2], types.get(2)).at(row)
                    : 1;
            if (step == 0) {
                throw new DbException(
                        ErrorCode.ARGUMENT_OUT_OF_BOUND,
                        "A call to function range overflows, the 3rd argument step can't be zero");
            }
            return step;
        }

        private static long count(long begin, long end, long step) {
            if (step > 0 ? begin >= end : begin <= end) {
                return 0;
            }
            return step > 0
                    ? Long.divideUnsigned(end - begin - 1, step) + 1
                    : Long.divideUnsigned(begin - end - 1, -step) + 1;
        }
    }
}
