package io.millrace.postgres.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Relations whose rows do not depend on our tables: types, functions, roles, parameters. The others have no rows. */
final class FixedRelations {
    private static final long OWNER = Objects.PUBLIC_OWNER;
    private static final List<String[]> TYPES = split("types.txt");
    private static final List<String[]> PROCEDURES = split("procedures.txt");
    private static final Map<Long, String> PROCEDURE_NAMES = new HashMap<>();
    private static final Map<String, Long> PROCEDURE_IDS = new HashMap<>();
    private static final Map<Long, String> TYPE_NAMES = new HashMap<>();
    private static final Map<String, Long> TYPE_IDS = new HashMap<>();

    static {
        for (String[] p : PROCEDURES) {
            PROCEDURE_NAMES.put(Long.parseLong(p[0]), p[1]);
            PROCEDURE_IDS.putIfAbsent(p[1], Long.parseLong(p[0]));
        }
        for (String[] t : TYPES) {
            TYPE_NAMES.put(Long.parseLong(t[0]), t[1]);
            TYPE_IDS.put(t[1], Long.parseLong(t[0]));
        }
    }

    private FixedRelations() {}

    private static List<String[]> split(String file) {
        return Relations.lines(file).stream().map(l -> l.split(" ", -1)).toList();
    }

    static Optional<String> procedureName(long oid) {
        return Optional.ofNullable(PROCEDURE_NAMES.get(oid));
    }

    static Optional<Long> procedureId(String name) {
        return Optional.ofNullable(PROCEDURE_IDS.get(name));
    }

    static Optional<String> typeName(long oid) {
        return Optional.ofNullable(TYPE_NAMES.get(oid));
    }

    static Optional<Long> typeId(String name) {
        return Optional.ofNullable(TYPE_IDS.get(name));
    }

    static void fill(String relation, Table table, CatalogSession session) {
        switch (relation) {
            case "pg_type" -> TYPES.forEach(t -> type(t, table));
            case "pg_proc" -> PROCEDURES.forEach(p -> procedure(p, table));
            case "pg_am" -> {
                accessMethod(2, "heap", "t", 3, table);
                accessMethod(403, "btree", "i", 330, table);
                accessMethod(405, "hash", "i", 331, table);
            }
            case "pg_language" -> {
                table.add("oid", 12L, "lanname", "internal", "lanowner", OWNER);
                table.add("oid", 13L, "lanname", "c", "lanowner", OWNER);
                table.add("oid", 14L, "lanname", "sql", "lanowner", OWNER, "lanpltrusted", true);
            }
            case "pg_collation" -> {
                collation(100, "default", "d", table);
                collation(950, "C", "c", table);
                collation(951, "POSIX", "c", table);
            }
            case "pg_range" -> {
                long[][] ranges = {
                    {3904, 23, 4451},
                    {3906, 1700, 4532},
                    {3908, 1114, 4533},
                    {3910, 1184, 4534},
                    {3912, 1082, 4535},
                    {3926, 20, 4536}
                };
                for (long[] range : ranges) {
                    table.add("rngtypid", range[0], "rngsubtype", range[1], "rngmultitypid", range[2]);
                }
            }
            case "pg_database" -> databases(table, session);
            case "pg_tablespace" -> {
                table.add("oid", 1663L, "spcname", "pg_default", "spcowner", OWNER);
                table.add("oid", 1664L, "spcname", "pg_global", "spcowner", OWNER);
            }
            case "pg_roles", "pg_authid" ->
                table.add(
                        "oid",
                        OWNER,
                        "rolname",
                        session.user(),
                        "rolsuper",
                        false,
                        "rolinherit",
                        true,
                        "rolcreaterole",
                        false,
                        "rolcreatedb",
                        true,
                        "rolcanlogin",
                        true,
                        "rolreplication",
                        false,
                        "rolconnlimit",
                        -1L,
                        "rolpassword",
                        "********",
                        "rolbypassrls",
                        false);
            case "pg_user", "pg_shadow" ->
                table.add("usename", session.user(), "usesysid", OWNER, "usecreatedb", true, "passwd", "********");
            case "pg_settings" -> settings(table, session);
            case "pg_extension" ->
                table.add(
                        "oid",
                        13_563L,
                        "extname",
                        "plpgsql",
                        "extowner",
                        OWNER,
                        "extnamespace",
                        11L,
                        "extversion",
                        "1.0");
            case "pg_stat_activity" ->
                table.add(
                        "datname",
                        session.database(),
                        "pid",
                        session.process(),
                        "usename",
                        session.user(),
                        "usesysid",
                        OWNER,
                        "application_name",
                        session.variable("application_name").orElse(""),
                        "state",
                        "active",
                        "backend_type",
                        "client backend");
            case "pg_stat_ssl" -> table.add("pid", session.process(), "ssl", false);
            case "pg_stat_database" -> table.add("datname", session.database());
            default -> {}
        }
    }

    private static void type(String[] t, Table table) {
        boolean byValue = t[3].equals("t");
        table.add(
                "oid",
                number(t[0]),
                "typname",
                t[1],
                "typnamespace",
                11L,
                "typowner",
                OWNER,
                "typlen",
                number(t[2]),
                "typbyval",
                byValue,
                "typtype",
                t[4],
                "typcategory",
                t[5],
                "typispreferred",
                t[6].equals("t"),
                "typisdefined",
                true,
                "typdelim",
                t[7],
                "typrelid",
                0L,
                "typsubscript",
                number(t[8]),
                "typelem",
                number(t[9]),
                "typarray",
                number(t[10]),
                "typinput",
                number(t[11]),
                "typoutput",
                number(t[12]),
                "typreceive",
                number(t[13]),
                "typsend",
                number(t[14]),
                "typmodin",
                number(t[15]),
                "typmodout",
                number(t[16]),
                "typanalyze",
                number(t[17]),
                "typalign",
                t[18],
                "typstorage",
                t[19],
                "typnotnull",
                false,
                "typbasetype",
                0L,
                "typtypmod",
                -1L,
                "typndims",
                0L,
                "typcollation",
                number(t[20]));
    }

    private static void procedure(String[] p, Table table) {
        List<Object> arguments = new ArrayList<>();
        for (String argument : p[4].split(",")) {
            if (!argument.isEmpty()) {
                arguments.add(number(argument));
            }
        }
        table.add(
                "oid",
                number(p[0]),
                "proname",
                p[1],
                "pronamespace",
                11L,
                "proowner",
                OWNER,
                "prolang",
                12L,
                "procost",
                1.0,
                "prokind",
                "f",
                "proisstrict",
                true,
                "provolatile",
                "i",
                "proparallel",
                "s",
                "pronargs",
                number(p[3]),
                "prorettype",
                number(p[2]),
                "proargtypes",
                arguments,
                "prosrc",
                p[1]);
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    private static void accessMethod(long oid, String name, String type, long handler, Table table) {
        table.add("oid", oid, "amname", name, "amhandler", handler, "amtype", type);
    }

    private static void collation(long oid, String name, String provider, Table table) {
        table.add(
                "oid",
                oid,
                "collname",
                name,
                "collnamespace",
                11L,
                "collowner",
                OWNER,
                "collprovider",
                provider,
                "collisdeterministic",
                true,
                "collencoding",
                -1L);
    }

    private static void databases(Table table, CatalogSession session) {
        List<String> names = new ArrayList<>(session.catalog().databases());
        if (!names.contains(session.database())) {
            names.add(session.database());
        }
        for (String name : names) {
            if (!name.equalsIgnoreCase("information_schema")) {
                table.add(
                        "oid",
                        session.ids().of("database " + name),
                        "datname",
                        name,
                        "datdba",
                        OWNER,
                        "encoding",
                        6L,
                        "datlocprovider",
                        "c",
                        "datistemplate",
                        false,
                        "datallowconn",
                        true,
                        "datconnlimit",
                        -1L,
                        "dattablespace",
                        1663L,
                        "datcollate",
                        "C.UTF-8",
                        "datctype",
                        "C.UTF-8");
            }
        }
    }

    private static void settings(Table table, CatalogSession session) {
        session.variables()
                .forEach((name, value) -> table.add(
                        "name",
                        name,
                        "setting",
                        value,
                        "category",
                        "Client Connection Defaults",
                        "short_desc",
                        "",
                        "context",
                        "user",
                        "vartype",
                        "string",
                        "source",
                        "default",
                        "boot_val",
                        value,
                        "reset_val",
                        value,
                        "pending_restart",
                        false));
    }
}
