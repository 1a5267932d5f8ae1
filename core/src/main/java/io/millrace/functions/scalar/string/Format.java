package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The constant pattern with {} or {N} replaced by the texts of the arguments. */
@Builtin("format")
final class Format extends TextFunction {
    Format() {
        super("format", "kt?*");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "format(pattern, a, b, ...)",
                        "The constant pattern with {} or {N} replaced by the texts of the arguments.")
                .example("SELECT format('{1} {0}!', 'World', 'Hello')", "Hello World!");
    }

    @Override
    protected void check(List<Argument> arguments) {
        byte[] pattern =
                TextView.of(arguments.getFirst().constant().orElseThrow()).copy(0);
        walk(pattern, new ByteSink(), arguments.size() - 1, (argument, out) -> {});
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        walk(
                in.text(0).copy(row),
                out,
                in.count() - 1,
                (argument, sink) -> in.text(argument + 1).appendTo(row, sink));
    }

    /** Writes an argument. */
    private interface Filler {
        void fill(int argument, ByteSink out);
    }

    private static void walk(byte[] pattern, ByteSink out, int arguments, Filler filler) {
        int next = 0;
        boolean numbered = false;
        for (int i = 0; i < pattern.length; i++) {
            byte b = pattern[i];
            boolean doubled = i + 1 < pattern.length && pattern[i + 1] == b;
            if ((b == '{' || b == '}') && doubled) {
                out.putByte(b);
                i++;
            } else if (b == '}') {
                throw bad("Closed curly brace isn't opened or escaped");
            } else if (b != '{') {
                out.putByte(b);
            } else {
                int end = i + 1;
                int number = 0;
                while (end < pattern.length && pattern[end] >= '0' && pattern[end] <= '9' && number < 100_000) {
                    number = number * 10 + pattern[end++] - '0';
                }
                if (end == pattern.length || pattern[end] != '}') {
                    throw bad(end == pattern.length ? "Last curly brace isn't closed" : "Not a number in curly braces");
                }
                boolean explicit = end > i + 1;
                if (explicit && next > 0 || !explicit && numbered) {
                    throw bad("Cannot switch between automatic and manual field numbering");
                }
                numbered |= explicit;
                int argument = explicit ? number : next++;
                if (argument >= arguments) {
                    throw bad("Argument is too big for formatting");
                }
                filler.fill(argument, out);
                i = end;
            }
        }
    }

    private static DbException bad(String text) {
        return new DbException(ErrorCode.BAD_ARGUMENTS, text);
    }
}
