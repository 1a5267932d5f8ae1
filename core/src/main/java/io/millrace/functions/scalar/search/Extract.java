package io.millrace.functions.scalar.search;

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

/** The first match of a regular expression: its first group if there is one, else all of it. */
@Builtin("extract")
final class Extract extends RegexFunction {
    Extract() {
        super("extract", "sk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "extract(s, pattern)",
                        "The first match of a regular expression: its first group if there is one, else all of it.")
                .example("SELECT extract('number: 42', '\\\\d+')", "42");
    }

    @Override
    DataType resultType() {
        return Types.STRING;
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        TextColumns out = new TextColumns(rows, rows * 16L, context);
        TextView text = in.text(0);
        int[] slots = new int[4];
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            Matcher matcher = patterns.at(row);
            if (matcher.find(text.bytes(), text.from(row), text.from(row), text.to(row), slots)) {
                int group = matcher.regex().groupCount() > 0 ? 2 : 0;
                if (slots[group] >= 0) {
                    out.sink().put(text.bytes(), slots[group], slots[group + 1] - slots[group]);
                }
            }
            out.endRow();
        }
        return out.build();
    }
}
