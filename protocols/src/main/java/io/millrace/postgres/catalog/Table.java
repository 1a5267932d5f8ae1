package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a relation while they are made: columns that are not named get a default that means nothing. */
final class Table {
    private final Relation relation;
    private final @Nullable Object[] defaults;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Map<String, int[]> places = new HashMap<>();

    Table(Relation relation) {
        this.relation = relation;
        this.defaults = new Object[relation.columns().size()];
        for (int i = 0; i < defaults.length; i++) {
            // what information_schema does not know is NULL, catalogs have zeros
            defaults[i] = relation.schema().equals("information_schema")
                    ? null
                    : defaultOf(relation.columns().get(i).type(), relation.kind() == 'v');
        }
    }

    private static @Nullable Object defaultOf(WireType type, boolean view) {
        if (type.array()) {
            return null;
        }
        return switch (type.type()) {
            case BOOL -> false;
            case INT2, INT4, INT8, OID, XID, REGPROC, REGCLASS, REGTYPE, REGPROCEDURE -> 0L;
            case FLOAT4, FLOAT8 -> 0.0;
            case NAME, CHAR -> view ? null : "";
            case INT2VECTOR, OIDVECTOR -> List.of();
            default -> null;
        };
    }

    /**
     * Adds a row.
     *
     * @param names of columns, with blanks between them
     * @param values of these columns
     */
    void add(String names, @Nullable Object... values) {
        int[] columns = places.computeIfAbsent(names, this::places);
        @Nullable Object[] row = defaults.clone();
        for (int i = 0; i < values.length; i++) {
            row[columns[i]] = values[i] instanceof Integer n ? Long.valueOf(n) : values[i];
        }
        rows.add(row);
    }

    /** Adds a row whose values are texts of their columns' types. */
    void addTexts(String names, String[] texts) {
        int[] columns = places.computeIfAbsent(names, this::places);
        @Nullable Object[] values = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            values[i] = switch (relation.columns().get(columns[i]).type().type()) {
                case BOOL -> texts[i].equals("t");
                case INT2, INT4, INT8, OID, XID, REGPROC -> Long.valueOf(texts[i]);
                default -> texts[i];
            };
        }
        add(names, values);
    }

    private int[] places(String names) {
        return Arrays.stream(names.split(" ")).mapToInt(relation::index).toArray();
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }
}
