package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Values of query parameters: one field of TabSeparated each, as a constant of the declared type. Never spliced into SQL.
 */
final class ParameterValues {
    /** No value of one word is longer, and what stands before its bad end is told only up to there. */
    private static final int LONGEST_WORD = 100;

    private ParameterValues() {}

    /**
     * @param written the declared type
     * @throws DbException UNKNOWN_TYPE; BAD_QUERY_PARAMETER when only the beginning of the text is a value, otherwise what the type's reader says
     */
    static Expression constant(String name, String written, String text, TimeZone zone) {
        DataType type = TypeParser.parse(written);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // What stands inside of containers is quoted and keeps its own escapes.
        boolean container = isContainer(type);
        TextReader reader = TextReader.of(
                type,
                container ? TextStyle.QUOTED : TextStyle.ESCAPED,
                TextOptions.defaults(zone).withBasicDates());
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        int read;
        try {
            if (bytes.length == 0 && isNumber(type)) {
                throw new DbException(ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
            }
            read = read(reader, builder, bytes, bytes.length, container);
        } catch (DbException e) {
            boolean cutShort = hasEnd(type) && e.code() != ErrorCode.ARGUMENT_OUT_OF_BOUND;
            Optional<Integer> good = cutShort ? beginning(type, reader, bytes) : Optional.empty();
            throw good.map(length -> incomplete(name, written, text, bytes, length))
                    .orElseGet(() -> new DbException(
                            e.code(),
                            e.getMessage() + ": value " + text + " cannot be parsed as " + written
                                    + " for query parameter '" + name + "'"));
        }
        if (read < bytes.length) {
            throw incomplete(name, written, text, bytes, read);
        }
        return new Expression.Constant(type, builder.build());
    }

    private static int read(TextReader reader, ColumnBuilder builder, byte[] bytes, int length, boolean container) {
        reader.bind(builder);
        // A word ends before a tab or a line feed.
        byte[] ended = container ? bytes : Arrays.copyOf(bytes, length + 1);
        if (!container) {
            ended[length] = '\n';
        }
        TextCursor cursor = new TextCursor().over(ended, 0, ended.length);
        reader.read(cursor);
        return cursor.at;
    }

    /** How many bytes at the beginning are a value; numbers also have one in none at all. */
    private static Optional<Integer> beginning(DataType type, TextReader reader, byte[] bytes) {
        for (int length = Math.min(bytes.length - 1, LONGEST_WORD); length > 0; length--) {
            try {
                read(reader, ColumnBuilder.of(type, 1), bytes, length, false);
                return Optional.of(length);
            } catch (DbException notYet) {
                // a shorter one, perhaps
            }
        }
        return bytes.length > 0 && isNumber(type) ? Optional.of(0) : Optional.empty();
    }

    private static DbException incomplete(String name, String type, String text, byte[] bytes, int read) {
        return new DbException(
                ErrorCode.BAD_QUERY_PARAMETER,
                "Value " + text + " cannot be parsed as " + type + " for query parameter '" + name
                        + "' because it isn't parsed completely: only " + read + " of " + bytes.length
                        + " bytes was parsed: " + new String(bytes, 0, read, StandardCharsets.UTF_8));
    }

    private static boolean isContainer(DataType type) {
        return type instanceof DataType.ArrayType
                || type instanceof DataType.TupleType
                || type instanceof DataType.MapType;
    }

    private static boolean isNumber(DataType type) {
        return plain(type) instanceof DataType.IntegerType || plain(type) instanceof DataType.DecimalType;
    }

    /** Whether a value of the type ends where what follows cannot be a part of it. */
    private static boolean hasEnd(DataType type) {
        return isNumber(type)
                || switch (plain(type)) {
                    case DataType.FloatType f -> true;
                    case DataType.DateType d -> true;
                    case DataType.Date32Type d -> true;
                    case DataType.DateTimeType d -> true;
                    case DataType.DateTime64Type d -> true;
                    case DataType.UuidType u -> true;
                    default -> false;
                };
    }

    private static DataType plain(DataType type) {
        return Types.withoutNullable(
                type instanceof DataType.LowCardinalityType dictionary ? dictionary.nested() : type);
    }
}
