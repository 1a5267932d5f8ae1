package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import java.nio.charset.StandardCharsets;

/** Values of query parameters: text in TSV escaping, as a constant of the declared type. Never spliced into SQL. */
final class ParameterValues {
    private ParameterValues() {}

    static Expression constant(String name, DataType type, String text, Calls calls) {
        if (text.equals("\\N") && type.isNullable()) {
            return Literals.defaultOf(type);
        }
        // strings inside of containers are quoted, and keep their own escapes
        String plain = isContainer(type) ? text : unescape(text);
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        if (type.equals(Types.STRING)) {
            return Literals.string(bytes);
        }
        try {
            if (type instanceof DataType.MapType) {
                // there is no CAST from String to Map, but parameters may be maps
                return new Expression.Constant(type, read(type, bytes, calls.zone()));
            }
            return calls.cast(Literals.string(bytes), type);
        } catch (DbException e) {
            throw new DbException(
                    ErrorCode.BAD_QUERY_PARAMETER,
                    "Value " + text + " cannot be parsed as " + type.name() + " for query parameter '" + name
                            + "' because " + e.getMessage());
        }
    }

    private static Column read(DataType type, byte[] bytes, TimeZone zone) {
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        TextReader reader = TextReader.of(type, TextStyle.QUOTED, TextOptions.defaults(zone));
        reader.bind(builder);
        TextCursor cursor = new TextCursor().over(bytes, 0, bytes.length);
        reader.read(cursor);
        if (cursor.at < bytes.length) {
            throw new DbException(
                    ErrorCode.CANNOT_PARSE_TEXT, "there is text behind its end, at position " + cursor.at);
        }
        return builder.build();
    }

    private static boolean isContainer(DataType type) {
        return type instanceof DataType.ArrayType
                || type instanceof DataType.TupleType
                || type instanceof DataType.MapType;
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            plain.append(
                    switch (escaped) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case '0' -> '\0';
                        default -> escaped;
                    });
        }
        return plain.toString();
    }
}
