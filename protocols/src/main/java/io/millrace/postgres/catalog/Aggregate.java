package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate over the rows of a group.
 *
 * @param arguments empty for {@code count(*)}
 * @param orderKeys the ORDER BY inside of it
 */
record Aggregate(
        String name,
        boolean distinct,
        List<Node> arguments,
        Optional<Node> filter,
        List<Node> orderKeys,
        List<Boolean> descending) {
    private static final Set<String> NAMES =
            Set.of("count", "min", "max", "sum", "avg", "array_agg", "string_agg", "bool_and", "bool_or", "every");

    static boolean isAggregate(String name) {
        return NAMES.contains(name);
    }

    WireType type() {
        return switch (name) {
            case "count" -> WireType.of(PgType.INT8);
            case "sum" -> WireType.of(PgType.INT8);
            case "avg" -> WireType.of(PgType.FLOAT8);
            case "bool_and", "bool_or", "every" -> WireType.of(PgType.BOOL);
            case "string_agg" -> WireType.TEXT;
            case "array_agg" ->
                new WireType(Binder.known(arguments.getFirst().type()).type(), true, -1);
            default -> arguments.getFirst().type();
        };
    }

    @Nullable
    Object of(List<Frame> group) {
        List<Frame> frames = new ArrayList<>(group);
        filter.ifPresent(f -> frames.removeIf(frame -> !f.isTrue(frame)));
        if (arguments.isEmpty()) {
            return (long) frames.size();
        }
        if (!orderKeys.isEmpty()) {
            frames.sort(this::compare);
        }
        List<@Nullable Object> values = new ArrayList<>();
        frames.forEach(f -> values.add(arguments.getFirst().eval(f)));
        List<Object> known =
                new ArrayList<>(values.stream().filter(Objects::nonNull).toList());
        if (distinct) {
            known = new ArrayList<>(new LinkedHashSet<>(known));
        }
        return switch (name) {
            case "count" -> (long) known.size();
            case "array_agg" -> values.isEmpty() ? null : distinct ? known : values;
            case "string_agg" -> joined(known, frames);
            default -> known.isEmpty() ? null : folded(known);
        };
    }

    private int compare(Frame a, Frame b) {
        for (int i = 0; i < orderKeys.size(); i++) {
            int order = Operators.nullsLast(
                    orderKeys.get(i).eval(a), orderKeys.get(i).eval(b));
            if (order != 0) {
                return descending.get(i) ? -order : order;
            }
        }
        return 0;
    }

    private @Nullable Object joined(List<Object> known, List<Frame> frames) {
        if (known.isEmpty()) {
            return null;
        }
        Object separator = arguments.size() > 1 ? arguments.get(1).eval(frames.getFirst()) : "";
        return known.stream().map(String::valueOf).collect(Collectors.joining(String.valueOf(separator)));
    }

    private Object folded(List<Object> known) {
        return switch (name) {
            case "min" -> known.stream().min(Operators::compare).orElseThrow();
            case "max" -> known.stream().max(Operators::compare).orElseThrow();
            case "bool_and", "every" -> known.stream().allMatch(Boolean.TRUE::equals);
            case "bool_or" -> known.stream().anyMatch(Boolean.TRUE::equals);
            case "avg" -> known.stream().mapToDouble(Casts::number).average().orElseThrow();
            default -> known.stream().mapToLong(Casts::whole).sum();
        };
    }
}
