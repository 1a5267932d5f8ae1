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

    private static final Map<String, Rows> ROWS = Rows.read("rows.txt");

    private FixedRelations() {}

    /** Rows that never change: the names of their columns, and the texts of their values. */
    private record Rows(String columns, List<String[]> values) {
        static final Rows NONE = new Rows("", List.of());

        /** The rows of a file, in paragraphs: a relation with its columns, then a line for each row. */
        static Map<String, Rows> read(String file) {
            Map<String, Rows> all = new HashMap<>();
            List<String[]> current = new ArrayList<>();
            boolean begins = true;
            for (String line : Relations.lines(file)) {
                if (line.isEmpty()) {
                    begins = true;
                } else if (begins) {
                    current = new ArrayList<>();
                    int blank = line.indexOf(' ');
                    all.put(line.substring(0, blank), new Rows(line.substring(blank + 1), current));
                    begins = false;
                } else {
                    current.add(line.split(" "));
                }
            }
            return all;
        }

        void addTo(Table table) {
            values.forEach(row -> table.addTexts(columns, row));
        }
    }

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
            case "pg_database" -> databases(table, session);
            case "pg_roles", "pg_authid" -> session.principals().forEach(p -> role(p, table, session));
            case "pg_auth_members" -> members(table, session);
            case "pg_user", "pg_shadow" ->
                session.principals().stream()
                        .filter(Principal::login)
                        .forEach(p -> table.add(
                                "usename usesysid usecreatedb usesuper passwd",
                                p.name(),
                                roleId(p.name(), session),
                                p.everything(),
                                p.everything(),
                                "********"));
            case "pg_settings" -> settings(table, session);
            case "pg_stat_activity" ->
                table.add(
                        "datname pid usename usesysid application_name state backend_type",
                        session.database(),
                        session.process(),
                        session.user(),
                        OWNER,
                        session.variable("application_name").orElse(""),
                        "active",
                        "client backend");
            case "pg_stat_ssl" -> table.add("pid ssl", session.process(), false);
            case "pg_stat_database" -> table.add("datname", session.database());
            default -> ROWS.getOrDefault(relation, Rows.NONE).addTo(table);
        }
    }

    private static void type(String[] t, Table table) {
        boolean byValue = t[3].equals("t");
        table.add(
                "oid typname typnamespace typowner typlen typbyval typtype typcategory typispreferred "
                        + "typisdefined typdelim typrelid typsubscript typelem typarray typinput typoutput typreceive "
                        + "typsend typmodin typmodout typanalyze typalign typstorage typnotnull typbasetype typtypmod "
                        + "typndims typcollation",
                number(t[0]),
                t[1],
                11L,
                OWNER,
                number(t[2]),
                byValue,
                t[4],
                t[5],
                t[6].equals("t"),
                true,
                t[7],
                0L,
                number(t[8]),
                number(t[9]),
                number(t[10]),
                number(t[11]),
                number(t[12]),
                number(t[13]),
                number(t[14]),
                number(t[15]),
                number(t[16]),
                number(t[17]),
                t[18],
                t[19],
                false,
                0L,
                -1L,
                0L,
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
                "oid proname pronamespace proowner prolang procost prokind proisstrict provolatile proparallel "
                        + "pronargs prorettype proargtypes prosrc",
                number(p[0]),
                p[1],
                11L,
                OWNER,
                12L,
                1.0,
                "f",
                true,
                "i",
                "s",
                number(p[3]),
                number(p[2]),
                arguments,
                p[1]);
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    private static void databases(Table table, CatalogSession session) {
        List<String> names = new ArrayList<>(session.catalog().databases());
        if (!names.contains(session.database())) {
            names.add(session.database());
        }
        for (String name : names) {
            if (!name.equalsIgnoreCase("information_schema")) {
                table.add(
                        "oid datname datdba encoding datlocprovider datistemplate datallowconn datconnlimit dattablespace "
                                + "datcollate datctype",
                        session.ids().of("database " + name),
                        name,
                        OWNER,
                        6L,
                        "c",
                        false,
                        true,
                        -1L,
                        1663L,
                        "C.UTF-8",
                        "C.UTF-8");
            }
        }
    }

    /** The current user owns everything that it sees. */
    static long roleId(String name, CatalogSession session) {
        return name.equals(session.user()) ? OWNER : session.ids().of("role " + name);
    }

    /** {@code pg_get_userbyid}. */
    static String roleName(long oid, CatalogSession session) {
        return session.principals().stream()
                .map(Principal::name)
                .filter(name -> roleId(name, session) == oid)
                .findFirst()
                .orElse("unknown (OID=" + oid + ")");
    }

    private static void role(Principal p, Table table, CatalogSession session) {
        table.add(
                "oid rolname rolsuper rolinherit rolcreaterole rolcreatedb rolcanlogin rolconnlimit rolpassword",
                roleId(p.name(), session),
                p.name(),
                p.everything(),
                true,
                p.everything(),
                p.everything(),
                p.login(),
                -1L,
                "********");
    }

    private static void members(Table table, CatalogSession session) {
        for (Principal p : session.principals()) {
            for (String role : p.roles()) {
                table.add(
                        "oid roleid member grantor inherit_option set_option",
                        session.ids().of("member " + p.name() + " of " + role),
                        roleId(role, session),
                        roleId(p.name(), session),
                        OWNER,
                        true,
                        true);
            }
        }
    }

    private static void settings(Table table, CatalogSession session) {
        session.variables()
                .forEach((name, value) -> table.add(
                        "name setting category short_desc context vartype source boot_val reset_val pending_restart",
                        name,
                        value,
                        "Client Connection Defaults",
                        "",
                        "user",
                        "string",
                        "default",
                        value,
                        value,
                        false));
    }
}
