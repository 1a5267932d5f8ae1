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
                                "table_catalog table_schema table_name view_definition check_option is_updatable "
                                        + "is_insertable_into",
                                catalog,
                                rel.schemaName(),
                                name(rel),
                                ObjectFunctions.viewText(rel.definition().createText()),
                                "NONE",
                                "NO",
                                "NO");
                    }
                }
            }
            case "table_constraints", "key_column_usage", "constraint_column_usage" ->
                keys(relation, table, snapshot, catalog);
            case "character_sets" ->
                table.add(
                        "character_set_name character_repertoire form_of_use default_collate_catalog",
                        "UTF8",
                        "UCS",
                        "UTF8",
                        catalog);
            case "enabled_roles" -> table.add("role_name", user);
            case "table_privileges", "role_table_grants" -> {
                for (Rel rel : snapshot.objects().relations()) {
                    for (String privilege : PrivilegeFunctions.heldOn(rel, snapshot.session())) {
                        table.add(
                                "grantor grantee table_catalog table_schema table_name privilege_type is_grantable with_hierarchy",
                                user,
                                user,
                                catalog,
                                rel.schemaName(),
                                name(rel),
                                privilege,
                                "NO",
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
        table.add("catalog_name schema_name schema_owner", catalog, name, user);
    }

    private static void tables(Table table, Snapshot snapshot, String catalog) {
        for (Relation r : Relations.all()) {
            table.add(
                    "table_catalog table_schema table_name table_type is_insertable_into is_typed",
                    catalog,
                    r.schema(),
                    r.name(),
                    r.kind() == 'v' ? "VIEW" : "BASE TABLE",
                    "NO",
                    "NO");
        }
        for (Rel rel : snapshot.objects().relations()) {
            boolean insertable = rel.kind() == 'r';
            table.add(
                    "table_catalog table_schema table_name table_type is_insertable_into is_typed",
                    catalog,
                    rel.schemaName(),
                    name(rel),
                    insertable ? "BASE TABLE" : "VIEW",
                    insertable ? "YES" : "NO",
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
                boolean generated = TableRows.isGenerated(att.column());
                String text = att.column().defaultText();
                column(
                        table,
                        catalog,
                        rel.schemaName(),
                        name(rel),
                        att.column().name(),
                        att.number(),
                        WireType.of(att.column().type()),
                        TableRows.nullable(att.column().type()),
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
                "table_catalog table_schema table_name column_name ordinal_position column_default is_nullable "
                        + "data_type numeric_precision numeric_precision_radix numeric_scale datetime_precision udt_catalog "
                        + "udt_schema udt_name dtd_identifier is_self_referencing is_identity identity_cycle is_generated "
                        + "generation_expression is_updatable clickhouse_type",
                catalog,
                schema,
                relation,
                name,
                number,
                generated ? null : defaultText,
                nullable ? "YES" : "NO",
                words,
                precision,
                radix,
                array ? null : scale,
                array ? null : fraction,
                catalog,
                "pg_catalog",
                (array ? "_" : "") + base.typeName(),
                String.valueOf(number),
                "NO",
                "NO",
                "NO",
                generated ? "ALWAYS" : "NEVER",
                generated ? defaultText : null,
                generated ? "NO" : "YES",
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
                        "constraint_catalog constraint_schema constraint_name table_catalog table_schema table_name "
                                + "constraint_type is_deferrable initially_deferred enforced",
                        catalog,
                        rel.schemaName(),
                        constraint,
                        catalog,
                        rel.schemaName(),
                        name(rel),
                        "PRIMARY KEY",
                        "NO",
                        "NO",
                        "YES");
                continue;
            }
            int position = 1;
            for (String column : rel.key()) {
                if (relation.equals("key_column_usage")) {
                    table.add(
                            "constraint_catalog constraint_schema constraint_name table_catalog table_schema table_name "
                                    + "column_name ordinal_position",
                            catalog,
                            rel.schemaName(),
                            constraint,
                            catalog,
                            rel.schemaName(),
                            name(rel),
                            column,
                            position++);
                } else {
                    table.add(
                            "table_catalog table_schema table_name column_name constraint_catalog constraint_schema "
                                    + "constraint_name",
                            catalog,
                            rel.schemaName(),
                            name(rel),
                            column,
                            catalog,
                            rel.schemaName(),
                            constraint);
                }
            }
        }
    }
}
