package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.Argument;
import io.millrace.tables.RandomTable;
import java.util.List;
import java.util.OptionalLong;

/** generateRandom('structure'[, seed[, max_string_length[, max_array_length]]]): random rows without end. */
@Builtin("generateRandom")
final class GenerateRandom implements TableFunction {
    private static final int DEFAULT_LENGTH = 10;
    private static final int LONGEST = 1 << 20;

    GenerateRandom() {}

    @Override
    public String doc() {
        return "Generates random rows of the given structure, without end; use LIMIT.";
    }

    @Override
    public Table table(List<Argument> list, TableServices services) {
        TableArguments arguments = new TableArguments("generateRandom", list);
        if (arguments.size() < 1 || arguments.size() > 4 || !arguments.isText(0)) {
            throw TableArguments.wrongCount("Table function 'generateRandom' requires at most four arguments: "
                    + "[structure, random_seed, max_string_length, max_array_length], and the structure first.");
        }
        Header header = Structure.parse(arguments.text(0, "structure"));
        OptionalLong seed = arguments.size() > 1 && !arguments.value(1).isNull(0)
                ? OptionalLong.of(arguments.optionalUnsigned(1, "random_seed", 0))
                : OptionalLong.empty();
        return new RandomTable(
                TableDefinition.simple(new TableId("_table_function", "generateRandom"), "GenerateRandom", header),
                seed,
                length(arguments, 2, "max_string_length"),
                length(arguments, 3, "max_array_length"));
    }

    private static int length(TableArguments arguments, int index, String what) {
        if (index >= arguments.size()) {
            return DEFAULT_LENGTH;
        }
        return Math.clamp(arguments.optionalUnsigned(index, what, DEFAULT_LENGTH), 0, LONGEST);
    }
}
