package io.millrace.postgres.catalog;

import static io.millrace.postgres.catalog.Functions.BOOL;
import static io.millrace.postgres.catalog.Functions.strict;
import static io.millrace.postgres.catalog.Functions.text;
import static io.millrace.postgres.catalog.Functions.whole;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.postgres.catalog.Objects.Rel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code has_table_privilege} and its kin: what the current user's grants allow. */
final class PrivilegeFunctions {
    /** PostgreSQL's privileges by those that stand for them; of others only whoever may do all has them. */
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("SELECT", "SELECT"),
            Map.entry("INSERT", "INSERT"),
            Map.entry("UPDATE", "ALTER UPDATE"),
            Map.entry("DELETE", "ALTER DELETE"),
            Map.entry("TRUNCATE", "TRUNCATE"),
            Map.entry("CREATE", "CREATE TABLE"),
            Map.entry("TEMP", "CREATE TEMPORARY TABLE"),
            Map.entry("TEMPORARY", "CREATE TEMPORARY TABLE"),
            Map.entry("REFERENCES", "ALL"),
            Map.entry("TRIGGER", "ALL"),
            Map.entry("USAGE", ""),
            Map.entry("CONNECT", ""),
            Map.entry("EXECUTE", ""),
            Map.entry("MEMBER", ""));

    private static final List<String> ON_TABLES =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");

    private PrivilegeFunctions() {}

    static void add() {
        strict("has_table_privilege has_any_column_privilege", BOOL, (a, e) -> onTable(a, a.size() - 2, e));
        strict("has_column_privilege", BOOL, (a, e) -> onTable(a, a.size() - 3, e));
        strict("has_schema_privilege", BOOL, (a, e) -> onSchema(a, e));
        strict("has_database_privilege", BOOL, (a, e) -> onDatabase(a, e));
        strict(
                "has_function_privilege has_sequence_privilege has_tablespace_privilege has_type_privilege"
                        + " has_language_privilege has_server_privilege has_foreign_data_wrapper_privilege pg_has_role",
                BOOL,
                (a, e) -> true);
        strict("row_security_active", BOOL, (a, e) -> false);
    }

    /** What the current user may do with a table, in PostgreSQL's words. */
    static List<String> heldOn(Rel rel, CatalogSession session) {
        Optional<String> table = Optional.of(rel.definition().id().name());
        return ON_TABLES.stream()
                .filter(p -> session.may(OURS.getOrDefault(p, "ALL"), rel.schemaName(), table))
                .toList();
    }

    /** Whether one of the privileges in a list is allowed. */
    private static boolean any(String list, Execution execution, String database, Optional<String> table) {
        boolean allowed = false;
        for (String word : list.split(",")) {
            String name = word.strip().toUpperCase(Locale.ROOT).replace(" WITH GRANT OPTION", "");
            String ours = OURS.get(name);
            if (ours == null) {
                throw new DbException(ErrorCode.BAD_ARGUMENTS, "unrecognized privilege type: \"" + word.strip() + "\"");
            }
            allowed |= ours.isEmpty() || execution.session().may(ours, database, table);
        }
        return allowed;
    }

    private static @Nullable Object onTable(List<@Nullable Object> args, int at, Execution execution) {
        Object object = args.get(at);
        Snapshot snapshot = execution.snapshot();
        long oid = object instanceof String name
                ? snapshot.relationId(name)
                        .orElseThrow(() ->
                                new DbException(ErrorCode.UNKNOWN_TABLE, "relation \"" + name + "\" does not exist"))
                : whole(object);
        String list = text(args.getLast());
        Optional<Rel> rel = snapshot.objects().find(oid);
        if (rel.isPresent()) {
            String table = rel.get().definition().id().name();
            return any(list, execution, rel.get().schemaName(), Optional.of(table));
        }
        boolean ofCatalog = Relations.find(oid).isPresent();
        boolean reads = ofCatalog && list.toUpperCase(Locale.ROOT).contains("SELECT");
        boolean held = any(list, execution, "system", Optional.empty());
        return ofCatalog ? reads || held : null;
    }

    private static @Nullable Object onSchema(List<@Nullable Object> args, Execution execution) {
        Object object = args.get(args.size() - 2);
        Snapshot snapshot = execution.snapshot();
        Optional<String> name = object instanceof String text
                ? Optional.of(text)
                : snapshot.objects().schemaName(whole(object));
        if (name.isEmpty()) {
            return null;
        }
        boolean known = snapshot.objects().schemas().containsKey(name.get())
                || name.get().equals("pg_catalog")
                || name.get().equals("information_schema");
        if (!known) {
            throw new DbException(ErrorCode.UNKNOWN_DATABASE, "schema \"" + name.get() + "\" does not exist");
        }
        return any(text(args.getLast()), execution, name.get(), Optional.empty());
    }

    private static @Nullable Object onDatabase(List<@Nullable Object> args, Execution execution) {
        Object object = args.get(args.size() - 2);
        Optional<String> name = object instanceof String text
                ? Optional.of(text)
                : execution.snapshot().objects().schemaName(whole(object));
        return name.<Object>map(n -> any(text(args.getLast()), execution, n, Optional.empty()))
                .orElse(null);
    }
}
