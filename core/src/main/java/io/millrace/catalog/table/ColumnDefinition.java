package io.millrace.catalog.table;

import io.millrace.data.type.DataType;
import java.util.Optional;

/**
 * One column of a table.
 *
 * @param defaultKind what happens when an INSERT does not name it
 * @param defaultText SQL text of its DEFAULT, MATERIALIZED or ALIAS expression; empty text when there is none
 * @param codec text of CODEC(...), empty for the table's default
 * @param ttl text of its TTL expression, or empty
 * @param comment or empty
 */
public record ColumnDefinition(
        String name,
        DataType type,
        DefaultKind defaultKind,
        String defaultText,
        String codec,
        String ttl,
        String comment) {
    /** How a column gets its value. */
    public enum DefaultKind {
        /** The value inserted, or the type's default. */
        NONE,
        DEFAULT,
        /** Always computed when rows are written; not in {@code SELECT *}. */
        MATERIALIZED,
        /** Never stored, computed when read; not in {@code SELECT *}. */
        ALIAS,
        /** Only an input for other defaults; never stored. */
        EPHEMERAL
    }

    public static ColumnDefinition of(String name, DataType type) {
        return new ColumnDefinition(name, type, DefaultKind.NONE, "", "", "", "");
    }

    /** Whether rows in storage have it. */
    public boolean isStored() {
        return defaultKind != DefaultKind.ALIAS && defaultKind != DefaultKind.EPHEMERAL;
    }

    /** Whether {@code SELECT *} shows it and an INSERT without column list expects it. */
    public boolean isOrdinary() {
        return defaultKind == DefaultKind.NONE || defaultKind == DefaultKind.DEFAULT;
    }

    /** The text of the default, if there is one. */
    public Optional<String> defaultExpression() {
        return defaultText.isEmpty() ? Optional.empty() : Optional.of(defaultText);
    }

    /** The codecs without the word CODEC and its brackets, as DESCRIBE shows them. */
    public String codecList() {
        return codec.isEmpty() ? "" : codec.substring("CODEC(".length(), codec.length() - 1);
    }
}
