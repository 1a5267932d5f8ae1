package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.WireType;
import java.util.List;

/**
 * A relation of the catalog: its name and columns, as PostgreSQL has them.
 *
 * @param schema {@code pg_catalog} or {@code information_schema}
 */
record Relation(String schema, String name, long oid, char kind, List<Column> columns) {
    record Column(String name, WireType type) {}

    Relation {
        columns = List.copyOf(columns);
    }

    int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column + " in " + name);
    }
}
