package io.millrace.engine;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSource;
import io.millrace.base.setting.Settings;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.QuerySettings;
import io.millrace.engine.session.Session;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The statement at the head of a request. */
final class RequestParser {
    private RequestParser() {}

    /** Parses the head of the request; the position of its source is then where an INSERT's data begins. */
    static ParsedStatement parse(QueryRequest request, Session session, Settings settings) {
        try {
            return parseHead(request, session, settings);
        } catch (OutOfMemoryError e) {
            throw DbException.of(e);
        }
    }

    private static ParsedStatement parseHead(QueryRequest request, Session session, Settings settings) {
        ByteSource text = request.text();
        int most = (int) Math.min(settings.get(QuerySettings.MAX_QUERY_SIZE), 1 << 30);
        boolean more = true;
        while (text.available() < most && more) {
            more = text.fill();
        }
        int length = Math.min(text.available(), most);
        byte[] prefix = new byte[length];
        System.arraycopy(text.array(), text.position(), prefix, 0, length);
        Map<String, String> parameters = parameters(request, session);
        ParserOptions parserOptions = new ParserOptions(
                Dialect.CLICKHOUSE,
                (int) (long) settings.get(QuerySettings.MAX_PARSER_DEPTH),
                ParserOptions.DEFAULT.maxTreeDepth(),
                ParserOptions.DEFAULT.maxElements(),
                parameters);
        ParsedStatement parsed = Parser.parseHead(prefix, length, text.available() > length || more, parserOptions);
        text.seek(text.position() + parsed.end());
        return parsed;
    }

    /** Values of {@code {name:Type}}: the session's with the request's on top. */
    static Map<String, String> parameters(QueryRequest request, Session session) {
        Map<String, String> parameters = new HashMap<>(session.parameters());
        parameters.putAll(request.parameters());
        return parameters;
    }

    /** The text of which nothing was parsed, as far as a statement may go. */
    static String unread(QueryRequest request, Settings settings) {
        ByteSource text = request.text();
        int length = (int) Math.min(text.available(), settings.get(QuerySettings.MAX_QUERY_SIZE));
        return new String(text.array(), text.position(), length, StandardCharsets.UTF_8);
    }

    /** What was parsed, without the data behind it, as it is shown to others. */
    static String text(QueryRequest request, ParsedStatement parsed) {
        ByteSource text = request.text();
        int end = text.position();
        int start = Math.max(0, end - parsed.end());
        return new String(text.array(), start, end - start, StandardCharsets.UTF_8);
    }
}
