package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.Suggestions;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Header;
import io.millrace.engine.metadata.DefinitionReader;
import io.millrace.engine.metadata.MetadataStore;
import io.millrace.engine.metadata.RenamedColumns;
import io.millrace.engine.metadata.SortingKeys;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.CreateStatement.Storage;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.ast.TableElement.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The definition of a table while an ALTER changes it: the parts of its CREATE TABLE, and what became of the columns that were there. Used once. */
final class DefinitionDraft {
    /** What the parts that are there were written by. */
    private static final Set<String> FIXED_SETTINGS = Set.of("index_granularity", "index_granularity_bytes");

    private final TableDefinition definition;
    private final List<TableElement> elements;
    private final List<SettingChange> settings;
    private Storage storage;
    private String comment;
    private boolean changed;

    /** By present name of each column that was there before its name then. */
    private final Map<String, String> origins = new HashMap<>();

    DefinitionDraft(TableDefinition definition) {
        this.definition = definition;
        CreateStatement.CreateTable create = DefinitionReader.createTable(definition);
        elements = new ArrayList<>(create.elements());
        storage = create.storage();
        settings = new ArrayList<>(storage.settings());
        comment = definition.comment();
        definition.storedHeader().fields().forEach(f -> origins.put(f.name(), f.name()));
    }

    /** Puts the changed definition in force, unless IF EXISTS left nothing to do. */
    void store(Table table, MetadataStore store, AnalysisContext context) {
        if (!changed) {
            return;
        }
        if (TableElement.columns(elements).isEmpty()) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Cannot drop or clear all columns");
        }
        store.alter(table, bound(context), columnChanges());
    }

    private TableDefinition bound(AnalysisContext context) {
        Storage altered = new Storage(
                storage.engine(),
                storage.partitionBy(),
                storage.primaryKey(),
                storage.orderBy(),
                storage.sampleBy(),
                storage.ttl(),
                settings);
        try {
            return new DefinitionReader(context).altered(definition, elements, altered, comment);
        } catch (DbException e) {
            Set<String> gone = gone();
            if (e.code() == ErrorCode.UNKNOWN_IDENTIFIER
                    && !gone.isEmpty()
                    && definition.orderBy().texts().stream().noneMatch(gone::contains)) {
                throw new DbException(
                        ErrorCode.ILLEGAL_COLUMN,
                        "Cannot drop column " + String.join(", ", gone)
                                + ", because other columns or keys depend on it");
            }
            throw e;
        }
    }

    private Set<String> gone() {
        Set<String> gone = new HashSet<>(definition.storedHeader().names());
        gone.removeAll(origins.values());
        return gone;
    }

    private Map<String, Optional<String>> columnChanges() {
        Map<String, Optional<String>> changes = new HashMap<>();
        gone().forEach(name -> changes.put(name, Optional.empty()));
        origins.forEach((now, before) -> {
            if (!now.equals(before)) {
                changes.put(before, Optional.of(now));
            }
        });
        return changes;
    }

    // ---- commands

    void apply(AlterStatement.Command command) {
        switch (command) {
            case AlterStatement.AddColumn add -> add(add);
            case AlterStatement.DropColumn drop -> drop(drop);
            case AlterStatement.RenameColumn rename -> rename(rename);
            case AlterStatement.ModifyColumn modify -> modify(modify);
            case AlterStatement.RemoveColumnProperty remove -> remove(remove);
            case AlterStatement.CommentColumn column -> {
                if (isThere(column.name(), column.ifExists(), "modify")) {
                    replace(
                            column.name(),
                            old -> ColumnChanges.with(
                                    old, old.defaultValue(), comment(column.comment()), old.codec(), old.ttl()));
                }
            }
            case AlterStatement.AddIndex index -> addElement(index.ifNotExists(), index.index());
            case AlterStatement.DropElement drop -> dropElement(drop);
            case AlterStatement.ModifyOrderBy order -> orderBy(order);
            case AlterStatement.ModifyTtl ttl -> ttl(ttl.elements());
            case AlterStatement.RemoveTtl remove -> ttl(List.of());
            case AlterStatement.ModifyComment table -> {
                comment = table.comment();
                changed = true;
            }
            case AlterStatement.ModifySetting setting -> {
                for (SettingChange change : setting.settings()) {
                    if (FIXED_SETTINGS.contains(change.name())) {
                        throw new DbException(
                                ErrorCode.READONLY_SETTING,
                                "Setting '" + change.name() + "' is readonly for storage '" + definition.engineName()
                                        + "'");
                    }
                    settings.removeIf(s -> s.name().equals(change.name()));
                    settings.add(change);
                }
                changed = true;
            }
            case AlterStatement.ResetSetting reset ->
                changed |= settings.removeIf(s -> reset.names().contains(s.name()));
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED,
                        "ALTER TABLE with " + command.getClass().getSimpleName() + " is not supported by this version");
        }
    }

    private void add(AlterStatement.AddColumn add) {
        String name = add.column().name();
        if (indexOf(name) >= 0) {
            if (!add.ifNotExists()) {
                throw new DbException(
                        ErrorCode.DUPLICATE_COLUMN,
                        "Cannot add column " + name + ": column with this name already exists");
            }
            return;
        }
        elements.add(positionFor(add.place()), add.column());
        changed = true;
    }

    private void drop(AlterStatement.DropColumn drop) {
        if (isThere(drop.name(), drop.ifExists(), "drop")) {
            elements.remove(indexOf(drop.name()));
            origins.remove(drop.name());
            changed = true;
        }
    }

    private void rename(AlterStatement.RenameColumn rename) {
        if (!isThere(rename.from(), rename.ifExists(), "rename")) {
            return;
        }
        if (indexOf(rename.to()) >= 0) {
            throw new DbException(
                    ErrorCode.DUPLICATE_COLUMN,
                    "Cannot rename to `" + rename.to() + "`: column with this name already exists");
        }
        if (keyColumns().contains(rename.from())) {
            throw new DbException(
                    ErrorCode.ALTER_OF_COLUMN_IS_FORBIDDEN,
                    "Trying to ALTER RENAME key " + rename.from() + " column which is a part of key expression");
        }
        if (!nestOf(rename.from()).equals(nestOf(rename.to()))) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    nestOf(rename.from()).isEmpty() || nestOf(rename.to()).isEmpty()
                            ? "Cannot rename column from nested struct to normal column and vice versa."
                            : "Cannot rename column from one nested name to another");
        }
        RenamedColumns names = new RenamedColumns(rename.from(), rename.to());
        elements.replaceAll(names::element);
        storage = names.storage(storage);
        Optional.ofNullable(origins.remove(rename.from())).ifPresent(o -> origins.put(rename.to(), o));
        changed = true;
    }

    private static String nestOf(String column) {
        int dot = column.indexOf('.');
        return dot < 0 ? "" : column.substring(0, dot);
    }

    private Set<String> keyColumns() {
        Header stored = definition.storedHeader();
        Set<String> names = new HashSet<>(definition.engineArguments());
        Stream.of(definition.orderBy(), definition.partitionBy())
                .map(KeyClause::expressions)
                .flatMap(List::stream)
                .flatMap(e -> ExpressionProgram.inputsOf(e).stream())
                .forEach(i -> names.add(stored.name(i)));
        return names;
    }

    private void modify(AlterStatement.ModifyColumn modify) {
        String name = modify.column().name();
        if (!isThere(name, modify.ifExists(), "modify")) {
            return;
        }
        replace(name, old -> ColumnChanges.merged(old, modify.column()));
        if (!(modify.place() instanceof AlterStatement.Unplaced)) {
            TableElement column = elements.remove(indexOf(name));
            elements.add(positionFor(modify.place()), column);
        }
    }

    private void remove(AlterStatement.RemoveColumnProperty remove) {
        if (!isThere(remove.name(), remove.ifExists(), "modify")) {
            return;
        }
        Column old = (Column) elements.get(indexOf(remove.name()));
        if (!ColumnChanges.has(old, remove.property())) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Column `" + remove.name() + "` doesn't have " + remove.property() + ", cannot remove it");
        }
        replace(remove.name(), column -> ColumnChanges.without(column, remove.property()));
    }

    private void addElement(boolean ifNotExists, TableElement.Index index) {
        boolean there = elements.stream()
                .anyMatch(e -> e instanceof TableElement.Index i && i.name().equals(index.name()));
        if (there && !ifNotExists) {
            throw new DbException(
                    ErrorCode.ILLEGAL_COLUMN,
                    "Cannot add index " + index.name() + ": index with this name already exists");
        }
        if (!there) {
            elements.add(index);
            changed = true;
        }
    }

    private void dropElement(AlterStatement.DropElement drop) {
        if (drop.kind() != AlterStatement.ElementKind.INDEX) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED, "ALTER TABLE DROP " + drop.kind() + " is not supported by this version");
        }
        boolean dropped = elements.removeIf(
                e -> e instanceof TableElement.Index i && i.name().equals(drop.name()));
        if (!dropped && !drop.ifExists()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Wrong index name. Cannot find index `" + drop.name() + "` to drop");
        }
        changed |= dropped;
    }

    /** Rows that are there stay sorted: only columns that this ALTER adds, which are constant in them, may come behind the old key. */
    private void orderBy(AlterStatement.ModifyOrderBy order) {
        Storage old = storage;
        CreateStatement.OrderKey key = SortingKeys.orderKey(order.key());
        List<String> texts = SortingKeys.texts(key);
        List<String> before = definition.orderBy().texts();
        boolean keeps =
                texts.size() >= before.size() && texts.subList(0, before.size()).equals(before);
        boolean onlyNew = keeps
                && texts.subList(before.size(), texts.size()).stream()
                        .allMatch(
                                t -> indexOf(t) >= 0 && definition.findColumn(t).isEmpty());
        if (!onlyNew) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "The new sorting key must begin with the old one, and what follows must be columns that the same ALTER adds");
        }
        storage = new Storage(
                old.engine(),
                old.partitionBy(),
                old.primaryKey().or(() -> old.orderBy().map(SortingKeys::keyOf)),
                Optional.of(key),
                old.sampleBy(),
                old.ttl(),
                old.settings());
        changed = true;
    }

    private void ttl(List<CreateStatement.TtlElement> ttl) {
        Storage old = storage;
        if (ttl.isEmpty() && old.ttl().isEmpty()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Table doesn't have any table TTL expression, cannot remove");
        }
        storage = new Storage(
                old.engine(), old.partitionBy(), old.primaryKey(), old.orderBy(), old.sampleBy(), ttl, old.settings());
        changed = true;
    }

    // ---- columns

    /** Position of a column among the elements, or -1. */
    private int indexOf(String column) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Column c && c.name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isThere(String column, boolean ifExists, String what) {
        if (indexOf(column) < 0 && !ifExists) {
            throw unknownColumn(column, definition, what);
        }
        return indexOf(column) >= 0;
    }

    static DbException unknownColumn(String column, TableDefinition definition, String what) {
        return new DbException(
                ErrorCode.NOT_FOUND_COLUMN_IN_BLOCK,
                "Wrong column name. Cannot find column `" + column + "` to " + what + "."
                        + Suggestions.closest(
                                column,
                                definition.columns().stream()
                                        .map(ColumnDefinition::name)
                                        .toList()));
    }

    private int positionFor(AlterStatement.Place place) {
        return switch (place) {
            case AlterStatement.Unplaced u -> TableElement.columns(elements).size();
            case AlterStatement.First f -> 0;
            case AlterStatement.After after -> {
                int index = indexOf(after.name());
                if (index < 0) {
                    throw new DbException(
                            ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                            "There is no column with name `" + after.name() + "` in table " + definition.id());
                }
                yield index + 1;
            }
        };
    }

    private interface Change {
        Column of(Column old);
    }

    private void replace(String column, Change change) {
        int index = indexOf(column);
        elements.set(index, change.of((Column) elements.get(index)));
        changed = true;
    }

    private static Optional<String> comment(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
