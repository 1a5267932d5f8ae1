package io.millrace.postgres.catalog;

import io.millrace.catalog.table.TableDefinition;

/** The text of a table's primary key, which is its sorting key unless it has one of its own. */
final class KeyText {
    private KeyText() {}

    static String of(TableDefinition definition) {
        String primary = String.join(", ", definition.primaryKey().texts());
        String text = primary.isEmpty() ? String.join(", ", definition.orderBy().texts()) : primary;
        return text;
    }
}
