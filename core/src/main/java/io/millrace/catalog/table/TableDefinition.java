package io.millrace.catalog.table;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.Suggestions;
import io.millrace.data.block.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a CREATE TABLE says, bound. Immutable; ALTER makes a new one.
 *
 * @param engineName for example {@code ReplacingMergeTree}
 * @param engineArguments texts of the engine's arguments: {@code [version, is_deleted]}
 * @param settings engine settings by name, as texts
 * @param createText the statement that SHOW CREATE TABLE prints and the metadata file holds
 */
public record TableDefinition(
        TableId id,
        UUID uuid,
        List<ColumnDefinition> columns,
        String engineName,
        List<String> engineArguments,
        KeyClause orderBy,
        KeyClause primaryKey,
        KeyClause partitionBy,
        String sampleBy,
        String ttl,
        Map<String, String> settings,
        String comment,
        String createText) {
    public TableDefinition {
        columns = List.copyOf(columns);
        engineArguments = List.copyOf(engineArguments);
        settings = Map.copyOf(settings);
    }

    /** A table of columns without keys: for table functions and system tables. */
    public static TableDefinition simple(TableId id, String engineName, Header header) {
        return new TableDefinition(
                id,
                new UUID(0, 0),
                header.fields().stream()
                        .map(f -> ColumnDefinition.of(f.name(), f.type()))
                        .toList(),
                engineName,
                List.of(),
                KeyClause.NONE,
                KeyClause.NONE,
                KeyClause.NONE,
                "",
                "",
                Map.of(),
                "",
                "");
    }

    /** The stored columns, in order: what {@link Table#scan} can deliver and writers take. */
    public Header storedHeader() {
        return new Header(columns.stream()
                .filter(ColumnDefinition::isStored)
                .map(c -> new Header.Field(c.name(), c.type()))
                .toList());
    }

    /** The column of that name, whatever its kind. */
    public Optional<ColumnDefinition> findColumn(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public ColumnDefinition column(String name) {
        return findColumn(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                        "No such column " + name + " in table " + id + " (" + uuid + ")."
                                + Suggestions.closest(
                                        name,
                                        columns.stream()
                                                .map(ColumnDefinition::name)
                                                .toList())));
    }
}
