package io.millrace.postgres.catalog;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a catalog query: its session, its parameters, the rows of the relations it reads, and what need not be computed twice. */
final class Execution {
    private final CatalogSession session;
    private final List<@Nullable Object> parameters;
    private final Snapshot snapshot;
    private final IdentityHashMap<Object, @Nullable Object> once = new IdentityHashMap<>();
    private final Map<String, Map<Object, List<@Nullable Object[]>>> indexes = new HashMap<>();

    Execution(CatalogSession session, List<@Nullable Object> parameters) {
        this.session = session;
        this.parameters = parameters;
        this.snapshot = new Snapshot(session);
    }

    CatalogSession session() {
        return session;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    @Nullable
    Object parameter(int index) {
        return parameters.get(index);
    }

    /** The value under a key, computed by the first who asks. */
    @SuppressWarnings("unchecked")
    <T> T once(Object key, java.util.function.Supplier<T> value) {
        if (!once.containsKey(key)) {
            once.put(key, value.get());
        }
        return (T) java.util.Objects.requireNonNull(once.get(key));
    }

    /** The rows of a relation by the values of one column; NULLs are in none. */
    Map<Object, List<@Nullable Object[]>> index(Relation relation, int column) {
        return indexes.computeIfAbsent(relation.schema() + "." + relation.name() + "." + column, key -> {
            Map<Object, List<@Nullable Object[]>> index = new HashMap<>();
            for (@Nullable Object[] row : snapshot.rows(relation)) {
                Object value = row[column];
                if (value != null) {
                    index.computeIfAbsent(value, v -> new java.util.ArrayList<>())
                            .add(row);
                }
            }
            return index;
        });
    }
}
