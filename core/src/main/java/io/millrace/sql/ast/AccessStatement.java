package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/** Statements about users, roles and what they may do. Immutable. */
public sealed interface AccessStatement extends Statement {
    /** How a definition treats what exists already. */
    enum Mode {
        CREATE("CREATE"),
        IF_NOT_EXISTS("CREATE"),
        OR_REPLACE("CREATE"),
        ALTER("ALTER"),
        ALTER_IF_EXISTS("ALTER"),
        /** As it is kept in files. */
        ATTACH("ATTACH");

        private final String verb;

        Mode(String verb) {
            this.verb = verb;
        }

        /** The verb it is written with. */
        public String verb() {
            return verb;
        }
    }

    /** What is defined. */
    enum Kind {
        USER,
        ROLE
    }

    /**
     * {@code CREATE USER names IDENTIFIED .. HOST .. DEFAULT ROLE .. DEFAULT DATABASE .. SETTINGS ..}, or ALTER USER; what is empty is not said.
     *
     * @param renameTo of ALTER USER only
     */
    record DefineUser(
            Position position,
            Mode mode,
            List<String> names,
            Optional<String> renameTo,
            Optional<List<Authentication>> authentication,
            Optional<List<Host>> hosts,
            Optional<RoleSet> defaultRoles,
            Optional<String> defaultDatabase,
            Optional<List<SettingItem>> settings)
            implements AccessStatement {}

    /** {@code CREATE ROLE names SETTINGS ..}, or ALTER ROLE. */
    record DefineRole(Position position, Mode mode, List<String> names, Optional<List<SettingItem>> settings)
            implements AccessStatement {}

    /** {@code DROP USER IF EXISTS a, b}. */
    record DropAccess(Position position, Kind kind, boolean ifExists, List<String> names) implements AccessStatement {}

    /**
     * {@code IDENTIFIED WITH method BY 'value' SALT 'salt'}.
     *
     * @param method in lower case, for example {@code sha256_password}
     * @param values the password or hash, or the common names of certificates
     */
    record Authentication(String method, List<String> values, Optional<String> salt) {
        public Authentication {
            values = List.copyOf(values);
        }
    }

    /**
     * One place of a HOST clause.
     *
     * @param kind ANY, LOCAL, IP, NAME or REGEXP
     */
    record Host(String kind, String value) {}

    /** Some roles: these, or all but these. */
    record RoleSet(boolean all, List<String> names) {
        public RoleSet {
            names = List.copyOf(names);
        }
    }

    /** An item of the SETTINGS of a user or role. */
    sealed interface SettingItem {}

    /** {@code PROFILE 'name'}. */
    record ProfileItem(String profile) implements SettingItem {}

    /** {@code name = value MIN a MAX b CONST}. */
    record ValueItem(
            String name,
            Optional<LiteralValue> value,
            Optional<LiteralValue> min,
            Optional<LiteralValue> max,
            Optional<String> writability)
            implements SettingItem {}

    /** {@code GRANT privileges TO grantees WITH GRANT OPTION}, or REVOKE. */
    record Grant(
            Position position,
            boolean attach,
            boolean revoke,
            boolean option,
            List<Privileges> privileges,
            List<String> grantees)
            implements AccessStatement {
        public Grant {
            privileges = List.copyOf(privileges);
            grantees = List.copyOf(grantees);
        }
    }

    /** Some privileges in one place; the names are in upper case. */
    record Privileges(List<String> names, Place place) {
        public Privileges {
            names = List.copyOf(names);
        }
    }

    /**
     * {@code *.*}, {@code db.*}, {@code db.t}; without a database the current one is meant.
     *
     * @param anyDatabase whether it is {@code *.*}
     * @param table empty for all tables
     */
    record Place(boolean anyDatabase, Optional<String> database, Optional<String> table) {}

    /** {@code GRANT roles TO grantees WITH ADMIN OPTION}, or REVOKE. */
    record GrantRole(
            Position position,
            boolean attach,
            boolean revoke,
            boolean option,
            List<String> roles,
            List<String> grantees)
            implements AccessStatement {
        public GrantRole {
            roles = List.copyOf(roles);
            grantees = List.copyOf(grantees);
        }
    }

    /** {@code SET ROLE roles}; empty for {@code SET ROLE DEFAULT}. */
    record SetRole(Position position, Optional<RoleSet> roles) implements AccessStatement {}

    /** {@code SET DEFAULT ROLE roles TO users}. */
    record SetDefaultRole(Position position, RoleSet roles, List<String> users) implements AccessStatement {
        public SetDefaultRole {
            users = List.copyOf(users);
        }
    }

    /** {@code SHOW GRANTS FOR names}; empty for the asking user. */
    record ShowGrants(Position position, List<String> names) implements AccessStatement {
        public ShowGrants {
            names = List.copyOf(names);
        }
    }

    /** {@code SHOW CREATE USER names}; empty for the asking user. */
    record ShowCreateAccess(Position position, Kind kind, List<String> names) implements AccessStatement {
        public ShowCreateAccess {
            names = List.copyOf(names);
        }
    }
}
