package io.millrace.functions.aggregate;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.function.Functions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Aggregate calls written as SQL text, over named columns: enough to replay recorded answers without a query engine. */
final class AggregateFixture {
    static final Functions FUNCTIONS = new Functions();

    /** A named column. */
    record Input(DataType type, Column column) {}

    private final Map<String, Input> inputs = new LinkedHashMap<>();
    final int rows;

    AggregateFixture(int rows) {
        this.rows = rows;
    }

    AggregateFixture with(String name, String type, Column column) {
        inputs.put(name, new Input(TypeParser.parse(type), column));
        return this;
    }

    /** The rows of the state vectors. */
    static AggregateFixture vectorRows() {
        AggregateFixture f = new AggregateFixture(3);
        byte[] u8 = {1, 2, 3};
        int[] i32 = {-5, 7, 7};
        f.with("u8", "UInt8", new ByteColumn(u8, 3));
        f.with("i32", "Int32", new IntColumn(i32, 3));
        f.with("f", "Float64", new DoubleColumn(new double[] {1.5, 2.5, -0.5}, 3));
        f.with("f32", "Float32", new FloatColumn(new float[] {1.5f, 2.5f, -0.5f}, 3));
        f.with("s", "String", StringColumn.of("b", "a", ""));
        f.with(
                "n",
                "Nullable(UInt16)",
                new NullableColumn(new byte[] {1, 0, 0}, new ShortColumn(new short[] {0, 10, 20}, 3)));
        f.with("d", "Decimal(18, 2)", new LongColumn(new long[] {150, 250, -50}, 3));
        f.with("dt", "Date", new ShortColumn(new short[] {19724, 19725, 19726}, 3));
        f.with("dt2", "DateTime('UTC')", new IntColumn(new int[] {1704067201, 1704067202, 1704067203}, 3));
        f.with("b", "UInt8", new ByteColumn(new byte[] {0, 1, 0}, 3));
        f.with("u8>1", "UInt8", new ByteColumn(new byte[] {0, 1, 1}, 3));
        f.with("u8%2", "UInt8", new ByteColumn(new byte[] {1, 0, 1}, 3));
        f.with("u8=1", "UInt8", new ByteColumn(new byte[] {1, 0, 0}, 3));
        f.with("u8=2", "UInt8", new ByteColumn(new byte[] {0, 1, 0}, 3));
        f.with("[u8,1]", "Array(UInt8)", pairs(new ByteColumn(new byte[] {1, 1, 2, 1, 3, 1}, 6)));
        f.with("[u8,2]", "Array(UInt8)", pairs(new ByteColumn(new byte[] {1, 2, 2, 2, 3, 2}, 6)));
        f.with("[i32,2]", "Array(Int32)", pairs(new IntColumn(new int[] {-5, 2, 7, 2, 7, 2}, 6)));
        f.with("[u8]", "Array(UInt8)", new ArrayColumn(new int[] {0, 1, 2, 3}, new ByteColumn(u8, 3), 3));
        f.with("[i32]", "Array(Int32)", new ArrayColumn(new int[] {0, 1, 2, 3}, new IntColumn(i32, 3), 3));
        f.with(
                "(u8,s)",
                "Tuple(UInt8, String)",
                new TupleColumn(List.of(new ByteColumn(u8, 3), StringColumn.of("b", "a", "")), 3));
        return f;
    }

    private static Column pairs(Column elements) {
        return new ArrayColumn(new int[] {0, 2, 4, 6}, elements, 3);
    }

    /** A call such as {@code quantile(0.9)(x)}, bound, with its argument columns. */
    record Call(BoundAggregate bound, Column[] arguments) {}

    Call call(String text) {
        int open = text.indexOf('(');
        String name = text.substring(0, open);
        int close = matching(text, open);
        List<Parameter> parameters = List.of();
        String arguments = text.substring(open + 1, close);
        if (close + 1 < text.length()) {
            parameters =
                    split(arguments).stream().map(AggregateFixture::parameter).toList();
            arguments = text.substring(close + 2, text.length() - 1);
        }
        List<DataType> types = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (String argument : split(arguments)) {
            Input input = inputs.get(argument);
            if (input == null) {
                throw new IllegalArgumentException("no input " + argument);
            }
            types.add(input.type());
            columns.add(input.column());
        }
        return new Call(FUNCTIONS.bindAggregate(name, parameters, types), columns.toArray(Column[]::new));
    }

    /** The state after all rows in one group, added at once. */
    GroupedState run(Call call) {
        GroupedState state = call.bound().newState();
        state.resize(1);
        state.addRange(0, call.arguments(), 0, rows);
        return state;
    }

    private static int matching(String text, int open) {
        int depth = 0;
        for (int i = open; ; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (quoted) {
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i).trim());
                from = i + 1;
            }
        }
        if (!text.isEmpty()) {
            parts.add(text.substring(from).trim());
        }
        return parts;
    }

    static Parameter parameter(String text) {
        if (text.startsWith("'")) {
            return new Parameter(Types.STRING, StringColumn.of(text.substring(1, text.length() - 1)), text);
        }
        if (text.contains(".")) {
            return new Parameter(Types.FLOAT64, new DoubleColumn(new double[] {Double.parseDouble(text)}, 1), text);
        }
        return new Parameter(Types.UINT64, new LongColumn(new long[] {Long.parseLong(text)}, 1), text);
    }

    static String hex(GroupedState state, int group) {
        ByteSink sink = new ByteSink();
        state.write(group, sink);
        return java.util.HexFormat.of().withUpperCase().formatHex(sink.toByteArray());
    }

    static String text(DataType type, Column column, int row) {
        TextWriter writer = TextWriter.of(type, TextStyle.ESCAPED, TextOptions.defaults(TimeZone.of("UTC")));
        writer.bind(column);
        ByteSink out = new ByteSink();
        writer.write(row, out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    /** One row of a column as a column. */
    static Column one(DataType type, Column column, int row) {
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        builder.append(column, row);
        return builder.build();
    }
}
