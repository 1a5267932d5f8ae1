package io.millrace.mergetree.commit;

import io.millrace.base.io.Vfs;
import io.millrace.mergetree.part.PartName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What earlier runs committed and may not have finished in the directories of tables, until each table has been loaded. Thread-safe. */
final class Unfinished {
    private final Map<UUID, List<CommitRecord.TableChange>> changes = new HashMap<>();

    synchronized void add(CommitRecord record) {
        for (CommitRecord.TableChange change : record.tables()) {
            changes.computeIfAbsent(change.table(), t -> new ArrayList<>()).add(change);
        }
    }

    private synchronized List<CommitRecord.TableChange> of(UUID table) {
        return List.copyOf(changes.getOrDefault(table, List.of()));
    }

    synchronized void forget(UUID table) {
        changes.remove(table);
    }

    synchronized void forgetAll(Predicate<UUID> tables) {
        changes.keySet().removeIf(tables);
    }

    synchronized boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Finishes it in a table's directory; returns the greatest block number seen. */
    long finish(PartStore store, Vfs files) {
        List<CommitRecord.TableChange> left = of(store.table());
        long last = 0;
        for (CommitRecord.TableChange change : left) {
            for (CommitRecord.Rename rename : change.added()) {
                store.finishRename(rename);
                PartName name = PartName.of(rename.part());
                last = Math.max(last, Math.max(name.maxBlock(), name.mutation()));
            }
            for (CommitRecord.Removal removal : change.removed()) {
                store.remove(removal);
                last = Math.max(last, PartName.of(removal.part()).maxBlock());
            }
        }
        if (!left.isEmpty()) {
            files.syncDirectory(store.directory());
        }
        forget(store.table());
        return last;
    }
}
