package io.millrace.functions.scalar.search;

import io.millrace.base.error.DbException;
import io.millrace.base.index.Builtin;
import io.millrace.base.text.regex.Matcher;
import io.millrace.base.text.regex.Regex;
import io.millrace.base.text.regex.RegexOptions;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The parts of a string between matches of a regular expression; its bytes when that is empty. */
@Builtin("splitByRegexp")
final class SplitByRegexp extends RegexFunction {
    SplitByRegexp() {
        super("splitByRegexp", "sk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String splitting",
                        "splitByRegexp(pattern, s[, max_substrings])",
                        "The parts of a string between matches of a regular expression; its bytes when that is "
                                + "empty.")
                .example("SELECT splitByRegexp('\\\\d+', 'a12b3c')", "['a','b','c']");
    }

    @Override
    DataType resultType() {
        return Types.array(Types.STRING);
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name(), arguments, 2, 3);
        for (int i = 0; i < 2; i++) {
            if (!Types.isStringLike(arguments.get(i).type())) {
                throw Signature.illegalType(name(), arguments.get(i).type());
            }
        }
        byte[] pattern = arguments.get(0).requireConstantBytes(name(), "pattern");
        long limit = 0;
        if (arguments.size() > 2) {
            limit = arguments.get(2).requireConstantInteger(name(), "max_substrings");
        }
        return new Split(
                Regex.compile(pattern, RegexOptions.DEFAULT), pattern.length == 0, limit > 0 ? limit : Long.MAX_VALUE);
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        throw DbException.bug("splitByRegexp binds itself");
    }

    /** The parts. */
    private record Split(Regex regex, boolean bytewise, long limit) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.array(Types.STRING);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextLists out = new TextLists(rows, context);
            TextView text = TextView.of(arguments[1]);
            Matcher matcher = regex.matcher();
            int[] slots = new int[2];
            for (int row = 0; row < rows; row++) {
                context.checkAt(row);
                int at = text.from(row);
                int to = text.to(row);
                if (bytewise) {
                    for (; at < to && out.size() < limit; at++) {
                        out.add(text.bytes(), at, at + 1);
                    }
                    out.endRow();
                    continue;
                }
                while (out.size() < limit
                        && matcher.find(text.bytes(), text.from(row), at, to, slots)
                        && slots[1] > slots[0]) {
                    out.add(text.bytes(), at, slots[0]);
                    at = slots[1];
                }
                if (out.size() < limit) {
                    out.add(text.bytes(), at, to);
                }
                out.endRow();
            }
            return out.build();
        }
    }
}
