package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All relations of {@code pg_catalog} and {@code information_schema} by name; those without rows of their own are empty. */
final class Relations {
    private static final Map<String, Relation> ALL = read();

    private Relations() {}

    private static Map<String, Relation> read() {
        Map<String, Relation> relations = new LinkedHashMap<>();
        for (String line : lines("relations.txt")) {
            String[] parts = line.split(" ");
            int dot = parts[0].indexOf('.');
            List<Relation.Column> columns = new ArrayList<>();
            for (String column : parts[3].split(",")) {
                int colon = column.indexOf(':');
                columns.add(new Relation.Column(column.substring(0, colon), type(column.substring(colon + 1))));
            }
            Relation relation = new Relation(
                    parts[0].substring(0, dot),
                    parts[0].substring(dot + 1),
                    Long.parseLong(parts[1]),
                    parts[2].charAt(0),
                    columns);
            relations.put(parts[0], relation);
        }
        return relations;
    }

    /** A type by its internal name; those of which we know nothing are text. */
    static WireType type(String name) {
        boolean array = name.startsWith("_");
        Optional<PgType> type = PgType.ofName(array ? name.substring(1) : name);
        return type.map(t -> new WireType(t, array && t.arrayOid() != 0, -1)).orElse(WireType.TEXT);
    }

    /** The lines of a file beside this class. */
    static List<String> lines(String file) {
        try (InputStream in = Relations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Iterable<Relation> all() {
        return ALL.values();
    }

    static Optional<Relation> find(String schema, String name) {
        return Optional.ofNullable(ALL.get(schema.toLowerCase(Locale.ROOT) + "." + name.toLowerCase(Locale.ROOT)));
    }

    static Optional<Relation> find(long oid) {
        return ALL.values().stream().filter(r -> r.oid() == oid).findFirst();
    }

    /** A relation named without a schema: those of pg_catalog. */
    static Optional<Relation> findUnqualified(String name) {
        return find("pg_catalog", name);
    }
}
