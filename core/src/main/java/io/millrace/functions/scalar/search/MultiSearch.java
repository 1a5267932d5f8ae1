package io.millrace.functions.scalar.search;

import io.millrace.base.text.search.Needles;
import io.millrace.base.text.search.Substring;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextView;
import io.millrace.functions.scalar.string.CodePoints;
import java.util.ArrayList;
import java.util.List;

/** Base of the multiSearch functions: several needles in one string. */
abstract class MultiSearch implements ScalarFunction {
    /** What is asked. */
    enum Question {
        ANY,
        FIRST_INDEX,
        FIRST_POSITION,
        ALL_POSITIONS
    }

    private final String name;
    private final Question question;
    private final Needle.Casing casing;
    private final boolean utf8;

    MultiSearch(String name, Question question, Needle.Casing casing, boolean utf8) {
        this.name = name;
        this.question = question;
        this.casing = casing;
        this.utf8 = utf8;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        if (!Types.isStringLike(arguments.get(0).type())) {
            throw Signature.illegalType(name, arguments.get(0).type());
        }
        if (!(arguments.get(1).type() instanceof ArrayType(DataType element))
                || !(Types.isStringLike(element) || element.equals(Types.NOTHING))) {
            throw Signature.illegalType(name, arguments.get(1).type());
        }
        return new Bound(this);
    }

    private DataType resultType() {
        return switch (question) {
            case ANY -> Types.UINT8;
            case FIRST_INDEX, FIRST_POSITION -> Types.UINT64;
            case ALL_POSITIONS -> Types.array(Types.UINT64);
        };
    }

    private Needles needles(ArrayColumn lists, int row) {
        List<Substring> compiled = new ArrayList<>();
        if (lists.length(row) > 0) {
            TextView texts = TextView.of(lists.elements());
            for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                compiled.add(casing.compile(texts.copy(i)));
            }
        }
        return new Needles(compiled);
    }

    /** The search bound to types. */
    private record Bound(MultiSearch function) implements BoundScalar {
        @Override
        public DataType type() {
            return function.resultType();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text = TextView.of(arguments[0]);
            boolean constant = arguments[1] instanceof ConstColumn;
            ArrayColumn lists = (ArrayColumn) (arguments[1] instanceof ConstColumn c ? c.value() : arguments[1]);
            Needles needles = rows == 0 ? new Needles(List.of()) : function.needles(lists, 0);
            if (function.question == Question.ANY && constant && !text.isConstant()) {
                long[] bitmap = new long[Bitmaps.words(rows)];
                needles.matchRows(text.bytes(), text.offsets(), rows, bitmap);
                return new ByteColumn(Bitmaps.toBytes(bitmap, rows), rows);
            }
            long[] result = new long[rows];
            int[] offsets = new int[rows + 1];
            LongColumn.Builder all = new LongColumn.Builder(rows);
            for (int row = 0; row < rows; row++) {
                needles = constant || row == 0 ? needles : function.needles(lists, row);
                int from = text.from(row);
                int to = text.to(row);
                switch (function.question) {
                    case ANY -> result[row] = needles.any(text.bytes(), from, to) ? 1 : 0;
                    case FIRST_INDEX -> result[row] = needles.firstIndex(text.bytes(), from, to);
                    case FIRST_POSITION ->
                        result[row] = function.position(text, row, needles.firstPosition(text.bytes(), from, to));
                    case ALL_POSITIONS -> {
                        int[] found = new int[needles.size()];
                        needles.allPositions(text.bytes(), from, to, found);
                        for (int hit : found) {
                            all.append(function.position(text, row, hit));
                        }
                        offsets[row + 1] = all.rows();
                    }
                }
            }
            return function.question == Question.ALL_POSITIONS
                    ? new ArrayColumn(offsets, all.build(), rows)
                    : Narrowing.ofLongs(result, rows, type());
        }
    }

    private long position(TextView text, int row, int hit) {
        if (hit < 0) {
            return 0;
        }
        return 1L + (utf8 ? CodePoints.count(text.bytes(), text.from(row), hit) : hit - text.from(row));
    }
}
