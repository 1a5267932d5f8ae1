package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.base.text.regex.Matcher;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;
import io.millrace.functions.scalar.row.TextView;

/** All matches of a regular expression: their first groups if there are any. */
@Builtin("extractAll")
final class ExtractAll extends RegexFunction {
    ExtractAll() {
        super("extractAll", "sk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "extractAll(s, pattern)",
                        "All matches of a regular expression: their first groups if there are any.")
                .example("SELECT extractAll('a1b22', '\\\\d+')", "['1','22']");
    }

    @Override
    DataType resultType() {
        return Types.array(Types.STRING);
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        TextLists out = new TextLists(rows, context);
        TextView text = in.text(0);
        int[] slots = new int[4];
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            Matcher matcher = patterns.at(row);
            int group = matcher.regex().groupCount() > 0 ? 2 : 0;
            Hits hits = new Hits(matcher, text, row, slots);
            while (hits.next()) {
                int begin = Math.max(0, slots[group]);
                out.add(text.bytes(), begin, Math.max(begin, slots[group + 1]));
            }
            out.endRow();
        }
        return out.build();
    }
}
