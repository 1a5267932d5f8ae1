package io.millrace.base.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@link FaultingVfs} keeps: files and directories as programs see them, and what of them is safe on disk. */
sealed interface InMemory {
    /** A file: its bytes, and how many of them are safe. */
    final class File implements InMemory {
        byte[] bytes = new byte[0];
        long writes;
        int synced;
    }

    /** A directory: its entries as programs see them, as they lie on disk, and the changes in between. */
    final class Directory implements InMemory {
        final TreeMap<String, InMemory> entries = new TreeMap<>();
        TreeMap<String, InMemory> synced = new TreeMap<>();
        final List<Change> unsynced = new ArrayList<>();

        void put(String name, InMemory node) {
            entries.put(name, node);
            unsynced.add(new Change(name, Optional.of(node), Optional.empty()));
        }

        void remove(String name) {
            entries.remove(name);
            unsynced.add(new Change(name, Optional.empty(), Optional.empty()));
        }

        /** A rename inside a directory happens as a whole. */
        void move(String from, String to) {
            InMemory node = entries.remove(from);
            if (node != null) {
                entries.put(to, node);
                unsynced.add(new Change(to, Optional.of(node), Optional.of(from)));
            }
        }

        void sync() {
            synced = new TreeMap<>(entries);
            unsynced.clear();
        }
    }

    /** An entry that appeared, or went when {@code node} is empty; {@code from} is the name it had. */
    record Change(String name, Optional<InMemory> node, Optional<String> from) {
        void apply(Map<String, InMemory> entries) {
            from.ifPresent(entries::remove);
            node.ifPresentOrElse(n -> entries.put(name, n), () -> entries.remove(name));
        }
    }
}
