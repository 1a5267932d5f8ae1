package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.base.text.regex.RegexOptions;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.Rendering;
import io.millrace.functions.scalar.row.TextView;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Whether a regular expression (RE2) matches a part of a string. */
@Builtin({"match", "REGEXP_MATCHES"})
final class Match implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "match(s, pattern)",
                        "Whether a regular expression (RE2) matches a part of a string.")
                .example("SELECT match('Hello', 'l+o$')", "1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("match", arguments, 2);
        if (!(Types.isStringLike(arguments.get(0).type()) || arguments.get(0).type() instanceof EnumType)) {
            throw Signature.illegalType("match", arguments.get(0).type());
        }
        if (!Types.isStringLike(arguments.get(1).type())) {
            throw Signature.illegalType("match", arguments.get(1).type());
        }
        return new Test(
                new RegexSource(arguments.get(1), RegexOptions.DEFAULT),
                arguments.get(0).type(),
                context.zone());
    }

    /** The condition. */
    private record Test(RegexSource source, DataType textType, ZoneId zone) implements BoundPredicate {
        @Override
        public boolean mayFail() {
            return source.constant().isEmpty();
        }

        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            if (rows == 0) {
                return;
            }
            TextView text = TextView.of(Rendering.texts(arguments[0], textType, zone, context));
            try (RegexSource.Session patterns = source.open(TextView.of(arguments[1]))) {
                if (source.constant().isPresent() && !text.isConstant()) {
                    patterns.at(0).matchRows(text.bytes(), text.offsets(), rows, bitmap);
                    return;
                }
                for (int row = 0; row < rows; row++) {
                    if (patterns.at(row).find(text.bytes(), text.from(row), text.to(row))) {
                        bitmap[row >> 6] |= 1L << row;
                    }
                }
            }
        }
    }
}
