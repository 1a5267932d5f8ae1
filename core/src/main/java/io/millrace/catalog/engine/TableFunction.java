package io.millrace.catalog.engine;

import io.millrace.base.index.Seam;
import io.millrace.catalog.table.Table;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;
import java.util.OptionalInt;

/** The seam for table functions: numbers(10), file('x.csv'), ... Stateless. */
@Seam
public interface TableFunction {
    /** One sentence for {@code system.table_functions}. */
    String doc();

    /**
     * Where among the arguments the columns are described, for functions that otherwise find them in data that an INSERT is yet to write: what is left out up to
     * there is {@code auto}.
     */
    default OptionalInt structureArgument() {
        return OptionalInt.empty();
    }

    /** Makes the table for constant arguments (an identifier arrives as a string constant of its text). */
    Table table(List<Argument> arguments, TableServices services);

    /** The same for functions that depend on the query's settings or time zone: those that read or write formats. */
    default Table table(List<Argument> arguments, TableServices services, BindContext context) {
        return table(arguments, services);
    }
}
