package io.millrace.catalog.table;

import io.millrace.expressions.tree.Expression;
import java.util.List;

/**
 * ORDER BY, PRIMARY KEY or PARTITION BY of a table: its SQL text and its expressions, bound to the table's stored columns (in {@link
 * TableDefinition#storedHeader} order).
 *
 * @param texts one text per expression, as ClickHouse names the key columns
 */
public record KeyClause(String text, List<String> texts, List<Expression> expressions) {
    public static final KeyClause NONE = new KeyClause("", List.of(), List.of());

    public KeyClause {
        texts = List.copyOf(texts);
        expressions = List.copyOf(expressions);
    }

    public boolean isEmpty() {
        return expressions.isEmpty();
    }
}
