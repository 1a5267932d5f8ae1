package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.LiteralValue.MapValue;
import io.millrace.sql.ast.LiteralValue.StringValue;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the setting {@code http_response_headers}: a map of strings such as {@code {'X-Name':'value'}}. Stateless. */
final class HeaderMap {
    private HeaderMap() {}

    static Map<String, String> read(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (!text.isBlank()) {
            for (LiteralValue.Entry entry : map(text).entries()) {
                if (!(entry.key() instanceof StringValue name && entry.value() instanceof StringValue value)) {
                    throw unreadable(text);
                }
                lines.put(
                        new String(name.bytes(), StandardCharsets.UTF_8),
                        new String(value.bytes(), StandardCharsets.UTF_8));
            }
        }
        return lines;
    }

    /** A map can stand where a setting's value stands. */
    private static MapValue map(String text) {
        try {
            if (Parser.parse("SET value = " + text, Dialect.CLICKHOUSE).statement() instanceof Statement.Set set
                    && set.changes().size() == 1
                    && set.changes().getFirst().value().orElse(new LiteralValue.NullValue()) instanceof MapValue map) {
                return map;
            }
        } catch (DbException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static DbException unreadable(String text) {
        return new DbException(
                ErrorCode.BAD_ARGUMENTS,
                "Cannot read http_response_headers: expected a map like {'X-Name':'value'}, got " + text);
    }
}
