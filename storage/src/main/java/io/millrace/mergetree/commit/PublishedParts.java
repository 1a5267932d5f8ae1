package io.millrace.mergetree.commit;

import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The active parts of all tables, which change all at once. Thread-safe. */
final class PublishedParts {
    private volatile Map<UUID, PartSet> parts = Map.of();

    /** Guards changes of the map. */
    private final ReentrantLock publishing = new ReentrantLock();

    Map<UUID, PartSet> all() {
        return parts;
    }

    PartSet of(UUID table) {
        return parts.getOrDefault(table, PartSet.EMPTY);
    }

    void put(UUID table, PartSet set) {
        change(next -> next.put(table, set));
    }

    void remove(UUID table) {
        change(next -> next.remove(table));
    }

    private void change(Consumer<Map<UUID, PartSet>> change) {
        publishing.lock();
        try {
            Map<UUID, PartSet> next = new HashMap<>(parts);
            change.accept(next);
            parts = Map.copyOf(next);
        } finally {
            publishing.unlock();
        }
    }

    /** Gives the parts of commits whose records last their names and places. */
    void publish(List<PendingCommit> batch) {
        publishing.lock();
        try {
            Map<UUID, PartSet> next = new HashMap<>(parts);
            List<Runnable> afterwards = new ArrayList<>();
            for (PendingCommit pending : batch) {
                for (PreparedParts insert : pending.inserts) {
                    PartStore store = insert.store();
                    List<Part> added = new ArrayList<>();
                    for (Part part : insert.parts()) {
                        added.add(store.adopt(part, pending.nameOf(part)));
                    }
                    next.merge(store.table(), new PartSet(added), (a, b) -> a.with(b.parts(), List.of()));
                }
                for (DroppedParts drop : pending.drops) {
                    next.computeIfPresent(drop.store().table(), (t, set) -> set.with(List.of(), drop.active()));
                    afterwards.add(() -> removeDirectories(pending, drop));
                    drop.store().dropped(drop.outdated());
                }
                pending.rewrites.forEach(rewrite -> publish(rewrite, next));
            }
            parts = Map.copyOf(next);
            afterwards.forEach(Runnable::run);
        } finally {
            publishing.unlock();
        }
    }

    private static void publish(RewrittenParts rewrite, Map<UUID, PartSet> next) {
        PartStore store = rewrite.store();
        List<Part> added = new ArrayList<>();
        rewrite.added().forEach((part, name) -> added.add(store.adopt(part, name)));
        List<Part> removed = new ArrayList<>(rewrite.replaced());
        removed.addAll(rewrite.emptied());
        List<Part> gone = rewrite.gone();
        next.computeIfPresent(store.table(), (t, set) -> set.with(added, removed));
        store.retire(rewrite.replaced());
        store.dropped(gone);
    }

    /** Detached parts move at once; dropped ones go when their last reader has. */
    private static void removeDirectories(PendingCommit pending, DroppedParts drop) {
        if (!drop.detach()) {
            drop.store().dropped(drop.active());
        } else {
            for (CommitRecord.TableChange change : pending.record.tables()) {
                change.removed().stream().filter(CommitRecord.Removal::detached).forEach(drop.store()::remove);
            }
        }
    }

    /** Puts a part in the place of others, once it has been made durable, which happens while nothing else is published. */
    Part replace(Supplier<Part> made, PartStore store, Collection<Part> sources) {
        publishing.lock();
        try {
            Part part = made.get();
            change(next -> next.computeIfPresent(store.table(), (t, set) -> set.with(List.of(part), sources)));
            store.retire(sources);
            return part;
        } finally {
            publishing.unlock();
        }
    }
}
