package io.millrace.mergetree;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.io.Vfs;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.EvaluationContext;
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
import io.millrace.mergetree.part.RenamedPart;
import io.millrace.mergetree.read.OpenFiles;
import io.millrace.mergetree.read.PartLease;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.structure.TableStructure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes columns out of a table's parts or gives them other names: DROP, RENAME and CLEAR COLUMN. Parts are linked where that is enough, and one record of the
 * commit log puts them in the place of the old ones. What is under way stands in a file beside the parts, so that a start after a crash between the definition
 * and the record finishes it. The caller keeps merges, mutations and drops away. Used once.
 */
final class ColumnChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnChanges.class);
    private static final String FILE_NAME = "columns_change.txt";
    private static final char BETWEEN = '\t';

    private final TableServices services;
    private final Vfs files;
    private final CommitLog log;
    private final PartStore store;
    private final TableStructure before;
    private final MergeTreeSettings settings;

    private final Map<Part, PartName> added = new LinkedHashMap<>();
    private final List<Part> replaced = new ArrayList<>();

    ColumnChanges(
            TableServices services, CommitLog log, PartStore store, TableStructure before, MergeTreeSettings settings) {
        this.services = services;
        this.files = services.files();
        this.log = log;
        this.store = store;
        this.before = before;
        this.settings = settings;
    }

    /**
     * Carries out an ALTER.
     *
     * @param keep writes the new definition to disk
     * @param inForce puts the definition in force together with the parts, which what it is given does
     */
    void run(
            TableDefinition changed, Map<String, Optional<String>> columns, Runnable keep, Consumer<Runnable> inForce) {
        store.allowColumns(names(changed.storedHeader()));
        boolean done = false;
        long number = store.beginMutation();
        try {
            try {
                prepare(new TableStructure(changed, services), columns, p -> true, number);
                files.replace(file(), text(changed.storedHeader(), columns));
                keep.run();
            } catch (RuntimeException e) {
                added.keySet().forEach(p -> deleteQuietly(p.directory()));
                forget();
                throw e;
            }
            inForce.accept(this::publish);
            done = true;
            forget();
        } finally {
            store.endMutation(number);
            if (!done) {
                store.allowColumns(names(before.stored()));
            }
        }
    }

    /** Takes a column's values out of the parts of some partitions. */
    void clear(String column, Set<String> partitionIds) {
        long number = store.beginMutation();
        try {
            prepare(
                    before,
                    Map.of(column, Optional.empty()),
                    p -> partitionIds.contains(p.name().partitionId()),
                    number);
            publish();
        } catch (RuntimeException e) {
            added.keySet().forEach(p -> deleteQuietly(p.directory()));
            throw e;
        } finally {
            store.endMutation(number);
        }
    }

    /** At a start: does to the parts what the definition says has been done to the columns. */
    void finishInterrupted() {
        if (!files.exists(file())) {
            return;
        }
        List<String> lines = new String(files.readAll(file()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        boolean kept = !lines.isEmpty() && lines.getFirst().equals(described(before.stored()));
        if (kept) {
            Map<String, Optional<String>> columns = parse(lines.subList(1, lines.size()));
            LOG.info("Table {}: finishing a change of columns that was interrupted", store.id());
            long number = store.beginMutation();
            try {
                prepare(before, columns, p -> true, number);
                publish();
            } finally {
                store.endMutation(number);
            }
        }
        forget();
    }

    private void publish() {
        if (!added.isEmpty()) {
            files.syncDirectory(store.directory());
            log.rewrite(new RewrittenParts(store, added, replaced, List.of()));
        }
    }

    // ---- parts ----

    private void prepare(
            TableStructure after, Map<String, Optional<String>> columns, Predicate<Part> chosen, long number) {
        PartStore.Leased leased = store.leaseActive();
        try (PartLease _ = leased.lease()) {
            for (Part part : leased.parts().parts()) {
                Map<String, Optional<String>> own = new HashMap<>(columns);
                own.keySet().removeIf(c -> part.column(c).isEmpty());
                if (!own.isEmpty() && chosen.test(part) && part.name().maxBlock() < number) {
                    PartName name = part.name().mutated(number);
                    added.put(changed(part, name, own, after), name);
                    replaced.add(part);
                }
            }
        }
    }

    private Part changed(Part part, PartName name, Map<String, Optional<String>> columns, TableStructure after) {
        boolean anyGone = columns.containsValue(Optional.empty());
        boolean allGone = columns.size() == part.content().columns().size()
                && columns.values().stream().allMatch(Optional::isEmpty);
        boolean anew = part.isCompact() && anyGone || allGone;
        Path directory = store.directory().resolve(store.temporaryName("alter"));
        try {
            new RenamedPart(files, part, anew ? outOfTheWay(columns, after) : columns).writeTo(directory);
            Part linked = PartLoaders.of(after, settings).load(directory, part.name());
            return anew ? rewritten(linked, name, after) : linked;
        } catch (RuntimeException e) {
            deleteQuietly(directory);
            throw e;
        }
    }

    /** A Compact part is written anew without the columns that go; until then they get names that the table does not have. */
    private static Map<String, Optional<String>> outOfTheWay(
            Map<String, Optional<String>> columns, TableStructure after) {
        Map<String, Optional<String>> result = new HashMap<>(columns);
        int number = 0;
        for (Map.Entry<String, Optional<String>> column : result.entrySet()) {
            if (column.getValue().isEmpty()) {
                String name = "gone" + number++;
                while (after.stored().find(name).isPresent() || columns.containsKey(name)) {
                    name = "gone" + number++;
                }
                column.setValue(Optional.of(name));
            }
        }
        return result;
    }

    private Part rewritten(Part linked, PartName name, TableStructure after) {
        Path directory = store.directory().resolve(store.temporaryName("alter"));
        EvaluationContext context =
                new EvaluationContext(services.memory().child("alter of " + name, 0), new Cancellation(), 0);
        try (OpenFiles open = new OpenFiles()) {
            MergeSource source = new MergeSource(
                    after,
                    List.of(PartSelection.all(linked)),
                    new MergeMode.Ordinary(),
                    false,
                    RowMasks.NONE,
                    open,
                    context);
            return PartMerger.write(
                            source,
                            NewValues.NONE,
                            directory,
                            name,
                            ColumnPlans.of(after, settings),
                            settings.profile())
                    .orElseThrow(() -> DbException.bug("A part without rows: " + name));
        } catch (RuntimeException e) {
            deleteQuietly(directory);
            throw e;
        } finally {
            context.memory().close();
            deleteQuietly(linked.directory());
        }
    }

    private void deleteQuietly(Path directory) {
        try {
            files.deleteTree(directory);
        } catch (DbException e) {
            // the next start removes it
            LOG.warn("Cannot delete {}: {}", directory, e.getMessage());
        }
    }

    private static Set<String> names(Header header) {
        Set<String> names = new HashSet<>();
        header.fields().forEach(f -> names.add(f.name()));
        return names;
    }

    // ---- the note for the next start ----

    private Path file() {
        return store.directory().resolve(FILE_NAME);
    }

    private void forget() {
        if (files.exists(file())) {
            files.delete(file());
            files.syncDirectory(store.directory());
        }
    }

    /** First the columns as they will be, by which a start knows whether the definition was kept. */
    private static byte[] text(Header after, Map<String, Optional<String>> columns) {
        StringBuilder text = new StringBuilder(described(after)).append('\n');
        columns.forEach((old, name) -> {
            text.append(escaped(old));
            name.ifPresent(n -> text.append(BETWEEN).append(escaped(n)));
            text.append('\n');
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String described(Header header) {
        return header.fields().stream()
                .map(f -> escaped(f.name()) + " " + escaped(f.type().name()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Optional<String>> parse(List<String> lines) {
        Map<String, Optional<String>> columns = new HashMap<>();
        lines.forEach(line -> {
            int at = line.indexOf(BETWEEN);
            String old = at < 0 ? line : line.substring(0, at);
            columns.put(unescaped(old), at < 0 ? Optional.empty() : Optional.of(unescaped(line.substring(at + 1))));
        });
        return columns;
    }

    private static String escaped(String name) {
        return name.replace("%", "%p").replace("\n", "%n").replace("\r", "%r").replace("\t", "%t");
    }

    private static String unescaped(String name) {
        return name.replace("%t", "\t").replace("%r", "\r").replace("%n", "\n").replace("%p", "%");
    }
}
