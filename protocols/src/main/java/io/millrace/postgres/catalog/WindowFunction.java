package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Row numbers and ranks over partitions. */
record WindowFunction(String name, List<Node> partition, List<Node> keys, List<OrderElement> order) {
    private static final Set<String> NAMES = Set.of("row_number", "rank", "dense_rank");

    static WindowFunction bind(String name, Expr.FunctionCall call, Binder binder) {
        if (!NAMES.contains(name) || !(call.over().orElseThrow() instanceof Window.Specification window)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "window function " + name + " is not supported in queries of the catalog");
        }
        return new WindowFunction(
                name,
                window.partitionBy().stream().map(binder::bind).toList(),
                window.orderBy().stream().map(e -> binder.bind(e.expression())).toList(),
                window.orderBy());
    }

    /** Computes all functions for all rows. */
    static void compute(List<WindowFunction> functions, List<Frame> frames) {
        frames.forEach(f -> f.computed = new Object[functions.size()]);
        for (int i = 0; i < functions.size(); i++) {
            functions.get(i).number(frames, i);
        }
    }

    private void number(List<Frame> frames, int index) {
        Map<List<@Nullable Object>, List<Frame>> partitions = new HashMap<>();
        for (Frame frame : frames) {
            List<@Nullable Object> key = new ArrayList<>();
            partition.forEach(p -> key.add(p.eval(frame)));
            partitions.computeIfAbsent(key, k -> new ArrayList<>()).add(frame);
        }
        for (List<Frame> members : partitions.values()) {
            members.sort((a, b) -> RowOrder.compare(keysOf(a), keysOf(b), order));
            long rank = 0;
            long dense = 0;
            for (int i = 0; i < members.size(); i++) {
                boolean same =
                        i > 0 && RowOrder.compare(keysOf(members.get(i - 1)), keysOf(members.get(i)), order) == 0;
                rank = same ? rank : i + 1;
                dense = same ? dense : dense + 1;
                members.get(i).computed[index] = switch (name) {
                    case "row_number" -> (long) i + 1;
                    case "rank" -> rank;
                    default -> dense;
                };
            }
        }
    }

    private @Nullable Object[] keysOf(Frame frame) {
        return keys.stream().map(k -> k.eval(frame)).toArray();
    }
}
