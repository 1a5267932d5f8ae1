package io.millrace.functions.scalar.search;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.text.regex.Matcher;
import io.millrace.base.text.regex.Regex;
import io.millrace.base.text.regex.Replacement;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextColumns;
import io.millrace.functions.scalar.row.TextView;

/** Base of replaceRegexpOne and replaceRegexpAll. */
abstract class RegexReplacing extends RegexFunction {
    private static final int ROWS_BETWEEN_CHECKS = 1024;

    private final boolean all;

    /** As ClickHouse, with BAD_ARGUMENTS for a pattern that is wrong. */
    @Override
    RegexSource source(Argument pattern) {
        try {
            return super.source(pattern);
        } catch (DbException e) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "The pattern argument is not a valid re2 pattern: " + e.getMessage());
        }
    }

    RegexReplacing(String name, boolean all) {
        super(name, "sss");
        this.all = all;
    }

    @Override
    DataType resultType() {
        return Types.STRING;
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        TextView text = in.text(0);
        TextView replacements = in.text(2);
        boolean same = in.text(1).isConstant()
                && replacements.isConstant()
                && in.text(1).length(0) > 0;
        return same && !text.isConstant()
                ? replaceAlike(text, replacements, patterns.at(0), rows, context)
                : replaceEach(in, patterns, rows, context);
    }

    /** The same pattern and replacement in every row. */
    private Column replaceAlike(
            TextView text, TextView replacements, Matcher matcher, int rows, EvaluationContext context) {
        ByteSink sink = new ByteSink(rows * 24 + StringColumn.PADDING, context::beforeAllocating);
        int[] offsets = new int[rows + 1];
        Replacement replacement = Replacement.compile(replacements.copy(0), matcher.regex());
        for (int from = 0; from < rows; from += ROWS_BETWEEN_CHECKS) {
            context.checkAt(0);
            int to = Math.min(rows, from + ROWS_BETWEEN_CHECKS);
            replacement.replaceRows(matcher, text.bytes(), text.offsets(), from, to, all, sink, offsets);
        }
        sink.reserve(StringColumn.PADDING);
        return new StringColumn(sink.array(), offsets, rows);
    }

    private Column replaceEach(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        TextColumns out = new TextColumns(rows, rows * 16L, context);
        TextView text = in.text(0);
        TextView replacements = in.text(2);
        Regex regex = patterns.at(0).regex();
        Replacement replacement = Replacement.compile(replacements.copy(0), regex);
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            Matcher matcher = patterns.at(row);
            if (matcher.regex() != regex || row > 0 && !replacements.equalAt(row, replacements, row - 1)) {
                regex = matcher.regex();
                replacement = Replacement.compile(replacements.copy(row), regex);
            }
            if (in.text(1).length(row) == 0) {
                text.appendTo(row, out.sink());
            } else if (all) {
                replacement.replaceAll(matcher, text.bytes(), text.from(row), text.to(row), out.sink());
            } else {
                replacement.replaceFirst(matcher, text.bytes(), text.from(row), text.to(row), out.sink());
            }
            out.endRow();
        }
        return out.build();
    }
}
