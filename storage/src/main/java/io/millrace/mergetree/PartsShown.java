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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts as {@code system.parts} and {@code system.detached_parts} show them. */
final class PartsShown {
    private static final Pattern DETACHED = Pattern.compile(
            "(?:(broken|broken-on-start|covered-by-broken|unexpected|ignored|clone|attaching|deleting)_)?(.+?)(?:_try\\d+)?");

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
        Matcher shape = DETACHED.matcher(name);
        String reason = shape.matches() && shape.group(1) != null ? shape.group(1) : "";
        Optional<DetachedName> part = shape.matches()
                ? PartName.parse(shape.group(2))
                        .map(p -> new DetachedName(p.partitionId(), p.minBlock(), p.maxBlock(), p.level()))
                : Optional.empty();
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
