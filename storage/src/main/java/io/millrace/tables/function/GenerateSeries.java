package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.expressions.function.Argument;
import java.util.List;

/** generate_series(start, stop[, step]): numbers from start to stop, both included. */
@Builtin({"generate_series", "generateSeries"})
final class GenerateSeries implements TableFunction {
    GenerateSeries() {}

    @Override
    public String doc() {
        return "Returns a table with one UInt64 column 'generate_series' of the numbers from start to stop (inclusive).";
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return Counting.series("generate_series", arguments);
    }
}
