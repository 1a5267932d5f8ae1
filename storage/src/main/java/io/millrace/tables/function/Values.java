package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Supertype;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.tables.BlockTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** values('structure', row, ...), values(row, ...): literal rows as a table. */
@Builtin("values")
final class Values implements TableFunction {
    /** One literal row. */
    private record Row(List<DataType> types, List<Column> values, boolean single) {}

    Values() {}

    @Override
    public String doc() {
        return "Returns a table of the given rows: tuples, or single values for one column. The first argument may name the columns.";
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return table(arguments, TimeZone.utc());
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services, BindContext context) {
        return table(arguments, TimeZone.of(context.zone().getId()));
    }

    private static Table table(List<Argument> list, TimeZone zone) {
        TableArguments arguments = new TableArguments("values", list);
        if (arguments.size() == 0) {
            throw new DbException(
                    ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION, "Table function 'values' requires at least 1 argument");
        }
        Optional<Header> structure = arguments.size() > 1 && arguments.isText(0)
                ? Structure.tryParse(arguments.text(0, "structure"))
                : Optional.empty();
        List<Row> rows = new ArrayList<>();
        for (int i = structure.isPresent() ? 1 : 0; i < arguments.size(); i++) {
            rows.add(row(arguments, i));
        }
        Header header = structure.orElseGet(() -> commonHeader(rows));
        ValueConversion conversion = new ValueConversion(zone);
        ColumnBuilder[] builders = header.newBuilders(rows.size());
        for (Row row : rows) {
            append(row, header, conversion, builders);
        }
        return new BlockTable("values", header, List.of(Block.of(header, builders)));
    }

    private static Row row(TableArguments arguments, int index) {
        Column value = arguments.value(index);
        if (arguments.type(index) instanceof DataType.TupleType tuple && value instanceof TupleColumn columns) {
            return new Row(tuple.elements(), columns.elements(), false);
        }
        return new Row(List.of(arguments.type(index)), List.of(value), true);
    }

    private static Header commonHeader(List<Row> rows) {
        int width = rows.getFirst().types().size();
        if (rows.stream().anyMatch(row -> row.types().size() != width)) {
            throw new DbException(
                    ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
                    "Cannot determine a common structure for values function arguments: the amount of columns is different"
                            + " for different arguments");
        }
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int column = i;
            List<DataType> types =
                    rows.stream().map(row -> row.types().get(column)).toList();
            fields.add(new Header.Field("c" + (i + 1), Supertype.leastOrThrow(types)));
        }
        return new Header(fields);
    }

    private static void append(Row row, Header header, ValueConversion conversion, ColumnBuilder[] builders) {
        if (row.single() && header.width() != 1) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Table function VALUES requires all but the first argument (rows specification) to be either tuples or"
                            + " single values");
        }
        if (!row.single() && header.width() == 1 && row.types().size() != 1) {
            throw new DbException(
                    ErrorCode.TYPE_MISMATCH,
                    "Type mismatch in IN or VALUES section. Expected: "
                            + header.type(0).name() + ". Got: Tuple");
        }
        if (row.types().size() != header.width()) {
            throw new DbException(
                    ErrorCode.INCORRECT_NUMBER_OF_COLUMNS,
                    "Values table function requires all rows amount of elements to be the same as number of columns: "
                            + header.width() + ", got " + row.types().size());
        }
        for (int i = 0; i < builders.length; i++) {
            conversion.append(row.values().get(i), row.types().get(i), header.type(i), builders[i]);
        }
    }
}
