package io.millrace.base.io;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.TreeMap;

/** Decides by chance what of unsynced files and directories a loss of power leaves. Used once. */
final class PowerLoss {
    private static final int SECTOR = 512;

    private final Random random;
    /** Files with several names stay one file. */
    private final IdentityHashMap<InMemory, InMemory> done = new IdentityHashMap<>();

    PowerLoss(Random random) {
        this.random = random;
    }

    InMemory.Directory left(InMemory.Directory root) {
        return (InMemory.Directory) survivor(root);
    }

    private InMemory survivor(InMemory node) {
        InMemory known = done.get(node);
        if (known != null) {
            return known;
        }
        InMemory result = switch (node) {
            case InMemory.File file -> survivingFile(file);
            case InMemory.Directory directory -> {
                InMemory.Directory left = new InMemory.Directory();
                done.put(directory, left);
                TreeMap<String, InMemory> entries = new TreeMap<>(directory.synced);
                int applied = random.nextInt(4) == 0 ? 0 : random.nextInt(directory.unsynced.size() + 1);
                directory.unsynced.subList(0, applied).forEach(c -> c.apply(entries));
                entries.forEach((name, entry) -> left.entries.put(name, survivor(entry)));
                left.sync();
                yield left;
            }
        };
        done.put(node, result);
        return result;
    }

    private InMemory.File survivingFile(InMemory.File file) {
        InMemory.File left = new InMemory.File();
        int unsynced = file.bytes.length - file.synced;
        int kept = file.synced;
        boolean zeros = false;
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> kept = file.bytes.length;
            case 2 -> {
                int end = file.synced + (unsynced == 0 ? 0 : random.nextInt(unsynced + 1));
                kept = Math.max(file.synced, end / SECTOR * SECTOR);
            }
            default -> {
                kept = file.bytes.length;
                zeros = true;
            }
        }
        left.bytes = Arrays.copyOf(file.bytes, kept);
        if (zeros) {
            Arrays.fill(left.bytes, file.synced, kept, (byte) 0);
        }
        left.synced = kept;
        return left;
    }
}
