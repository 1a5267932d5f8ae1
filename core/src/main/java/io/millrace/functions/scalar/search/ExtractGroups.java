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

/** All groups of the first match of a regular expression. */
@Builtin("extractGroups")
final class ExtractGroups extends GroupsFunction {
    ExtractGroups() {
        super("extractGroups");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "extractGroups(s, pattern)",
                        "All groups of the first match of a regular expression.")
                .example("SELECT extractGroups('a=1', '(\\\\w)=(\\\\d)')", "['a','1']");
    }

    @Override
    DataType resultType() {
        return Types.array(Types.STRING);
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        TextLists out = new TextLists(rows, context);
        TextView text = in.text(0);
        Matcher matcher = patterns.at(0);
        int[] slots = new int[2 * matcher.regex().groupCount() + 2];
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            if (matcher.find(text.bytes(), text.from(row), text.from(row), text.to(row), slots)) {
                for (int group = 1; 2 * group < slots.length; group++) {
                    add(text, slots, group, out);
                }
            }
            out.endRow();
        }
        return out.build();
    }
}
