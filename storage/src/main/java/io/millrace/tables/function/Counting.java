package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.Argument;
import io.millrace.tables.NumbersTable;
import io.millrace.tables.ZerosTable;
import java.util.List;
import java.util.OptionalLong;

/** The tables of numbers(), zeros() and generate_series() for their arguments. Stateless. */
final class Counting {
    private Counting() {}

    static Table numbers(String name, List<Argument> list, boolean parallel) {
        TableArguments arguments = new TableArguments(name, list);
        long offset = arguments.size() > 1 ? arguments.unsigned(0) : 0;
        long step = arguments.size() > 2 ? arguments.unsigned(2) : 1;
        if (step == 0) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Table function " + name + " requires step to be a positive number");
        }
        OptionalLong count = switch (arguments.size()) {
            case 0 -> OptionalLong.empty();
            case 1 -> OptionalLong.of(arguments.unsigned(0));
            case 2 -> OptionalLong.of(arguments.unsigned(1));
            case 3 -> OptionalLong.of(steps(arguments.unsigned(1), step));
            default ->
                throw TableArguments.wrongCount("Table function '" + name + "' cannot have more than three params");
        };
        return new NumbersTable(definition(name, NumbersTable.header("number")), offset, step, count, parallel);
    }

    /** How many steps begin within a length: the quotient, rounded up. */
    private static long steps(long length, long step) {
        return Long.divideUnsigned(length, step) + (Long.remainderUnsigned(length, step) == 0 ? 0 : 1);
    }

    static Table zeros(String name, List<Argument> list, boolean parallel) {
        TableArguments arguments = new TableArguments(name, list);
        if (arguments.size() > 1) {
            throw TableArguments.wrongCount("Table function '" + name + "' cannot have more than one params");
        }
        OptionalLong count = arguments.size() == 0 ? OptionalLong.empty() : OptionalLong.of(arguments.unsigned(0));
        return new ZerosTable(definition(name, ZerosTable.HEADER), count, parallel);
    }

    static Table series(String name, List<Argument> list) {
        TableArguments arguments = new TableArguments(name, list);
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw TableArguments.wrongCount(
                    "Table function '" + name + "' requires 'start, stop' or 'start, stop, step'");
        }
        long start = arguments.unsigned(0);
        long stop = arguments.unsigned(1);
        long step = arguments.size() == 3 ? arguments.signed(2) : 1;
        if (step == 0) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Table function '" + name + "' requires step to be a non-zero number");
        }
        long length = step > 0 ? stop - start : start - stop;
        boolean empty = step > 0 ? Long.compareUnsigned(start, stop) > 0 : Long.compareUnsigned(start, stop) < 0;
        long distance = step == Long.MIN_VALUE ? step : Math.abs(step);
        long count = empty ? 0 : Long.divideUnsigned(length, distance) + 1;
        return new NumbersTable(
                definition(name, NumbersTable.header(name)), start, step, OptionalLong.of(count), false);
    }

    private static TableDefinition definition(String name, Header header) {
        return TableDefinition.simple(new TableId("_table_function", name), "SystemNumbers", header);
    }
}
