package io.millrace.postgres.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources that are joined where conditions are met. Starts with the source of fewest rows and goes on with one that an equality joins to what there is.
 */
record Joins(List<Source> sources, List<Node> conditions, int width) {
    BitSet slots() {
        BitSet all = new BitSet();
        sources.forEach(s -> all.or(s.slots()));
        return all;
    }

    BitSet needs() {
        BitSet all = new BitSet();
        sources.forEach(s -> all.or(s.needs()));
        return all;
    }

    static boolean isWithin(BitSet inner, BitSet outer) {
        BitSet rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
    }

    /** Both rows in one; the second gives the slots. */
    static @Nullable Object[] merged(@Nullable Object[] row, @Nullable Object[] other, BitSet slots) {
        @Nullable Object[] result = row.clone();
        for (int i = slots.nextSetBit(0); i >= 0; i = slots.nextSetBit(i + 1)) {
            result[i] = other[i];
        }
        return result;
    }

    /** The rows that meet the join's conditions and some more. */
    List<@Nullable Object[]> rows(Frame base, List<Node> more) {
        List<Node> open = new ArrayList<>(conditions);
        open.addAll(more);
        BitSet own = slots();
        List<Pending> pending = new ArrayList<>();
        for (Source source : sources) {
            List<Node> mine = new ArrayList<>();
            for (Node condition : open) {
                boolean local = !condition.slots().isEmpty() && isWithin(condition.slots(), source.slots());
                if (local) {
                    mine.add(condition);
                }
            }
            open.removeAll(mine);
            BitSet needs = (BitSet) source.needs().clone();
            needs.andNot(source.slots());
            boolean lateral = needs.intersects(own);
            List<@Nullable Object[]> rows = lateral ? List.of() : source.rows(base, mine);
            if (!lateral && rows.isEmpty()) {
                return List.of();
            }
            pending.add(new Pending(source, mine, needs, lateral, rows));
        }
        @Nullable Object[] start = base.row.length == width ? base.row.clone() : new Object[width];
        List<@Nullable Object[]> current = new ArrayList<>();
        current.add(start);
        BitSet done = new BitSet();
        while (!pending.isEmpty()) {
            Pending next = next(pending, open, done, own);
            pending.remove(next);
            current = join(current, next, open, done, base);
            done.or(next.source().slots());
            List<Node> ready =
                    open.stream().filter(c -> isWithin(c.slots(), done)).toList();
            open.removeAll(ready);
            if (!ready.isEmpty()) {
                current.removeIf(row -> !Source.meets(row, base, ready));
            }
            if (current.isEmpty()) {
                return current;
            }
        }
        List<Node> rest = open;
        if (!rest.isEmpty()) {
            current.removeIf(row -> !Source.meets(row, base, rest));
        }
        return current;
    }

    private record Pending(
            Source source, List<Node> conditions, BitSet needs, boolean lateral, List<@Nullable Object[]> rows) {}

    private static Pending next(List<Pending> pending, List<Node> open, BitSet done, BitSet own) {
        Pending best = null;
        long bestCost = Long.MAX_VALUE;
        for (Pending candidate : pending) {
            BitSet missing = (BitSet) candidate.needs().clone();
            missing.and(own);
            if (candidate.lateral() && !isWithin(missing, done)) {
                continue;
            }
            boolean joined = done.isEmpty() || candidate.lateral();
            for (Node condition : open) {
                joined |= condition.evaluation() instanceof Conditions.Comparison(String name, Node a, Node b)
                        && name.equals("equals")
                        && (Matches.joins(a, b, done, candidate.source().slots())
                                || Matches.joins(b, a, done, candidate.source().slots()));
            }
            long cost = candidate.rows().size() + (joined ? 0 : 1L << 32);
            if (cost < bestCost) {
                best = candidate;
                bestCost = cost;
            }
        }
        return best == null ? pending.getFirst() : best;
    }

    private static List<@Nullable Object[]> join(
            List<@Nullable Object[]> current, Pending next, List<Node> open, BitSet done, Frame base) {
        BitSet slots = next.source().slots();
        List<@Nullable Object[]> result = new ArrayList<>();
        if (next.lateral()) {
            for (@Nullable Object[] row : current) {
                Frame frame = new Frame(row, base.outer, base.execution);
                next.source().rows(frame, next.conditions()).forEach(r -> result.add(merged(row, r, slots)));
            }
            return result;
        }
        Matches matches = new Matches(next.rows(), open, done, slots, base);
        for (@Nullable Object[] row : current) {
            matches.of(row).forEach(r -> result.add(merged(row, r, slots)));
        }
        return result;
    }
}
