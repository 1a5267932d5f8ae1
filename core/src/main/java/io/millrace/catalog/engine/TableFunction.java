package io.millrace.catalog.engine;

import io.millrace.base.index.Seam;
import io.millrace.catalog.table.Table;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** The seam for table functions: numbers(10), file('x.csv'), ... Stateless. */
@Seam
public interface TableFunction {
    /** One sentence for {@code system.table_functions}. */
    String doc();

    /** Makes the table for constant arguments (an identifier arrives as a string constant of its text). */
    Table table(List<Argument> arguments, TableServices services);

    /** The same for functions that depend on the query's settings or time zone: those that read or write formats. */
    default Table table(List<Argument> arguments, TableServices services, BindContext context) {
        return table(arguments, services);
    }
}
