package io.millrace.postgres.catalog;

import static io.millrace.postgres.catalog.Functions.BOOL;
import static io.millrace.postgres.catalog.Functions.INT4;
import static io.millrace.postgres.catalog.Functions.INT8;
import static io.millrace.postgres.catalog.Functions.TEXT;
import static io.millrace.postgres.catalog.Functions.lenient;
import static io.millrace.postgres.catalog.Functions.strict;
import static io.millrace.postgres.catalog.Functions.text;
import static io.millrace.postgres.catalog.Functions.whole;

import io.millrace.catalog.ability.Counted;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.catalog.Objects.Rel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions about the objects of the catalog: names, definitions, comments, privileges, sizes. */
final class ObjectFunctions {
    private ObjectFunctions() {}

    static void add() {
        visibility();
        definitions();
        lookups();
        lenient("obj_description", TEXT, (a, e) -> comment(whole(a.getFirst()), 0, e));
        lenient("col_description", TEXT, (a, e) -> comment(whole(a.get(0)), whole(a.get(1)), e));
        lenient("shobj_description", TEXT, (a, e) -> null);
        strict(
                "pg_table_size pg_relation_size pg_total_relation_size",
                INT8,
                (a, e) -> relation(a.getFirst(), e).map(ObjectFunctions::bytes).orElse(0L));
        strict("pg_indexes_size pg_tablespace_size pg_stat_get_numscans", INT8, (a, e) -> 0L);
        strict(
                "pg_database_size",
                INT8,
                (a, e) -> e.snapshot().objects().relations().stream()
                        .filter(r -> a.getFirst() instanceof String name
                                ? r.schemaName().equals(name)
                                : r.schema() == whole(a.getFirst()))
                        .mapToLong(ObjectFunctions::bytes)
                        .sum());
        strict("pg_size_pretty", TEXT, (a, e) -> pretty(whole(a.getFirst())));
        strict(
                "oidvectortypes",
                TEXT,
                (a, e) -> a.getFirst() instanceof List<?> types
                        ? String.join(
                                ", ",
                                types.stream()
                                        .map(t -> String.valueOf(Snapshot.typeName(whole(t), -1)))
                                        .toList())
                        : "");
        strict("pg_tablespace_location", TEXT, (a, e) -> "");
        lenient("pg_relation_filepath pg_relation_filenode", TEXT, (a, e) -> null);
        strict("pg_relation_is_publishable pg_relation_is_updatable", BOOL, (a, e) -> false);
        lenient("pg_get_serial_sequence pg_sequence_last_value", TEXT, (a, e) -> null);
        strict("age", INT4, (a, e) -> 0L);
        lenient("_pg_truetypid information_schema._pg_truetypid", WireType.of(PgType.OID), (a, e) -> a.getFirst());
        lenient(
                "information_schema._pg_char_max_length information_schema._pg_numeric_precision"
                        + " information_schema._pg_numeric_scale information_schema._pg_datetime_precision",
                INT4,
                (a, e) -> null);
    }

    private static void visibility() {
        strict("pg_table_is_visible", BOOL, (a, e) -> {
            long oid = whole(a.getFirst());
            if (oid < 16_384) {
                for (Relation relation : Relations.all()) {
                    if (relation.oid() == oid) {
                        return relation.schema().equals("pg_catalog");
                    }
                }
                return false;
            }
            Optional<Rel> rel = e.snapshot()
                    .objects()
                    .find(oid)
                    .or(() -> e.snapshot().objects().byKey(oid));
            return rel.isPresent() && rel.get().schemaName().equals(e.session().schema());
        });
        strict(
                "pg_type_is_visible pg_function_is_visible pg_operator_is_visible pg_collation_is_visible"
                        + " pg_opclass_is_visible pg_opfamily_is_visible pg_statistics_obj_is_visible"
                        + " pg_conversion_is_visible pg_ts_config_is_visible pg_ts_dict_is_visible"
                        + " pg_ts_parser_is_visible pg_ts_template_is_visible",
                BOOL,
                (a, e) -> true);
    }

    private static void definitions() {
        lenient(
                "format_type",
                TEXT,
                (a, e) -> a.getFirst() == null
                        ? null
                        : Snapshot.typeName(whole(a.get(0)), a.get(1) == null ? -1 : (int) whole(a.get(1))));
        strict("pg_get_expr", TEXT, (a, e) -> text(a.getFirst()));
        strict(
                "pg_get_viewdef",
                TEXT,
                (a, e) -> relation(a.getFirst(), e)
                        .map(r -> viewText(r.definition().createText()))
                        .orElse(null));
        strict("pg_get_indexdef", TEXT, ObjectFunctions::indexDefinition);
        strict(
                "pg_get_constraintdef",
                TEXT,
                (a, e) -> e.snapshot().objects().relations().stream()
                        .filter(r ->
                                r.keyOid() != 0 && e.session().ids().of("constraint " + r.oid()) == whole(a.getFirst()))
                        .findFirst()
                        .map(r -> "PRIMARY KEY (" + TableRows.keyList(r) + ")")
                        .orElse(null));
        strict(
                "pg_get_functiondef pg_get_function_result pg_get_function_arguments"
                        + " pg_get_function_identity_arguments",
                TEXT,
                (a, e) -> "");
        lenient(
                "pg_get_triggerdef pg_get_ruledef pg_get_partkeydef pg_get_statisticsobjdef"
                        + " pg_get_statisticsobjdef_columns pg_get_partition_constraintdef pg_describe_object"
                        + " pg_get_function_sqlbody pg_identify_object",
                TEXT,
                (a, e) -> null);
    }

    private static void lookups() {
        lookup("to_regclass", PgType.REGCLASS);
        lookup("to_regtype", PgType.REGTYPE);
        lookup("to_regproc", PgType.REGPROC);
        lookup("to_regnamespace", PgType.REGNAMESPACE);
        lookup("to_regrole", PgType.REGROLE);
        lenient("pg_partition_root", WireType.of(PgType.REGCLASS), (a, e) -> null);
    }

    private static void lookup(String name, PgType type) {
        strict(
                name,
                WireType.of(type),
                (a, e) -> Casts.find(text(a.getFirst()), type, e).orElse(null));
    }

    /** A view's query: what stands behind AS. */
    static String viewText(String create) {
        int as = create.toUpperCase(Locale.ROOT).indexOf(" AS ");
        int line = create.toUpperCase(Locale.ROOT).indexOf("\nAS ");
        int at = line >= 0 ? line : as;
        return " " + (at < 0 ? create : create.substring(at + 4)).strip() + ";";
    }

    private static @Nullable Object indexDefinition(List<@Nullable Object> args, Execution execution) {
        Optional<Rel> rel = execution.snapshot().objects().byKey(whole(args.getFirst()));
        if (rel.isEmpty()) {
            return null;
        }
        int column = args.size() > 1 ? (int) whole(args.get(1)) : 0;
        if (column == 0) {
            return TableRows.indexDefinition(rel.get());
        }
        return column <= rel.get().key().size()
                ? Text.quoteIdent(rel.get().key().get(column - 1))
                : null;
    }

    private static Optional<Rel> relation(@Nullable Object value, Execution execution) {
        long oid = value instanceof String name
                ? execution.snapshot().relationId(name).orElse(0L)
                : whole(value);
        return execution.snapshot().objects().find(oid);
    }

    private static long bytes(Rel rel) {
        return rel.table() instanceof Counted counted ? counted.bytes() : 0;
    }

    private static @Nullable String comment(long oid, long column, Execution execution) {
        Optional<Rel> rel = execution.snapshot().objects().find(oid);
        if (rel.isEmpty()) {
            return null;
        }
        String comment = column == 0
                ? rel.get().definition().comment()
                : rel.get().columns().stream()
                        .filter(c -> c.number() == column)
                        .map(c -> c.column().comment())
                        .findFirst()
                        .orElse("");
        return comment.isEmpty() ? null : comment;
    }

    private static String pretty(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB", "PB"};
        long value = bytes;
        int unit = 0;
        while (value >= 10 * 1024 && unit < units.length - 1) {
            value = (value + 512) / 1024;
            unit++;
        }
        return value + " " + units[unit];
    }
}
