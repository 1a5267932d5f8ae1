package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a relation while they are made: columns that are not named get a default that means nothing. */
final class Table {
    private final Relation relation;
    private final @Nullable Object[] defaults;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    Table(Relation relation) {
        this.relation = relation;
        this.defaults = new Object[relation.columns().size()];
        for (int i = 0; i < defaults.length; i++) {
            defaults[i] = defaultOf(relation.columns().get(i).type());
        }
    }

    private static @Nullable Object defaultOf(WireType type) {
        if (type.array()) {
            return null;
        }
        return switch (type.type()) {
            case BOOL -> false;
            case INT2, INT4, INT8, OID, XID, REGPROC, REGCLASS, REGTYPE, REGPROCEDURE -> 0L;
            case FLOAT4, FLOAT8 -> 0.0;
            case NAME, CHAR -> "";
            case INT2VECTOR, OIDVECTOR -> List.of();
            default -> null;
        };
    }

    /** Adds a row: names and values in turn. */
    void add(@Nullable Object... pairs) {
        @Nullable Object[] row = defaults.clone();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            row[relation.index(String.valueOf(pairs[i]))] = value instanceof Integer n ? Long.valueOf(n) : value;
        }
        rows.add(row);
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }
}
