package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;
import io.millrace.functions.scalar.row.TextView;
import java.util.Arrays;
import java.util.List;

/** Base of substringIndex and substringIndexUTF8. */
abstract class Occurrences extends SliceFunction {
    Occurrences(String name) {
        super(name, "ski");
    }

    /** Whether the delimiter is one unit long. */
    abstract boolean single(byte[] bytes, int from, int to);

    @Override
    protected void check(List<Argument> arguments) {
        arguments.get(1).constant().ifPresent(c -> {
            TextView delimiter = TextView.of(c);
            if (!single(delimiter.bytes(), delimiter.from(0), delimiter.to(0))) {
                throw wrong();
            }
        });
    }

    private DbException wrong() {
        return new DbException(
                ErrorCode.BAD_ARGUMENTS, "Argument delim for function " + name() + " should be a single character");
    }

    @Override
    protected long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        TextView delimiter = in.text(1);
        if (!single(delimiter.bytes(), delimiter.from(row), delimiter.to(row))) {
            throw wrong();
        }
        int length = delimiter.length(row);
        long count = in.number(2).at(row);
        if (count > 0) {
            for (int i = from; i + length <= to; i++) {
                if (Arrays.equals(bytes, i, i + length, delimiter.bytes(), delimiter.from(row), delimiter.to(row))
                        && --count == 0) {
                    return part(from, i);
                }
            }
            return part(from, to);
        }
        for (int i = to - length; count < 0 && i >= from; i--) {
            if (Arrays.equals(bytes, i, i + length, delimiter.bytes(), delimiter.from(row), delimiter.to(row))
                    && ++count == 0) {
                return part(i + length, to);
            }
        }
        return count == 0 ? part(from, from) : part(from, to);
    }
}
