package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.expressions.function.Argument;
import java.util.List;

/** zeros_mt(n): as zeros(), for several threads. */
@Builtin("zeros_mt")
final class ZerosMt implements TableFunction {
    ZerosMt() {}

    @Override
    public String doc() {
        return "Like zeros, but read by several threads.";
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return Counting.zeros("zeros_mt", arguments, true);
    }
}
