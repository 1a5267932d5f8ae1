package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.tables.NullTable;
import java.util.List;

/** null('structure'): a table without rows. */
@Builtin("null")
final class NullFunction implements TableFunction {
    NullFunction() {}

    @Override
    public String doc() {
        return "Returns a table of the given structure that has no rows and swallows inserts.";
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return nothing(arguments);
    }

    private static Table nothing(List<Argument> list) {
        TableArguments arguments = new TableArguments("null", list);
        if (arguments.size() > 1) {
            throw TableArguments.wrongCount("Table function 'null' requires 1 argument: structure");
        }
        String structure = arguments.size() == 0 ? "auto" : arguments.text(0, "structure");
        Header header = structure.equals("auto")
                ? Header.of(new Header.Field("dummy", Types.UINT8))
                : Structure.parse(structure);
        return new NullTable(TableDefinition.simple(new TableId("_table_function", "null"), "Null", header));
    }
}
