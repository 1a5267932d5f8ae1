package io.millrace.functions.scalar.search;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.text.regex.Matcher;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextColumns;
import io.millrace.functions.scalar.row.TextView;

/** A group of the first match of a regular expression; group 0 is all of it. */
@Builtin({"regexpExtract", "REGEXP_EXTRACT", "REGEXP_SUBSTR"})
final class RegexpExtract extends RegexFunction {
    RegexpExtract() {
        super("regexpExtract", "sk?i");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "regexpExtract(s, pattern[, group])",
                        "A group of the first match of a regular expression; group 0 is all of it.")
                .example("SELECT regexpExtract('100-200', '(\\\\d+)-(\\\\d+)', 2)", "200");
    }

    @Override
    DataType resultType() {
        return Types.STRING;
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        TextColumns out = new TextColumns(rows, rows * 16L, context);
        TextView text = in.text(0);
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            Matcher matcher = patterns.at(row);
            int groups = matcher.regex().groupCount();
            long group = in.count() > 2 ? in.number(2).at(row) : groups == 0 ? 0 : 1;
            if (group < 0 || group > groups) {
                throw new DbException(
                        ErrorCode.INDEX_OF_POSITIONAL_ARGUMENT_IS_OUT_OF_RANGE,
                        "Index value " + group + " is out of range, should be in [0, " + groups + "]");
            }
            int[] slots = new int[2 * (int) group + 2];
            int at = 2 * (int) group;
            if (matcher.find(text.bytes(), text.from(row), text.from(row), text.to(row), slots) && slots[at] >= 0) {
                out.sink().put(text.bytes(), slots[at], slots[at + 1] - slots[at]);
            }
            out.endRow();
        }
        return out.build();
    }
}
