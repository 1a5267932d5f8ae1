package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.expressions.function.Argument;
import java.util.List;

/** numbers_mt(...): as numbers(), for several threads and in no order. */
@Builtin("numbers_mt")
final class NumbersMt implements TableFunction {
    NumbersMt() {}

    @Override
    public String doc() {
        return "Like numbers, but read by several threads, in no particular order.";
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return Counting.numbers("numbers_mt", arguments, true);
    }
}
