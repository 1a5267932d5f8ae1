package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Mutable.Mutation;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.commit.CommitLog;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.commit.RewrittenParts;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.merge.MergeSource;
import io.millrace.mergetree.merge.NewValues;
import io.millrace.mergetree.merge.PartMerger;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.read.OpenFiles;
import io.millrace.mergetree.read.PartLease;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.structure.TableStructure;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private final TableStructure structure;
    private final MergeTreeSettings settings;
    private final TableServices services;
    private final CommitLog log;
    private final PartStore store;
    private final EvaluationContext context;

    private final Map<Part, PartName> added = new LinkedHashMap<>();
    private final List<Part> replaced = new ArrayList<>();
    private final List<Part> emptied = new ArrayList<>();

    /** Rows of one part that change. */
    private record Change(long[] visible, NewValues values) {}

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
        long number = store.beginMutation();
        PartStore.Leased leased = store.leaseActive();
        try (PartLease _ = leased.lease()) {
            List<Part> parts = leased.parts().parts().stream()
                    .filter(p -> p.name().maxBlock() < number)
                    .toList();
            Map<String, Change> changes = changes(mutation, parts);
            for (Part part : parts) {
                context.cancellation().check();
                PartName name = part.name().mutated(number);
                Change change = changes.get(part.name().toString());
                if (change == null) {
                    added.put(linked(part), name);
                    replaced.add(part);
                } else {
                    rewrite(part, name, change);
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

    private void rewrite(Part part, PartName name, Change change) {
        Path directory = store.directory().resolve(store.temporaryName("mut"));
        try (OpenFiles files = new OpenFiles()) {
            MergeSource source = new MergeSource(
                    structure,
                    List.of(PartSelection.all(part)),
                    new MergeMode.Ordinary(),
                    false,
                    change.visible().length == 0 ? RowMasks.NONE : new RowMasks(Map.of(part, change.visible())),
                    files,
                    context);
            Optional<Part> written = PartMerger.write(
                    source, change.values(), directory, name, ColumnPlans.of(structure, settings), settings.profile());
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

    // ---- what changes ----

    private Map<String, Change> changes(Mutation mutation, List<Part> parts) {
        Map<String, Part> byName = new HashMap<>();
        parts.forEach(p -> byName.put(p.name().toString(), p));
        Map<String, DataType> types = new LinkedHashMap<>();
        mutation.updated()
                .forEach(c ->
                        types.put(c, structure.stored().type(structure.stored().index(c))));
        Map<String, Change> changes = new HashMap<>();
        for (Block block : mutation.rows().get()) {
            add(block, mutation.updated(), types, byName, changes);
        }
        return changes;
    }

    /** Rows of one block come in runs of the same part; rows of parts that are too new are left alone. */
    private static void add(
            Block block,
            List<String> updated,
            Map<String, DataType> types,
            Map<String, Part> parts,
            Map<String, Change> changes) {
        Column names = plain(block.column(0));
        long[] numbers = ((LongColumn) block.column(1).plain()).values();
        int from = 0;
        while (from < block.rows()) {
            int to = from + 1;
            while (to < block.rows() && sameName(names, from, to)) {
                to++;
            }
            Part part = parts.get(name(names, from));
            if (part != null) {
                Change change = changes.computeIfAbsent(part.name().toString(), n -> newChange(part, updated, types));
                mark(change, numbers, from, to);
                for (int i = 0; i < updated.size(); i++) {
                    change.values().addValues(updated.get(i), plain(block.column(2 + i)), from, to);
                }
            }
            from = to;
        }
    }

    private static Change newChange(Part part, List<String> updated, Map<String, DataType> types) {
        if (!updated.isEmpty()) {
            return new Change(new long[0], new NewValues(types, part.rows()));
        }
        long[] all = new long[(int) ((part.rows() + 63) >>> 6)];
        for (long row = 0; row < part.rows(); row++) {
            all[(int) (row >>> 6)] |= 1L << row;
        }
        return new Change(all, NewValues.NONE);
    }

    private static void mark(Change change, long[] numbers, int from, int to) {
        for (int row = from; row < to; row++) {
            if (change.visible().length == 0) {
                change.values().addRow(numbers[row]);
            } else {
                change.visible()[(int) (numbers[row] >>> 6)] &= ~(1L << numbers[row]);
            }
        }
    }

    private static Column plain(Column column) {
        return column instanceof ConstColumn constant ? constant.plain() : column;
    }

    private static boolean sameName(Column names, int a, int b) {
        return names instanceof DictionaryColumn codes
                ? codes.codes()[a] == codes.codes()[b]
                : name(names, a).equals(name(names, b));
    }

    private static String name(Column names, int row) {
        return names instanceof DictionaryColumn codes
                ? ((StringColumn) codes.dictionary()).text(codes.codes()[row])
                : ((StringColumn) names).text(row);
    }
}
