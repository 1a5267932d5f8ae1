package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.TypeWords;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.catalog.Objects.Att;
import io.millrace.postgres.catalog.Objects.Rel;
import org.jspecify.annotations.Nullable;

/** The rows of information_schema. Materialized views are shown as views, because many tools look nowhere else. */
final class InformationSchema {
    private InformationSchema() {}

    static void fill(String relation, Table table, Snapshot snapshot) {
        String catalog = snapshot.session().database();
        String user = snapshot.session().user();
        switch (relation) {
            case "information_schema_catalog_name" -> table.add("catalog_name", catalog);
            case "schemata" -> {
                schema(table, catalog, "pg_catalog", user);
                schema(table, catalog, "information_schema", user);
                snapshot.objects().schemas().keySet().forEach(name -> schema(table, catalog, name, user));
            }
            case "tables" -> tables(table, snapshot, catalog);
            case "columns" -> columns(table, snapshot, catalog);
            case "views" -> {
                for (Rel rel : snapshot.objects().relations()) {
                    if (rel.kind() != 'r') {
                        table.add(
                                "table_catalog",
                                catalog,
                                "table_schema",
                                rel.schemaName(),
                                "table_name",
                                name(rel),
                                "view_definition",
                                rel.definition().createText(),
                                "check_option",
                                "NONE",
                                "is_updatable",
                                "NO",
                                "is_insertable_into",
                                "NO");
                    }
                }
            }
            case "table_constraints", "key_column_usage", "constraint_column_usage" ->
                keys(relation, table, snapshot, catalog);
            case "character_sets" ->
                table.add(
                        "character_set_name",
                        "UTF8",
                        "character_repertoire",
                        "UCS",
                        "form_of_use",
                        "UTF8",
                        "default_collate_catalog",
                        catalog);
            case "enabled_roles" -> table.add("role_name", user);
            case "table_privileges", "role_table_grants" -> {
                for (Rel rel : snapshot.objects().relations()) {
                    for (String privilege : new String[] {"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"}) {
                        table.add(
                                "grantor",
                                user,
                                "grantee",
                                user,
                                "table_catalog",
                                catalog,
                                "table_schema",
                                rel.schemaName(),
                                "table_name",
                                name(rel),
                                "privilege_type",
                                privilege,
                                "is_grantable",
                                "NO",
                                "with_hierarchy",
                                "NO");
                    }
                }
            }
            default -> {}
        }
    }

    private static String name(Rel rel) {
        return rel.definition().id().name();
    }

    private static void schema(Table table, String catalog, String name, String user) {
        table.add("catalog_name", catalog, "schema_name", name, "schema_owner", user);
    }

    private static void tables(Table table, Snapshot snapshot, String catalog) {
        for (Relation r : Relations.all()) {
            table.add(
                    "table_catalog",
                    catalog,
                    "table_schema",
                    r.schema(),
                    "table_name",
                    r.name(),
                    "table_type",
                    r.kind() == 'v' ? "VIEW" : "BASE TABLE",
                    "is_insertable_into",
                    "NO",
                    "is_typed",
                    "NO");
        }
        for (Rel rel : snapshot.objects().relations()) {
            boolean insertable = rel.kind() == 'r';
            table.add(
                    "table_catalog",
                    catalog,
                    "table_schema",
                    rel.schemaName(),
                    "table_name",
                    name(rel),
                    "table_type",
                    insertable ? "BASE TABLE" : "VIEW",
                    "is_insertable_into",
                    insertable ? "YES" : "NO",
                    "is_typed",
                    "NO");
        }
    }

    private static void columns(Table table, Snapshot snapshot, String catalog) {
        for (Relation r : Relations.all()) {
            for (int i = 0; i < r.columns().size(); i++) {
                Relation.Column c = r.columns().get(i);
                column(table, catalog, r.schema(), r.name(), c.name(), i + 1, c.type(), true, null, false, "");
            }
        }
        for (Rel rel : snapshot.objects().relations()) {
            for (Att att : rel.columns()) {
                boolean generated = Snapshot.isGenerated(att.column());
                String text = att.column().defaultText();
                column(
                        table,
                        catalog,
                        rel.schemaName(),
                        name(rel),
                        att.column().name(),
                        att.number(),
                        WireType.of(att.column().type()),
                        Snapshot.nullable(att.column().type()),
                        text.isEmpty() ? null : text,
                        generated,
                        att.column().type().name());
            }
        }
    }

    private static void column(
            Table table,
            String catalog,
            String schema,
            String relation,
            String name,
            int number,
            WireType type,
            boolean nullable,
            @Nullable String defaultText,
            boolean generated,
            String ours) {
        PgType base = type.type();
        boolean array = type.array();
        String words = array ? "ARRAY" : TypeWords.of(WireType.of(base));
        Long precision = array ? null : precision(type);
        boolean whole = base == PgType.INT2 || base == PgType.INT4 || base == PgType.INT8;
        Long radix = precision == null ? null : base == PgType.NUMERIC ? 10L : 2L;
        Long scale = whole
                ? Long.valueOf(0)
                : base == PgType.NUMERIC && type.modifier() > 0 ? Long.valueOf((type.modifier() - 4) & 0xFFFF) : null;
        boolean time = base == PgType.TIMESTAMP || base == PgType.TIMESTAMPTZ;
        Long fraction = base == PgType.DATE
                ? Long.valueOf(0)
                : time ? Long.valueOf(type.modifier() < 0 ? 6 : type.modifier()) : null;
        table.add(
                "table_catalog",
                catalog,
                "table_schema",
                schema,
                "table_name",
                relation,
                "column_name",
                name,
                "ordinal_position",
                number,
                "column_default",
                generated ? null : defaultText,
                "is_nullable",
                nullable ? "YES" : "NO",
                "data_type",
                words,
                "numeric_precision",
                precision,
                "numeric_precision_radix",
                radix,
                "numeric_scale",
                array ? null : scale,
                "datetime_precision",
                array ? null : fraction,
                "udt_catalog",
                catalog,
                "udt_schema",
                "pg_catalog",
                "udt_name",
                (array ? "_" : "") + base.typeName(),
                "dtd_identifier",
                String.valueOf(number),
                "is_self_referencing",
                "NO",
                "is_identity",
                "NO",
                "identity_cycle",
                "NO",
                "is_generated",
                generated ? "ALWAYS" : "NEVER",
                "generation_expression",
                generated ? defaultText : null,
                "is_updatable",
                generated ? "NO" : "YES",
                "clickhouse_type",
                ours);
    }

    private static @Nullable Long precision(WireType type) {
        return switch (type.type()) {
            case INT2 -> 16L;
            case INT4 -> 32L;
            case INT8 -> 64L;
            case FLOAT4 -> 24L;
            case FLOAT8 -> 53L;
            case NUMERIC -> type.modifier() > 0 ? Long.valueOf((type.modifier() - 4) >> 16) : null;
            default -> null;
        };
    }

    private static void keys(String relation, Table table, Snapshot snapshot, String catalog) {
        for (Rel rel : snapshot.objects().relations()) {
            if (rel.keyOid() == 0) {
                continue;
            }
            String constraint = name(rel) + "_pkey";
            if (relation.equals("table_constraints")) {
                table.add(
                        "constraint_catalog",
                        catalog,
                        "constraint_schema",
                        rel.schemaName(),
                        "constraint_name",
                        constraint,
                        "table_catalog",
                        catalog,
                        "table_schema",
                        rel.schemaName(),
                        "table_name",
                        name(rel),
                        "constraint_type",
                        "PRIMARY KEY",
                        "is_deferrable",
                        "NO",
                        "initially_deferred",
                        "NO",
                        "enforced",
                        "YES");
                continue;
            }
            int position = 1;
            for (String column : rel.key()) {
                if (relation.equals("key_column_usage")) {
                    table.add(
                            "constraint_catalog",
                            catalog,
                            "constraint_schema",
                            rel.schemaName(),
                            "constraint_name",
                            constraint,
                            "table_catalog",
                            catalog,
                            "table_schema",
                            rel.schemaName(),
                            "table_name",
                            name(rel),
                            "column_name",
                            column,
                            "ordinal_position",
                            position++);
                } else {
                    table.add(
                            "table_catalog",
                            catalog,
                            "table_schema",
                            rel.schemaName(),
                            "table_name",
                            name(rel),
                            "column_name",
                            column,
                            "constraint_catalog",
                            catalog,
                            "constraint_schema",
                            rel.schemaName(),
                            "constraint_name",
                            constraint);
                }
            }
        }
    }
}
