package io.millrace.mergetree;

import io.millrace.base.io.Vfs;
import io.millrace.catalog.ability.HasParts.DetachedFacts;
import io.millrace.catalog.ability.HasParts.DetachedName;
import io.millrace.catalog.ability.HasParts.PartFacts;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartColumn;
import io.millrace.mergetree.part.PartName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Parts as {@code system.parts} and {@code system.detached_parts} show them. */
final class PartsShown {
    /** What the names of detached parts begin with, longer ones before those they begin with. */
    private static final List<String> REASONS = List.of(
            "broken-on-start",
            "broken",
            "covered-by-broken",
            "unexpected",
            "ignored",
            "clone",
            "attaching",
            "deleting");

    private PartsShown() {}

    static PartFacts facts(Part part) {
        PartName name = part.name();
        long dataBytes = part.content().columns().stream()
                .map(PartColumn::name)
                .mapToLong(part::columnBytes)
                .sum();
        return new PartFacts(
                name.partitionId().equals("all") ? "tuple()" : name.partitionId(),
                name.partitionId(),
                name.toString(),
                part.isCompact() ? "Compact" : "Wide",
                true,
                part.granularity().granules() + (part.granularity().hasFinalMark() ? 1 : 0),
                part.rows(),
                part.bytesOnDisk(),
                dataBytes,
                part.rawBytes(),
                part.bytesOnDisk() - dataBytes,
                part.memoryBytes(),
                Instant.EPOCH,
                name.minBlock(),
                name.maxBlock(),
                name.level(),
                name.mutation(),
                part.directory().toString());
    }

    static List<DetachedFacts> detached(Vfs files, Path directory) {
        return !files.exists(directory)
                ? List.of()
                : files.list(directory).stream()
                        .map(name -> detached(files, directory.resolve(name), name))
                        .toList();
    }

    /** {@code [<reason>_]<part>[_try<n>]}, as ClickHouse names them. */
    private static DetachedFacts detached(Vfs files, Path path, String name) {
        String reason = REASONS.stream()
                .filter(r -> name.startsWith(r + "_"))
                .findFirst()
                .orElse("");
        int from = reason.isEmpty() ? 0 : reason.length() + 1;
        int to = name.contains("_try") ? name.lastIndexOf("_try") : name.length();
        Optional<DetachedName> part = PartName.parse(name.substring(from, to))
                .map(p -> new DetachedName(p.partitionId(), p.minBlock(), p.maxBlock(), p.level()));
        return new DetachedFacts(name, part, reason, bytes(files, path), path.toString());
    }

    private static long bytes(Vfs files, Path path) {
        return files.isDirectory(path)
                ? files.list(path).stream()
                        .mapToLong(name -> bytes(files, path.resolve(name)))
                        .sum()
                : files.size(path);
    }
}
