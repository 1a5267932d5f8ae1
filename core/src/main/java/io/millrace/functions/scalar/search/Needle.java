package io.millrace.functions.scalar.search;

import io.millrace.base.text.search.Substring;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.TextView;
import java.util.Optional;

/**
 * The needle argument of a function: compiled once when it is constant, else whenever it changes from row to row.
 * Immutable.
 */
final class Needle {
    /** How letters compare. */
    enum Casing {
        EXACT,
        ASCII,
        UNICODE;

        Substring compile(byte[] needle) {
            return switch (this) {
                case EXACT -> Substring.of(needle);
                case ASCII -> Substring.ignoringAsciiCase(needle);
                case UNICODE -> Substring.ignoringCase(needle);
            };
        }
    }

    private final Casing casing;
    private final Optional<Substring> constant;

    Needle(Argument argument, Casing casing) {
        this.casing = casing;
        constant = argument.constant().map(c -> casing.compile(TextView.of(c).copy(0)));
    }

    Optional<Substring> constant() {
        return constant;
    }

    /** One search per row; neighbouring rows with one needle share it. */
    Substring[] perRow(TextView needles, int rows) {
        Substring[] result = new Substring[rows];
        for (int row = 0; row < rows; row++) {
            boolean same = row > 0 && needles.equalAt(row, needles, row - 1);
            result[row] =
                    constant.isPresent() ? constant.get() : same ? result[row - 1] : casing.compile(needles.copy(row));
        }
        return result;
    }
}
