package io.millrace.postgres.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one side of a join by the values that the other side must have; all of them when no equality joins the two. */
final class Matches {
    private final List<Node> probes = new ArrayList<>();
    private final Map<List<Object>, List<@Nullable Object[]>> byKey = new HashMap<>();
    private final List<@Nullable Object[]> all;
    private final Frame base;

    /**
     * @param rows of the inner side
     * @param conditions over both
     * @param probing slots of the side that asks
     * @param built slots of the inner side
     */
    Matches(List<@Nullable Object[]> rows, List<Node> conditions, BitSet probing, BitSet built, Frame base) {
        this.all = rows;
        this.base = base;
        List<Node> keys = new ArrayList<>();
        for (Node condition : conditions) {
            if (condition.evaluation() instanceof Conditions.Comparison(String name, Node a, Node b)
                    && name.equals("equals")) {
                if (joins(a, b, probing, built)) {
                    probes.add(a);
                    keys.add(b);
                } else if (joins(b, a, probing, built)) {
                    probes.add(b);
                    keys.add(a);
                }
            }
        }
        if (probes.isEmpty()) {
            return;
        }
        for (@Nullable Object[] row : rows) {
            List<Object> key = key(keys, row);
            if (key.size() == keys.size()) {
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
    }

    static boolean joins(Node probe, Node key, BitSet probing, BitSet built) {
        return !key.slots().isEmpty()
                && Joins.isWithin(key.slots(), built)
                && !probe.slots().isEmpty()
                && Joins.isWithin(probe.slots(), probing);
    }

    boolean isIndexed() {
        return !probes.isEmpty();
    }

    List<@Nullable Object[]> of(@Nullable Object[] row) {
        if (probes.isEmpty()) {
            return all;
        }
        List<Object> key = key(probes, row);
        return key.size() < probes.size() ? List.of() : byKey.getOrDefault(key, List.of());
    }

    /** Shorter than the nodes when one of the values is NULL. */
    private List<Object> key(List<Node> nodes, @Nullable Object[] row) {
        Frame frame = new Frame(row, base.outer, base.execution);
        List<Object> key = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            Object value = node.eval(frame);
            if (value == null) {
                return List.of();
            }
            key.add(value);
        }
        return key;
    }
}
