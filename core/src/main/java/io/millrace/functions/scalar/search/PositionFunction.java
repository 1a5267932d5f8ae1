package io.millrace.functions.scalar.search;

import io.millrace.base.text.search.Substring;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import io.millrace.functions.scalar.row.Rendering;
import io.millrace.functions.scalar.row.TextView;
import io.millrace.functions.scalar.string.CodePoints;
import java.time.ZoneId;
import java.util.List;

/** Base of position, locate and countSubstrings with their variants. */
abstract class PositionFunction implements ScalarFunction {
    private final String name;
    private final Needle.Casing casing;
    private final boolean utf8;
    private final boolean needleFirst;
    private final boolean count;

    PositionFunction(String name, Needle.Casing casing, boolean utf8, boolean needleFirst, boolean count) {
        this.name = name;
        this.casing = casing;
        this.utf8 = utf8;
        this.needleFirst = needleFirst;
        this.count = count;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2, 3);
        for (int i = 0; i < 2; i++) {
            DataType type = arguments.get(i).type();
            if (!Types.isStringLike(type) && !(type instanceof EnumType)) {
                throw Signature.illegalType(name, type);
            }
        }
        if (arguments.size() == 3 && !(arguments.get(2).type() instanceof IntegerType i && !i.signed())) {
            throw Signature.illegalType(name, arguments.get(2).type());
        }
        int needle = needleFirst ? 0 : 1;
        return new Bound(
                new Needle(arguments.get(needle), casing),
                needle,
                utf8,
                count,
                arguments.stream().map(Argument::type).toList(),
                context.zone());
    }

    /** Positions or counts. */
    private record Bound(Needle needle, int needleAt, boolean utf8, boolean count, List<DataType> types, ZoneId zone)
            implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text =
                    TextView.of(Rendering.texts(arguments[1 - needleAt], types.get(1 - needleAt), zone, context));
            TextView needles = TextView.of(Rendering.texts(arguments[needleAt], types.get(needleAt), zone, context));
            long[] result = new long[rows];
            if (needle.constant().isPresent()
                    && arguments.length == 2
                    && !text.isConstant()
                    && !count
                    && needles.length(0) > 0) {
                wholeColumn(needle.constant().get(), text, rows, result);
            } else {
                byRow(needle.perRow(needles, rows), text, arguments, rows, result);
            }
            return new LongColumn(result, rows);
        }

        private void wholeColumn(Substring needle, TextView text, int rows, long[] result) {
            byte[] bytes = text.bytes();
            int[] offsets = text.offsets();
            int end = offsets[rows];
            int row = 0;
            int hit = needle.indexOf(bytes, offsets[0], end);
            while (hit >= 0) {
                while (offsets[row + 1] <= hit) {
                    row++;
                }
                int inRow = needle.matchEnd(bytes, hit, offsets[row + 1]) >= 0
                        ? hit
                        : needle.indexOf(bytes, hit, offsets[row + 1]);
                if (inRow >= 0) {
                    result[row] = position(bytes, offsets[row], inRow);
                }
                hit = needle.indexOf(bytes, offsets[row + 1], end);
            }
        }

        private long position(byte[] bytes, int from, int hit) {
            return (utf8 ? CodePoints.count(bytes, from, hit) : hit - from) + 1L;
        }

        private void byRow(Substring[] needles, TextView text, Column[] arguments, int rows, long[] result) {
            NumberView starts = arguments.length > 2
                    ? NumberView.of(arguments[2], types.get(2))
                    : NumberView.of(new ConstColumn(new LongColumn(new long[1], 1), rows), Types.UINT64);
            byte[] bytes = text.bytes();
            for (int row = 0; row < rows; row++) {
                int from = text.from(row);
                int to = text.to(row);
                long skip = Math.max(0, starts.at(row) - 1);
                long size = utf8 ? CodePoints.count(bytes, from, to) : to - from;
                if (skip > size || starts.at(row) < 0) {
                    continue;
                }
                int begin = utf8 ? CodePoints.forward(bytes, from, to, skip) : from + (int) skip;
                if (count) {
                    result[row] = needles[row].count(bytes, begin, to);
                } else {
                    int hit = needles[row].indexOf(bytes, begin, to);
                    result[row] = hit < 0 ? 0 : position(bytes, from, hit);
                }
            }
        }
    }
}
