package io.millrace.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * PostgreSQL's configuration parameters of one session: what SET changes and SHOW shows. Names are found in any case. For one thread.
 */
final class Variables {
    /** Parameters whose values clients are told when they change, as PostgreSQL spells them. */
    private static final Set<String> REPORTED = Set.of(
            "server_version",
            "server_encoding",
            "client_encoding",
            "DateStyle",
            "TimeZone",
            "integer_datetimes",
            "IntervalStyle",
            "standard_conforming_strings",
            "is_superuser",
            "session_authorization",
            "application_name",
            "default_transaction_read_only",
            "in_hot_standby",
            "search_path");

    private static final Set<String> FIXED = Set.of(
            "server_version",
            "server_version_num",
            "server_encoding",
            "integer_datetimes",
            "is_superuser",
            "in_hot_standby",
            "max_identifier_length",
            "max_index_keys",
            "block_size",
            "data_directory",
            "max_connections",
            "port",
            "ssl",
            "wal_level",
            "lc_collate",
            "lc_ctype");

    private static final Set<String> BOOLEANS = Set.of(
            "standard_conforming_strings",
            "default_transaction_read_only",
            "transaction_read_only",
            "default_transaction_deferrable",
            "transaction_deferrable",
            "row_security",
            "check_function_bodies",
            "jit",
            "escape_string_warning",
            "quote_all_identifiers",
            "synchronize_seqscans",
            "lo_compat_privileges",
            "array_nulls");

    private static final Map<String, String> DEFAULTS = defaults();

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> startup = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> beforeLocal = new LinkedHashMap<>();
    private final Map<String, String> beforeTransaction = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();

    Variables(Map<String, String> facts) {
        values.putAll(DEFAULTS);
        values.putAll(facts);
        startup.putAll(values);
        values.keySet().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
    }

    private static Map<String, String> defaults() {
        Map<String, String> map = new TreeMap<>();
        String[] pairs = {
            "server_encoding", "UTF8",
            "client_encoding", "UTF8",
            "DateStyle", "ISO, MDY",
            "IntervalStyle", "postgres",
            "integer_datetimes", "on",
            "standard_conforming_strings", "off",
            "is_superuser", "off",
            "application_name", "",
            "default_transaction_read_only", "off",
            "transaction_read_only", "off",
            "in_hot_standby", "off",
            "statement_timeout", "0",
            "lock_timeout", "0",
            "idle_in_transaction_session_timeout", "0",
            "idle_session_timeout", "0",
            "extra_float_digits", "1",
            "client_min_messages", "notice",
            "bytea_output", "hex",
            "default_transaction_isolation", "read committed",
            "transaction_isolation", "read committed",
            "default_transaction_deferrable", "off",
            "transaction_deferrable", "off",
            "row_security", "on",
            "check_function_bodies", "on",
            "xmloption", "content",
            "jit", "off",
            "work_mem", "4MB",
            "maintenance_work_mem", "64MB",
            "max_identifier_length", "63",
            "max_index_keys", "32",
            "lc_collate", "C.UTF-8",
            "lc_ctype", "C.UTF-8",
            "lc_messages", "C",
            "lc_monetary", "C",
            "lc_numeric", "C",
            "lc_time", "C",
            "timezone_abbreviations", "Default",
            "backslash_quote", "safe_encoding",
            "escape_string_warning", "off",
            "quote_all_identifiers", "off",
            "synchronize_seqscans", "on",
            "synchronous_commit", "on",
            "default_table_access_method", "heap",
            "default_tablespace", "",
            "temp_tablespaces", "",
            "session_replication_role", "origin",
            "lo_compat_privileges", "off",
            "array_nulls", "on",
            "password_encryption", "scram-sha-256",
            "listen_addresses", "localhost",
            "max_connections", "1000",
            "role", "none",
            "wal_level", "minimal",
            "data_directory", "",
            "block_size", "8192",
            "plan_cache_mode", "auto",
            "default_with_oids", "off",
            "default_text_search_config", "pg_catalog.simple",
            "gin_fuzzy_search_limit", "0",
            "lo_compat_privileges", "off",
            "geqo", "on",
            "enable_seqscan", "on",
            "enable_indexscan", "on",
            "enable_bitmapscan", "on",
            "enable_hashjoin", "on",
            "enable_mergejoin", "on",
            "enable_nestloop", "on",
            "enable_sort", "on",
            "enable_hashagg", "on",
            "enable_material", "on",
            "random_page_cost", "4",
            "effective_cache_size", "4GB",
            "constraint_exclusion", "partition",
            "cursor_tuple_fraction", "0.1",
            "from_collapse_limit", "8",
            "join_collapse_limit", "8",
            "log_statement", "none",
            "log_min_duration_statement", "-1",
            "track_activities", "on"
        };
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(map);
    }

    /** The canonical spelling of a parameter, if there is one of that name. */
    Optional<String> canonical(String name) {
        return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean isKnown(String name) {
        return canonical(name).isPresent();
    }

    /** The value of a parameter. */
    Optional<String> find(String name) {
        return canonical(name).map(values::get);
    }

    /** The value of a parameter as SHOW gives it: durations with their unit. */
    Optional<String> shown(String name) {
        return canonical(name).map(known -> VariableValues.shown(known, values.getOrDefault(known, "")));
    }

    /** What holds for the next transactions holds for the time between them, too. */
    void takeDefault(String name) {
        String known = canonical(name).orElse(name);
        if (known.equals("default_transaction_isolation") || known.equals("default_transaction_read_only")) {
            put(known.substring("default_".length()), get(known));
        }
    }

    String get(String name) {
        return find(name).orElse("");
    }

    boolean isOn(String name) {
        return get(name).equals("on");
    }

    /** All parameters, by name. */
    Map<String, String> all() {
        return new TreeMap<>(values);
    }

    /**
     * Changes a parameter.
     *
     * @throws PgError when the value is not allowed or the parameter cannot be changed
     */
    void set(String name, String value, boolean local) {
        String known = canonical(name).orElse(name);
        if (FIXED.contains(known)) {
            throw new PgError("55P02", "parameter \"" + known + "\" cannot be changed");
        }
        String checked = VariableValues.checked(known, value, BOOLEANS.contains(known));
        if (!names.containsKey(known.toLowerCase(Locale.ROOT))) {
            names.put(known.toLowerCase(Locale.ROOT), known);
            startup.put(known, "");
        }
        String old = values.getOrDefault(known, "");
        (local ? beforeLocal : beforeTransaction).putIfAbsent(known, old);
        put(known, checked);
    }

    private void put(String name, String value) {
        String old = values.put(name, value);
        if (!value.equals(old)) {
            changed.add(name);
        }
    }

    /** What changes without SET: the current database. */
    void tell(String name, String value) {
        names.put(name.toLowerCase(Locale.ROOT), name);
        put(name, value);
    }

    /** Values given in the startup packet are what RESET goes back to. */
    void keepAsStartup() {
        startup.clear();
        startup.putAll(values);
        changed.clear();
        endTransaction(true);
    }

    void reset(String name) {
        String known = canonical(name)
                .orElseThrow(() ->
                        new PgError(SqlState.UNKNOWN_OBJECT, "unrecognized configuration parameter \"" + name + "\""));
        put(known, startup.getOrDefault(known, ""));
    }

    void resetAll() {
        for (String name : new ArrayList<>(values.keySet())) {
            if (!FIXED.contains(name) && !name.equals("session_authorization")) {
                put(name, startup.getOrDefault(name, ""));
            }
        }
    }

    /** What SET LOCAL changed comes back; after a rollback what SET changed in the transaction, too. */
    void endTransaction(boolean committed) {
        beforeLocal.forEach(this::put);
        beforeLocal.clear();
        if (!committed) {
            beforeTransaction.forEach(this::put);
        }
        beforeTransaction.clear();
    }

    /** The parameters that clients must be told of now, in the order of their names. */
    List<String> takeChanged() {
        List<String> result =
                changed.stream().filter(REPORTED::contains).sorted().toList();
        changed.clear();
        return result;
    }

    /** The parameters told of when a session begins. */
    static List<String> reported() {
        return REPORTED.stream().sorted().toList();
    }
}
