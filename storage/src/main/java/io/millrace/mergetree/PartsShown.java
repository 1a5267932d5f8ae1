package io.millrace.mergetree;

import io.millrace.catalog.ability.HasParts.PartFacts;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartColumn;
import io.millrace.mergetree.part.PartName;
import java.time.Instant;

/** Parts as {@code system.parts} shows them. */
final class PartsShown {
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
}
