package io.millrace.mergetree.merge;

import io.millrace.mergetree.part.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses neighbouring parts of one partition that are worth merging, as ClickHouse's simple selector does: parts of like size first, so that every row is
 * rewritten only a few times. Immutable; thread-safe.
 *
 * @param maxBytes largest result
 * @param maxParts most sources of one merge
 */
public record MergePolicy(long maxBytes, int maxParts) {
    /** What a part costs beside its bytes: files to open. */
    private static final long PART_BYTES = 5L << 20;

    private static final double LEAST_BASE = 2;
    private static final double BASE = 5;

    /** A run of neighbouring parts and how good it is; lower is better. */
    private record Choice(List<Part> parts, double score) {}

    /**
     * The best run of parts of any partition.
     *
     * @param partitions parts of each partition in block order
     * @param busy parts that are being merged or dropped
     * @param firstUncommitted block number from which inserts are still under way: a merge must not reach across it
     */
    public Optional<List<Part>> choose(Iterable<List<Part>> partitions, Set<Part> busy, long firstUncommitted) {
        Optional<Choice> best = Optional.empty();
        for (List<Part> partition : partitions) {
            int from = 0;
            for (int i = 0; i <= partition.size(); i++) {
                boolean gap = i == partition.size()
                        || busy.contains(partition.get(i))
                        || partition.get(i).name().maxBlock() >= firstUncommitted;
                if (gap) {
                    best = better(best, bestOf(partition.subList(from, i), partition.size()));
                    from = i + 1;
                }
            }
        }
        return best.map(c -> List.copyOf(c.parts()));
    }

    private static Optional<Choice> better(Optional<Choice> a, Optional<Choice> b) {
        return b.isPresent() && (a.isEmpty() || b.get().score() <= a.get().score()) ? b : a;
    }

    private Optional<Choice> bestOf(List<Part> run, int partsInPartition) {
        Optional<Choice> best = Optional.empty();
        for (int from = Math.max(0, run.size() - 1000); from < run.size(); from++) {
            long sum = 0;
            long max = 0;
            for (int to = from; to < run.size() && to - from < maxParts; to++) {
                long bytes = run.get(to).bytesOnDisk();
                sum += bytes;
                max = Math.max(max, bytes);
                int count = to - from + 1;
                if (sum > maxBytes) {
                    break;
                }
                if (count < 2) {
                    continue;
                }
                double padded = sum + (double) count * PART_BYTES;
                if (padded / (max + PART_BYTES) >= base(sum, partsInPartition)) {
                    double score = padded / (count - 1.9);
                    best = better(best, Optional.of(new Choice(run.subList(from, to + 1), score)));
                }
            }
        }
        return best;
    }

    /** How many times larger than its largest source a result must be; less is asked of small results and when there are many parts. */
    private static double base(long sum, int partsInPartition) {
        double bySize = Math.clamp(log(sum / (double) (1 << 20)) / log(100L << 10), 0.0, 1.0);
        double byCount = Math.clamp((partsInPartition - 10) / 40.0, 0.0, 1.0);
        return BASE - (BASE - LEAST_BASE) * Math.min(1, byCount + (1 - bySize) / 4);
    }

    private static double log(double value) {
        return Math.log(Math.max(1, value));
    }
}
