package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import java.util.List;
import java.util.OptionalLong;

/** The engine GenerateRandom([seed[, max_string_length[, max_array_length]]]): rows without end, made when they are read. */
@Builtin("GenerateRandom")
final class GenerateRandomEngine implements TableEngine {
    private static final int DEFAULT_LENGTH = 10;

    GenerateRandomEngine() {}

    @Override
    public String doc() {
        return "Produces random rows of the table's structure without end; nothing is stored.";
    }

    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        List<String> arguments = definition.engineArguments();
        if (arguments.size() > 3) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Storage GenerateRandom requires at most three arguments: random_seed, max_string_length, max_array_length");
        }
        OptionalLong seed = arguments.isEmpty() || arguments.getFirst().equalsIgnoreCase("NULL")
                ? OptionalLong.empty()
                : OptionalLong.of(number(arguments.getFirst()));
        int strings = arguments.size() > 1 ? (int) Math.min(number(arguments.get(1)), 1 << 20) : DEFAULT_LENGTH;
        int arrays = arguments.size() > 2 ? (int) Math.min(number(arguments.get(2)), 1 << 20) : DEFAULT_LENGTH;
        return new RandomTable(definition, seed, strings, arrays);
    }

    private static long number(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Arguments of GenerateRandom must be whole numbers, got " + text, e);
        }
    }
}
