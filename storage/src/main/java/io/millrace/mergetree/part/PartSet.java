package io.millrace.mergetree.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The active parts of a table at one moment, in order of partition and block number; none contains another. Immutable. */
public record PartSet(List<Part> parts) {
    public static final PartSet EMPTY = new PartSet(List.of());

    public PartSet {
        parts = List.copyOf(parts);
    }

    /** The set with parts added and others taken away. */
    public PartSet with(Collection<Part> added, Collection<Part> removed) {
        TreeMap<PartName, Part> byName = new TreeMap<>();
        parts.forEach(p -> byName.put(p.name(), p));
        removed.forEach(p -> byName.remove(p.name()));
        added.forEach(p -> byName.put(p.name(), p));
        return new PartSet(new ArrayList<>(byName.values()));
    }

    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    public long bytesOnDisk() {
        return parts.stream().mapToLong(Part::bytesOnDisk).sum();
    }

    public Optional<Part> find(PartName name) {
        return parts.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public List<Part> ofPartition(String partitionId) {
        return parts.stream()
                .filter(p -> p.name().partitionId().equals(partitionId))
                .toList();
    }

    /** Partitions in order of their ids, each with its parts in block order. */
    public Map<String, List<Part>> byPartition() {
        Map<String, List<Part>> result = new TreeMap<>();
        for (Part part : parts) {
            result.computeIfAbsent(part.name().partitionId(), id -> new ArrayList<>())
                    .add(part);
        }
        return result;
    }
}
