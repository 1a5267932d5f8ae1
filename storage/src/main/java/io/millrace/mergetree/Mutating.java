package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Mutable.Mutation;
import io.millrace.catalog.ability.Mutable.RowChange;
import io.millrace.catalog.ability.Mutable.RowValue;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.commit.CommitLog;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.commit.RewrittenParts;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.index.Pruning;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.merge.MergeSource;
import io.millrace.mergetree.merge.NewValues;
import io.millrace.mergetree.merge.PartMerger;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.read.OpenFiles;
import io.millrace.mergetree.read.PartLease;
import io.millrace.mergetree.read.PartRows;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.structure.TableStructure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one mutation: parts with changed rows are written anew, all others are linked under their new names, and one record of the commit log puts them
 * in the place of the old ones. The caller keeps merges and drops away. Used once.
 */
final class Mutating {
    private static final Logger LOG = LoggerFactory.getLogger(Mutating.class);
    private static final String ROW_NUMBER = "_part_offset";
    private static final int BLOCK_ROWS = 65_536;

    private final TableStructure structure;
    private final MergeTreeSettings settings;
    private final TableServices services;
    private final CommitLog log;
    private final PartStore store;
    private final EvaluationContext context;

    private final Map<Part, PartName> added = new LinkedHashMap<>();
    private final List<Part> replaced = new ArrayList<>();
    private final List<Part> emptied = new ArrayList<>();

    Mutating(MergeTreeTable table, TableServices services, CommitLog log, PartStore store, EvaluationContext context) {
        this.structure = table.structure();
        this.settings = table.settings();
        this.services = services;
        this.log = log;
        this.store = store;
        this.context = context;
    }

    /** The columns that keys are made of, whose values order and place the rows. */
    private static Set<String> keyColumns(TableStructure structure) {
        Set<String> keys =
                new LinkedHashSet<>(structure.partition().minMaxColumns().keySet());
        for (Expression key : structure.sortKey()) {
            ExpressionProgram.inputsOf(key)
                    .forEach(i -> keys.add(structure.stored().name(i)));
        }
        keys.addAll(structure.definition().engineArguments());
        return keys;
    }

    static void checkUpdate(TableStructure structure, List<String> columns) {
        Set<String> keys = keyColumns(structure);
        for (String column : columns) {
            ColumnDefinition definition = structure
                    .definition()
                    .findColumn(column)
                    .filter(c -> structure.stored().find(column).isPresent())
                    .orElseThrow(() -> new DbException(
                            ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                            "There is no column `" + column + "` in table "
                                    + structure.definition().id()));
            if (keys.contains(column)) {
                throw new DbException(ErrorCode.CANNOT_UPDATE_COLUMN, "Cannot UPDATE key column `" + column + "`");
            }
            if (definition.defaultKind() == ColumnDefinition.DefaultKind.MATERIALIZED) {
                throw new DbException(
                        ErrorCode.CANNOT_UPDATE_COLUMN, "Cannot UPDATE materialized column `" + column + "`");
            }
        }
    }

    /** Changes the rows; returns the number of the mutation. */
    long run(Mutation mutation) {
        RowChange change = mutation.change().get();
        long number = store.beginMutation();
        PartStore.Leased leased = store.leaseActive();
        try (PartLease _ = leased.lease()) {
            List<Part> parts = leased.parts().parts().stream()
                    .filter(p -> p.name().maxBlock() < number)
                    .toList();
            Map<Part, PartSelection> selected = selected(change, parts);
            for (Part part : parts) {
                context.cancellation().check();
                PartName name = part.name().mutated(number);
                PartSelection selection = selected.get(part);
                if (selection == null || !changed(selection, name, change)) {
                    added.put(linked(part), name);
                    replaced.add(part);
                }
            }
            // the record may only name directories that last
            services.files().syncDirectory(store.directory());
            log.rewrite(new RewrittenParts(store, added, replaced, emptied));
            return number;
        } catch (RuntimeException e) {
            added.keySet().forEach(this::discard);
            throw e;
        } finally {
            store.endMutation(number);
        }
    }

    /** What keys and partitions leave of the parts. */
    private Map<Part, PartSelection> selected(RowChange change, List<Part> parts) {
        Optional<Expression> condition = change.condition().map(RowValue::expression);
        Map<Part, PartSelection> selected = new HashMap<>();
        new Pruning(structure, condition, context).select(parts).forEach(s -> selected.put(s.part(), s));
        return selected;
    }

    /** Writes a part anew if some of its rows change; false when there are none. One bit for each of its rows is held meanwhile. */
    private boolean changed(PartSelection selection, PartName name, RowChange change) {
        Part part = selection.part();
        int words = Math.toIntExact(part.rows() + 63 >>> 6);
        long bytes = 8L * words;
        context.memory().reserve(bytes);
        try (OpenFiles files = new OpenFiles()) {
            long[] rows = new long[words];
            if (!mark(rows, selection, change.condition(), files)) {
                return false;
            }
            rewrite(part, name, change.updated(), rows, files);
            return true;
        } finally {
            context.memory().release(bytes);
        }
    }

    /** Sets the bits of the rows that fulfil the condition; false when there are none. */
    private boolean mark(long[] marks, PartSelection selection, Optional<RowValue> condition, OpenFiles files) {
        List<Header.Field> columns =
                new ArrayList<>(condition.map(c -> c.inputs().fields()).orElse(List.of()));
        Header.Field number = new Header.Field(ROW_NUMBER, Types.UINT64);
        if (!columns.contains(number)) {
            columns.add(number);
        }
        int at = columns.indexOf(number);
        PartRows rows = new PartRows(
                structure,
                selection,
                new Header(columns),
                condition.map(RowValue::expression),
                RowMasks.NONE,
                files,
                BLOCK_ROWS,
                context);
        boolean any = false;
        for (Optional<Block> block = rows.next(); block.isPresent(); block = rows.next()) {
            context.cancellation().check();
            LongColumn numbers = (LongColumn) block.get().column(at).plain();
            for (int i = 0; i < numbers.rows(); i++) {
                long row = numbers.values()[i];
                marks[(int) (row >>> 6)] |= 1L << row;
            }
            any = true;
        }
        return any;
    }

    /** @param rows that change; used up */
    private void rewrite(Part part, PartName name, Map<String, RowValue> updated, long[] rows, OpenFiles files) {
        Path directory = store.directory().resolve(store.temporaryName("mut"));
        NewValues values = NewValues.NONE;
        RowMasks visible = RowMasks.NONE;
        if (updated.isEmpty()) {
            Arrays.setAll(rows, i -> ~rows[i]);
            visible = new RowMasks(Map.of(part, rows));
        } else {
            values = new NewValues(updated, rows);
        }
        try {
            MergeSource source = new MergeSource(
                    structure,
                    List.of(PartSelection.all(part)),
                    new MergeMode.Ordinary(),
                    false,
                    visible,
                    files,
                    context);
            Optional<Part> written = PartMerger.write(
                    source, values, directory, name, ColumnPlans.of(structure, settings), settings.profile());
            if (written.isPresent()) {
                added.put(written.get(), name);
                replaced.add(part);
            } else {
                emptied.add(part);
            }
        } catch (RuntimeException e) {
            deleteQuietly(directory);
            throw e;
        }
    }

    /** The same part in another directory: a mutation raises the data version of parts that it does not touch as well. */
    private Part linked(Part part) {
        Path directory = store.directory().resolve(store.temporaryName("mut"));
        services.files().createDirectories(directory);
        Part link = part.movedTo(directory, part.name());
        try {
            for (String file : services.files().list(part.directory())) {
                services.files().hardLink(part.directory().resolve(file), directory.resolve(file));
            }
            services.files().syncDirectory(directory);
            return link;
        } catch (RuntimeException e) {
            deleteQuietly(directory);
            throw e;
        }
    }

    private void discard(Part part) {
        deleteQuietly(part.directory());
    }

    private void deleteQuietly(Path directory) {
        try {
            services.files().deleteTree(directory);
        } catch (DbException e) {
            // the next start removes it
            LOG.warn("Cannot delete {}: {}", directory, e.getMessage());
        }
    }
}
