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

/** The groups of all matches, one array per group. */
@Builtin("extractAllGroupsHorizontal")
final class ExtractAllGroupsHorizontal extends GroupsFunction {
    ExtractAllGroupsHorizontal() {
        super("extractAllGroupsHorizontal");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "extractAllGroupsHorizontal(s, pattern)",
                        "The groups of all matches, one array per group.")
                .example("SELECT extractAllGroupsHorizontal('a=1,b=2', '(\\\\w)=(\\\\d)')", "[['a','b'],['1','2']]");
    }

    @Override
    DataType resultType() {
        return Types.array(Types.array(Types.STRING));
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        TextView text = in.text(0);
        Matcher matcher = patterns.at(0);
        int groups = matcher.regex().groupCount();
        int[] slots = new int[2 * groups + 2];
        int[] offsets = new int[rows + 1];
        TextLists lists = new TextLists(rows * groups, context);
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            for (int group = 1; group <= groups; group++) {
                Hits hits = new Hits(matcher, text, row, slots);
                while (hits.next()) {
                    add(text, slots, group, lists);
                }
                lists.endRow();
            }
            offsets[row + 1] = (row + 1) * groups;
        }
        return nested(lists, offsets, rows);
    }
}
