package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.expressions.function.Argument;
import java.util.List;

/** zeros(n): a column of zeros. */
@Builtin("zeros")
final class Zeros implements TableFunction {
    Zeros() {}

    @Override
    public String doc() {
        return "Returns a table with one UInt8 column 'zero'; without arguments it never ends.";
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return Counting.zeros("zeros", arguments, false);
    }
}
