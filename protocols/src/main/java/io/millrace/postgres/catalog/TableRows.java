package io.millrace.postgres.catalog;

import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.data.type.DataType;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.catalog.Objects.Att;
import io.millrace.postgres.catalog.Objects.Rel;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code pg_catalog} about our databases, tables and columns; one method per relation. */
final class TableRows {
    private static final long DEFAULT_COLLATION = 100;
    private static final long HEAP = 2;
    private static final long BTREE = 403;
    private static final long OWNER = Objects.PUBLIC_OWNER;

    private final Snapshot snapshot;

    TableRows(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Adds the rows of a relation; false when it is about something else. */
    boolean fill(String relation, Table table) {
        switch (relation) {
            case "pg_namespace" -> namespaces(table);
            case "pg_class" -> classes(table);
            case "pg_attribute" -> attributes(table);
            case "pg_attrdef" -> defaults(table);
            case "pg_index" -> indexes(table);
            case "pg_constraint" -> constraints(table);
            case "pg_description" -> descriptions(table);
            case "pg_tables", "pg_views", "pg_matviews", "pg_indexes" -> views(relation, table);
            case "pg_stat_user_tables", "pg_stat_all_tables", "pg_statio_user_tables", "pg_statio_all_tables" ->
                statistics(relation, table);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void namespaces(Table table) {
        table.add("oid nspname nspowner", Objects.PG_CATALOG, "pg_catalog", OWNER);
        table.add("oid nspname nspowner", Objects.INFORMATION_SCHEMA, "information_schema", OWNER);
        snapshot.objects().schemas().forEach((name, oid) -> table.add("oid nspname nspowner", oid, name, OWNER));
    }

    private void classes(Table table) {
        for (Relation r : Relations.all()) {
            long schema = r.schema().equals("pg_catalog") ? Objects.PG_CATALOG : Objects.INFORMATION_SCHEMA;
            relation(table, r.oid(), r.name(), schema, r.kind(), r.columns().size(), false, 0.0f);
        }
        for (Rel rel : snapshot.objects().relations()) {
            relation(
                    table,
                    rel.oid(),
                    rel.definition().id().name(),
                    rel.schema(),
                    rel.kind(),
                    rel.columns().size(),
                    rel.keyOid() != 0,
                    rowCount(rel));
            if (rel.keyOid() != 0) {
                relation(
                        table,
                        rel.keyOid(),
                        rel.definition().id().name() + "_pkey",
                        rel.schema(),
                        'i',
                        rel.key().size(),
                        false,
                        0.0f);
            }
        }
    }

    static float rowCount(Rel rel) {
        if (rel.table() instanceof Counted counted) {
            return counted.rows();
        }
        return -1;
    }

    private static void relation(
            Table table, long oid, String name, long schema, char kind, int columns, boolean indexed, float count) {
        boolean view = kind == 'v';
        table.add(
                "oid relname relnamespace relowner relam relfilenode reltuples relhasindex relpersistence relkind "
                        + "relnatts relispopulated relreplident",
                oid,
                name,
                schema,
                OWNER,
                view ? 0L : kind == 'i' ? BTREE : HEAP,
                view ? 0L : oid,
                (double) count,
                indexed,
                "p",
                String.valueOf(kind),
                columns,
                true,
                kind == 'i' || view ? "n" : "d");
    }

    private void attributes(Table table) {
        for (Relation r : Relations.all()) {
            for (int i = 0; i < r.columns().size(); i++) {
                WireType type = r.columns().get(i).type();
                attribute(table, r.oid(), r.columns().get(i).name(), i + 1, type, false, false, "");
            }
        }
        for (Rel rel : snapshot.objects().relations()) {
            for (Att att : rel.columns()) {
                ColumnDefinition c = att.column();
                boolean generated = isGenerated(c);
                attribute(
                        table,
                        rel.oid(),
                        c.name(),
                        att.number(),
                        WireType.of(c.type()),
                        !nullable(c.type()),
                        hasDefault(c),
                        generated ? "s" : "");
            }
            int number = 1;
            for (String name : rel.key()) {
                WireType type = WireType.of(rel.definition().column(name).type());
                attribute(table, rel.keyOid(), name, number++, type, false, false, "");
            }
        }
    }

    static boolean isGenerated(ColumnDefinition column) {
        return column.defaultKind() == ColumnDefinition.DefaultKind.ALIAS
                || column.defaultKind() == ColumnDefinition.DefaultKind.MATERIALIZED;
    }

    static boolean hasDefault(ColumnDefinition column) {
        return !column.defaultText().isEmpty();
    }

    static boolean nullable(DataType type) {
        return type.isNullable();
    }

    private static void attribute(
            Table table,
            long relation,
            String name,
            int number,
            WireType type,
            boolean notNull,
            boolean hasDefault,
            String generated) {
        boolean text = type.type() == PgType.TEXT || type.type() == PgType.VARCHAR || type.type() == PgType.BPCHAR;
        table.add(
                "attrelid attname atttypid attlen attnum attcacheoff atttypmod attndims attbyval attalign "
                        + "attstorage attcompression attnotnull atthasdef attidentity attgenerated attislocal attstattarget "
                        + "attcollation",
                relation,
                name,
                (long) type.oid(),
                (long) type.length(),
                number,
                -1L,
                (long) type.modifier(),
                type.array() ? 1L : 0L,
                type.length() > 0 && type.length() <= 8,
                alignment(type),
                storage(type),
                "",
                notNull,
                hasDefault,
                "",
                generated,
                true,
                -1L,
                text ? DEFAULT_COLLATION : 0L);
    }

    /** How PostgreSQL aligns a type: to bytes, 2, 4 or 8 of them. */
    private static String alignment(WireType type) {
        return switch (type.length()) {
            case 1, 16, 64 -> "c";
            case 2 -> "s";
            case 8 -> "d";
            default -> "i";
        };
    }

    /** How PostgreSQL stores a type: plain, main or extended. */
    private static String storage(WireType type) {
        if (!type.array() && (type.type() == PgType.NUMERIC || type.type() == PgType.INET)) {
            return "m";
        }
        return type.length() < 0 ? "x" : "p";
    }

    private void defaults(Table table) {
        for (Rel rel : snapshot.objects().relations()) {
            for (Att att : rel.columns()) {
                if (hasDefault(att.column())) {
                    table.add(
                            "oid adrelid adnum adbin",
                            snapshot.session()
                                    .ids()
                                    .of("default " + rel.oid() + "."
                                            + att.column().name()),
                            rel.oid(),
                            att.number(),
                            att.column().defaultText());
                }
            }
        }
    }

    /** Numbers of the key's columns. */
    static List<Object> keyNumbers(Rel rel) {
        List<Object> numbers = new ArrayList<>();
        for (String name : rel.key()) {
            for (Att att : rel.columns()) {
                if (att.column().name().equals(name)) {
                    numbers.add((long) att.number());
                }
            }
        }
        return numbers;
    }

    private void indexes(Table table) {
        for (Rel rel : snapshot.objects().relations()) {
            if (rel.keyOid() == 0) {
                continue;
            }
            List<Object> zeros = new ArrayList<>();
            rel.key().forEach(k -> zeros.add(0L));
            table.add(
                    "indexrelid indrelid indnatts indnkeyatts indisunique indisprimary indimmediate indisvalid "
                            + "indisready indislive indkey indcollation indclass indoption",
                    rel.keyOid(),
                    rel.oid(),
                    rel.key().size(),
                    rel.key().size(),
                    false,
                    true,
                    true,
                    true,
                    true,
                    true,
                    keyNumbers(rel),
                    zeros,
                    zeros,
                    zeros);
        }
    }

    private void constraints(Table table) {
        for (Rel rel : snapshot.objects().relations()) {
            if (rel.keyOid() == 0) {
                continue;
            }
            table.add(
                    "oid conname connamespace contype convalidated conrelid conindid confupdtype confdeltype "
                            + "confmatchtype conislocal connoinherit conkey conenforced",
                    snapshot.session().ids().of("constraint " + rel.oid()),
                    rel.definition().id().name() + "_pkey",
                    rel.schema(),
                    "p",
                    true,
                    rel.oid(),
                    rel.keyOid(),
                    " ",
                    " ",
                    " ",
                    true,
                    true,
                    keyNumbers(rel),
                    true);
        }
    }

    private void descriptions(Table table) {
        for (Rel rel : snapshot.objects().relations()) {
            if (!rel.definition().comment().isEmpty()) {
                table.add(
                        "objoid classoid objsubid description",
                        rel.oid(),
                        1259L,
                        0L,
                        rel.definition().comment());
            }
            for (Att att : rel.columns()) {
                if (!att.column().comment().isEmpty()) {
                    table.add(
                            "objoid classoid objsubid description",
                            rel.oid(),
                            1259L,
                            att.number(),
                            att.column().comment());
                }
            }
        }
    }

    private void views(String name, Table table) {
        for (Rel rel : snapshot.objects().relations()) {
            String relation = rel.definition().id().name();
            switch (name) {
                case "pg_tables" -> {
                    if (rel.kind() == 'r') {
                        table.add(
                                "schemaname tablename tableowner hasindexes",
                                rel.schemaName(),
                                relation,
                                snapshot.session().user(),
                                rel.keyOid() != 0);
                    }
                }
                case "pg_views" -> {
                    if (rel.kind() == 'v') {
                        table.add(
                                "schemaname viewname viewowner definition",
                                rel.schemaName(),
                                relation,
                                snapshot.session().user(),
                                ObjectFunctions.viewText(rel.definition().createText()));
                    }
                }
                case "pg_matviews" -> {
                    if (rel.kind() == 'm') {
                        table.add(
                                "schemaname matviewname matviewowner ispopulated definition",
                                rel.schemaName(),
                                relation,
                                snapshot.session().user(),
                                true,
                                ObjectFunctions.viewText(rel.definition().createText()));
                    }
                }
                default -> {
                    if (rel.keyOid() != 0) {
                        table.add(
                                "schemaname tablename indexname indexdef",
                                rel.schemaName(),
                                relation,
                                relation + "_pkey",
                                indexDefinition(rel));
                    }
                }
            }
        }
    }

    static String indexDefinition(Rel rel) {
        return "CREATE INDEX " + Text.quoteIdent(rel.definition().id().name() + "_pkey") + " ON "
                + Text.quoteIdent(rel.schemaName()) + "."
                + Text.quoteIdent(rel.definition().id().name())
                + " USING btree (" + keyList(rel) + ")";
    }

    static String keyList(Rel rel) {
        return String.join(", ", rel.key().stream().map(Text::quoteIdent).toList());
    }

    private void statistics(String name, Table table) {
        boolean io = name.startsWith("pg_statio");
        for (Rel rel : snapshot.objects().relations()) {
            if (rel.kind() != 'r') {
                continue;
            }
            long count = (long) Math.max(0, rowCount(rel));
            if (io) {
                table.add(
                        "relid schemaname relname",
                        rel.oid(),
                        rel.schemaName(),
                        rel.definition().id().name());
            } else {
                table.add(
                        "relid schemaname relname n_live_tup",
                        rel.oid(),
                        rel.schemaName(),
                        rel.definition().id().name(),
                        count);
            }
        }
    }
}
