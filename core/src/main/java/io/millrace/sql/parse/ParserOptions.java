package io.millrace.sql.parse;

import io.millrace.sql.lexer.Dialect;
import java.util.Map;

/**
 * How to parse: the dialect, the limits and the values of query parameters of type Identifier.
 *
 * @param maxDepth how deep brackets and queries may nest ({@code max_parser_depth})
 * @param maxTreeDepth how high an expression's tree may be ({@code max_ast_depth})
 * @param maxElements how many elements the tree may have ({@code max_ast_elements}); 0 is no limit
 * @param identifiers values for parameters such as {@code {name:Identifier}}, by name
 */
public record ParserOptions(
        Dialect dialect, int maxDepth, int maxTreeDepth, int maxElements, Map<String, String> identifiers) {
    /** Twenty times as many as ClickHouse takes without being told; values in lists of constants do not count. */
    private static final int MOST_ELEMENTS = 1_000_000;

    public static final ParserOptions DEFAULT =
            new ParserOptions(Dialect.CLICKHOUSE, 1000, 1000, MOST_ELEMENTS, Map.of());

    public ParserOptions {
        identifiers = Map.copyOf(identifiers);
    }

    public ParserOptions withDialect(Dialect other) {
        return new ParserOptions(other, maxDepth, maxTreeDepth, maxElements, identifiers);
    }

    public ParserOptions withIdentifiers(Map<String, String> values) {
        return new ParserOptions(dialect, maxDepth, maxTreeDepth, maxElements, values);
    }
}
