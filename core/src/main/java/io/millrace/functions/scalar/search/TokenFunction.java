package io.millrace.functions.scalar.search;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.search.Substring;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.row.RowSignature;
import io.millrace.functions.scalar.row.TextView;
import java.util.Arrays;
import java.util.List;

/** Base of hasToken and its variants: a needle that is no part of a longer word. */
abstract class TokenFunction implements ScalarFunction {
    private final String name;
    private final Needle.Casing casing;
    private final boolean orNull;

    TokenFunction(String name, Needle.Casing casing, boolean orNull) {
        this.name = name;
        this.casing = casing;
        this.orNull = orNull;
    }

    static boolean inWord(byte b) {
        return b < 0 || b >= '0' && b <= '9' || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        new RowSignature(name, "sk").check(arguments);
        byte[] token = TextView.of(arguments.get(1).constant().orElseThrow()).copy(0);
        boolean valid = token.length > 0;
        for (byte b : token) {
            valid &= inWord(b);
        }
        if (!valid && !orNull) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    token.length == 0
                            ? "Needle cannot be empty, because empty string isn't a token"
                            : "Needle must not contain whitespace or separator characters");
        }
        if (!valid) {
            return new AlwaysNull();
        }
        Test test = new Test(casing.compile(token));
        return orNull ? new NeverNull(test) : test;
    }

    /** Whether the token stands in a row. */
    private record Test(Substring token) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            TextView text = TextView.of(arguments[0]);
            if (text.isConstant()) {
                if (find(text.bytes(), text.from(0), text.to(0))) {
                    Bitmaps.setAll(bitmap, rows);
                }
                return;
            }
            int[] offsets = text.offsets();
            int end = offsets[rows];
            int row = 0;
            int hit = token.indexOf(text.bytes(), offsets[0], end);
            while (hit >= 0) {
                while (offsets[row + 1] <= hit) {
                    row++;
                }
                if (find(text.bytes(), offsets[row], offsets[row + 1])) {
                    bitmap[row >> 6] |= 1L << row;
                }
                hit = token.indexOf(text.bytes(), offsets[row + 1], end);
            }
        }

        private boolean find(byte[] bytes, int from, int to) {
            int hit = token.indexOf(bytes, from, to);
            while (hit >= 0) {
                int end = token.matchEnd(bytes, hit, to);
                if ((hit == from || !inWord(bytes[hit - 1])) && (end == to || !inWord(bytes[end]))) {
                    return true;
                }
                hit = token.indexOf(bytes, hit + 1, to);
            }
            return false;
        }
    }

    /** The answer for a needle that is no token. */
    private record AlwaysNull() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.nullable(Types.UINT8);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return new ConstColumn(new NullableColumn(new byte[] {1}, new ByteColumn(new byte[1], 1)), rows);
        }
    }

    /** The answer as Nullable. */
    private record NeverNull(Test test) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.nullable(Types.UINT8);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return new NullableColumn(new byte[rows], test.evaluate(arguments, rows, context));
        }
    }
}
