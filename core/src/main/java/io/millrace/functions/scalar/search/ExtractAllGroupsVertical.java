package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.base.text.regex.Matcher;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextColumns;
import io.millrace.functions.scalar.row.TextView;

/** The groups of every match, one array per match. */
@Builtin({"extractAllGroupsVertical", "extractAllGroups"})
final class ExtractAllGroupsVertical extends GroupsFunction {
    ExtractAllGroupsVertical() {
        super("extractAllGroupsVertical");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "extractAllGroupsVertical(s, pattern)",
                        "The groups of every match, one array per match.")
                .example("SELECT extractAllGroupsVertical('a=1,b=2', '(\\\\w)=(\\\\d)')", "[['a','1'],['b','2']]");
    }

    @Override
    DataType resultType() {
        return Types.array(Types.array(Types.STRING));
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        TextColumns texts = new TextColumns(rows, rows * 16L, context);
        TextView text = in.text(0);
        Matcher matcher = patterns.at(0);
        int groups = matcher.regex().groupCount();
        int[] slots = new int[2 * groups + 2];
        int[] offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            Hits hits = new Hits(matcher, text, row, slots);
            offsets[row + 1] = offsets[row];
            while (hits.next()) {
                for (int group = 1; group <= groups; group++) {
                    int begin = Math.max(0, slots[2 * group]);
                    texts.sink().put(text.bytes(), begin, Math.max(begin, slots[2 * group + 1]) - begin);
                    texts.endRow();
                }
                offsets[row + 1]++;
            }
        }
        int[] inner = new int[offsets[rows] + 1];
        for (int i = 1; i < inner.length; i++) {
            inner[i] = i * groups;
        }
        return new ArrayColumn(offsets, new ArrayColumn(inner, texts.build(), offsets[rows]), rows);
    }
}
