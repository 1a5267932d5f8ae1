package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.engine.access.Grants.Target;
import io.millrace.sql.ast.AccessStatement;
import java.util.List;
import java.util.Optional;

/**
 * What a user may do, by itself and through its current roles. Immutable.
 *
 * @param grants any one of them is enough
 */
public record Rights(String user, List<Grants> grants) {
    /** Everything: for the server itself. */
    public static final Rights ALL = new Rights("", List.of(Grants.ALL));

    /** Whether something is allowed in a table or, without one, in the whole database. */
    public boolean allows(String privilege, String database, Optional<String> table) {
        return allows(Privilege.of(privilege), new Target(Optional.of(database), table), false);
    }

    boolean allows(Privilege privilege, Target target, boolean withOption) {
        return grants.stream().anyMatch(g -> g.allows(privilege, target, withOption));
    }

    /**
     * @throws DbException ACCESS_DENIED
     */
    public void check(String privilege, String database, Optional<String> table) {
        check(Privilege.of(privilege), new Target(Optional.of(database), table), false);
    }

    /**
     * Checks a privilege that is about no place.
     *
     * @throws DbException ACCESS_DENIED
     */
    public void check(String privilege) {
        check(Privilege.of(privilege), Grants.EVERYWHERE, false);
    }

    void check(Privilege privilege, Target target, boolean withOption) {
        if (!allows(privilege, target, withOption)) {
            boolean lacksOption = withOption && allows(privilege, target, false);
            throw new DbException(
                    ErrorCode.ACCESS_DENIED,
                    user + ": Not enough privileges. "
                            + (lacksOption
                                    ? "The required privileges have been granted, but without grant option. "
                                    : "")
                            + "To execute this query, it's necessary to have the grant " + privilege + " ON " + target
                            + (withOption ? " WITH GRANT OPTION" : ""));
        }
    }

    /**
     * Checks what a statement about users and roles needs: nobody grants what it may not pass on.
     *
     * @param database the current one
     * @throws DbException ACCESS_DENIED
     */
    public void check(AccessStatement statement, String database) {
        switch (statement) {
            case AccessStatement.DefineUser user -> check(user.mode().verb().replace("ATTACH", "CREATE") + " USER");
            case AccessStatement.DefineRole role -> check(role.mode().verb().replace("ATTACH", "CREATE") + " ROLE");
            case AccessStatement.DropAccess drop -> check("DROP " + drop.kind());
            case AccessStatement.Grant grant -> {
                for (AccessStatement.Privileges privileges : grant.privileges()) {
                    Target target = Grants.target(privileges.place(), database);
                    privileges.names().forEach(name -> check(Privilege.of(name), target, true));
                }
            }
            case AccessStatement.GrantRole grant -> check("ROLE ADMIN");
            case AccessStatement.SetDefaultRole set -> check("ALTER USER");
            case AccessStatement.SetRole set -> {}
            case AccessStatement.ShowGrants show -> showing(show.names(), "SHOW USERS");
            case AccessStatement.ShowCreateAccess show -> {
                if (show.kind() == AccessStatement.Kind.ROLE) {
                    check("SHOW ROLES");
                } else {
                    showing(show.names(), "SHOW USERS");
                }
            }
        }
    }

    /** Everybody may see what is said about itself. */
    private void showing(List<String> names, String privilege) {
        if (names.stream().anyMatch(name -> !name.equals(user))) {
            check(privilege);
        }
    }
}
