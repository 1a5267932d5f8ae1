package io.millrace.postgres.catalog;

import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Our databases, tables and columns as PostgreSQL's schemas, relations and attributes, with their ids. Of one moment. */
final class Objects {
    static final long PG_CATALOG = 11;
    static final long INFORMATION_SCHEMA = 13_184;
    static final long PUBLIC_OWNER = 10;

    private final CatalogSession session;
    private final Map<String, Long> schemas = new LinkedHashMap<>();
    private final List<Rel> relations = new ArrayList<>();
    private final Map<Long, Rel> byId = new LinkedHashMap<>();

    /** A table or view. */
    record Rel(
            long oid,
            long schema,
            String schemaName,
            Table table,
            char kind,
            List<Att> columns,
            List<String> key,
            long keyOid) {
        TableDefinition definition() {
            return table.definition();
        }
    }

    /** A column that clients see. */
    record Att(int number, ColumnDefinition column) {}

    Objects(CatalogSession session) {
        this.session = session;
        Catalog catalog = session.catalog();
        for (String database : catalog.databases()) {
            if (database.equalsIgnoreCase("information_schema") || database.equals("pg_catalog")) {
                continue;
            }
            schemas.put(database, session.ids().of("database " + database));
        }
        for (Map.Entry<String, Long> schema : schemas.entrySet()) {
            for (Table table : catalog.tables(schema.getKey())) {
                add(schema.getKey(), schema.getValue(), table);
            }
        }
    }

    private void add(String schemaName, long schema, Table table) {
        TableDefinition definition = table.definition();
        String name = definition.id().name();
        if (name.startsWith(".inner")) {
            return;
        }
        boolean unnamed = definition.uuid().equals(new UUID(0, 0));
        long oid = session.ids().of("table " + (unnamed ? schemaName + "." + name : definition.uuid()));
        List<Att> columns = new ArrayList<>();
        for (boolean alias : new boolean[] {false, true}) {
            for (ColumnDefinition column : definition.columns()) {
                boolean isAlias = column.defaultKind() == ColumnDefinition.DefaultKind.ALIAS;
                if (column.defaultKind() != ColumnDefinition.DefaultKind.EPHEMERAL && isAlias == alias) {
                    columns.add(new Att(columns.size() + 1, column));
                }
            }
        }
        char kind = switch (definition.engineName()) {
            case "View" -> 'v';
            case "MaterializedView" -> 'm';
            default -> 'r';
        };
        List<String> key = key(definition);
        long keyOid = key.isEmpty() ? 0 : session.ids().of("key " + oid);
        Rel rel = new Rel(oid, schema, schemaName, table, kind, columns, key, keyOid);
        relations.add(rel);
        byId.put(oid, rel);
    }

    /** The plain columns of the primary key; none when an expression stands in it. */
    private static List<String> key(TableDefinition definition) {
        List<String> names = new ArrayList<>();
        String text = KeyText.of(definition);
        for (String part : text.split(",")) {
            String name = part.strip().replace("`", "");
            if (definition.findColumn(name).isEmpty()) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    Map<String, Long> schemas() {
        return schemas;
    }

    List<Rel> relations() {
        return relations;
    }

    Optional<Rel> find(long oid) {
        return Optional.ofNullable(byId.get(oid));
    }

    Optional<Rel> find(String schema, String name) {
        return relations.stream()
                .filter(r -> r.schemaName().equals(schema)
                        && r.definition().id().name().equals(name))
                .findFirst();
    }

    Optional<Rel> byKey(long keyOid) {
        return relations.stream().filter(r -> r.keyOid() == keyOid).findFirst();
    }

    Optional<String> schemaName(long oid) {
        if (oid == PG_CATALOG) {
            return Optional.of("pg_catalog");
        }
        if (oid == INFORMATION_SCHEMA) {
            return Optional.of("information_schema");
        }
        return schemas.entrySet().stream()
                .filter(e -> e.getValue() == oid)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
