package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.expressions.function.Argument;
import java.util.List;

/** numbers(n), numbers(offset, n[, step]): whole numbers in order. */
@Builtin("numbers")
final class Numbers implements TableFunction {
    Numbers() {}

    @Override
    public String doc() {
        return "Returns a table with one UInt64 column 'number' that counts from the offset; without arguments it never ends.";
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return Counting.numbers("numbers", arguments, false);
    }
}
