package io.millrace.functions.scalar.search;

import io.millrace.base.text.regex.RegexOptions;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.row.RowArguments;

/** Base of countMatches and countMatchesCaseInsensitive. */
abstract class MatchCounts extends RegexFunction {
    private final boolean ignoreCase;

    MatchCounts(String name, boolean ignoreCase) {
        super(name, "sk");
        this.ignoreCase = ignoreCase;
    }

    @Override
    RegexOptions options() {
        return ignoreCase ? RegexOptions.DEFAULT.ignoringCase() : RegexOptions.DEFAULT;
    }

    @Override
    DataType resultType() {
        return Types.UINT64;
    }

    @Override
    Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context) {
        long[] counts = new long[rows];
        int[] slots = new int[2];
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            Hits hits = new Hits(patterns.at(row), in.text(0), row, slots);
            while (hits.next()) {
                counts[row]++;
            }
        }
        return new LongColumn(counts, rows);
    }
}
