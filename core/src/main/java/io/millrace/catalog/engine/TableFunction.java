package io.millrace.catalog.engine;

import io.millrace.base.index.Seam;
import io.millrace.catalog.table.Table;
import io.millrace.expressions.function.Argument;
import java.util.List;

/** The seam for table functions: numbers(10), file('x.csv'), ... Stateless. */
@Seam
public interface TableFunction {
    /** One sentence for {@code system.table_functions}. */
    String doc();

    /** Makes the table for constant arguments (an identifier arrives as a string constant of its text). */
    Table table(List<Argument> arguments, TableServices services);
}
