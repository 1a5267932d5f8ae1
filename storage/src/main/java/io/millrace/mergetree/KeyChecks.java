package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.structure.TableStructure;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a definition must fulfil before a table is made or altered. */
final class KeyChecks {
    private KeyChecks() {}

    static void check(TableStructure structure, MergeMode mode) {
        if (structure.stored().width() == 0) {
            throw new DbException(ErrorCode.EMPTY_LIST_OF_COLUMNS_PASSED, "Empty list of columns in CREATE query");
        }
        int primary = structure.primaryKey().size();
        if (primary > structure.sortKey().size()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Primary key must be a prefix of the sorting key, but it is longer than that");
        }
        for (int i = 0; i < primary; i++) {
            String primaryText = text(structure.definition().primaryKey().texts(), i);
            String sortText = text(structure.definition().orderBy().texts(), i);
            if (!structure.definition().primaryKey().isEmpty() && !primaryText.equals(sortText)) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Primary key must be a prefix of the sorting key, but the column in the position " + i + " is "
                                + primaryText + ", not " + sortText);
            }
        }
        if (mode.combines()) {
            checkAggregating(structure);
        }
    }

    private static String text(java.util.List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    /** As in 26.7, columns that are neither keys nor aggregates have no meaning in AggregatingMergeTree. */
    private static void checkAggregating(TableStructure structure) {
        Set<String> keys = new TreeSet<>();
        for (Expression key : structure.sortKey()) {
            ExpressionProgram.inputsOf(key)
                    .forEach(i -> keys.add(structure.stored().name(i)));
        }
        keys.addAll(structure.partition().minMaxColumns().keySet());
        for (Header.Field field : structure.stored().fields()) {
            boolean aggregate = field.type() instanceof DataType.AggregateStateType
                    || field.type() instanceof DataType.SimpleAggregateType;
            if (!aggregate && !keys.contains(field.name())) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Column `" + field.name() + "` of AggregatingMergeTree is neither in the sorting key nor of an"
                                + " AggregateFunction or SimpleAggregateFunction type");
            }
        }
    }

    /** A key's values cannot be cleared. */
    static void checkClear(TableStructure structure, String column) {
        if (keyColumns(structure).contains(column)) {
            throw new DbException(
                    ErrorCode.ALTER_OF_COLUMN_IS_FORBIDDEN,
                    "Trying to ALTER DROP key " + column + " column which is a part of key expression");
        }
    }

    /** The columns that keys are made of, and what the engine's rule uses. */
    private static Set<String> keyColumns(TableStructure structure) {
        Set<String> used = new TreeSet<>(structure.partition().minMaxColumns().keySet());
        for (Expression key : structure.sortKey()) {
            ExpressionProgram.inputsOf(key)
                    .forEach(i -> used.add(structure.stored().name(i)));
        }
        structure.definition().engineArguments().forEach(used::add);
        return used;
    }

    static void checkAlter(TableStructure structure, TableDefinition changed) {
        for (String name : keyColumns(structure)) {
            Optional<ColumnDefinition> before = structure.definition().findColumn(name);
            Optional<ColumnDefinition> after = changed.findColumn(name);
            if (before.isPresent() && after.isEmpty()) {
                throw new DbException(
                        ErrorCode.UNSUPPORTED_METHOD,
                        "Trying to ALTER DROP key " + name + " column which is a part of key expression");
            }
            if (before.isPresent()
                    && !TableStructure.sameBytes(
                            before.get().type(), after.orElseThrow().type())) {
                throw new DbException(
                        ErrorCode.ALTER_OF_COLUMN_IS_FORBIDDEN,
                        "ALTER of key column " + name + " from type "
                                + before.get().type().name() + " to type "
                                + after.get().type().name()
                                + " is not safe because it can change the representation of primary key");
            }
        }
    }
}
