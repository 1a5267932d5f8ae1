package io.millrace.functions.scalar.search;

import io.millrace.base.text.regex.Matcher;
import io.millrace.base.text.regex.Regex;
import io.millrace.base.text.regex.RegexOptions;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.TextView;
import java.util.Optional;

/**
 * The pattern argument of a function: compiled once when it is constant, else whenever it changes from row to row.
 * Thread-safe.
 */
final class RegexSource {
    private final Optional<Regex> constant;
    private final RegexOptions options;
    private final Idle<Matcher> idle;

    RegexSource(Argument argument, RegexOptions options) {
        this.options = options;
        constant = argument.constant().map(c -> Regex.compile(TextView.of(c).copy(0), options));
        idle = new Idle<>(() -> constant.orElseThrow().matcher());
    }

    Optional<Regex> constant() {
        return constant;
    }

    /** Begins a block; to be closed. */
    Session open(TextView patterns) {
        return new Session(patterns);
    }

    /** The matchers of one block. Not thread-safe. */
    final class Session implements AutoCloseable {
        private final TextView patterns;
        private Matcher current;
        private int compiledRow;

        private Session(TextView patterns) {
            this.patterns = patterns;
            current = constant.isPresent()
                    ? idle.take()
                    : Regex.compile(patterns.copy(0), options).matcher();
        }

        Matcher at(int row) {
            if (constant.isEmpty() && row != compiledRow) {
                if (!patterns.equalAt(row, patterns, compiledRow)) {
                    current = Regex.compile(patterns.copy(row), options).matcher();
                }
                compiledRow = row;
            }
            return current;
        }

        @Override
        public void close() {
            if (constant.isPresent()) {
                idle.giveBack(current);
            }
        }
    }
}
