package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.sql.ast.AccessStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Statements about users and roles as changes of the directory. */
final class AccessChanges {
    private AccessChanges() {}

    /**
     * @param taken users of the configuration, which SQL cannot change
     * @param database the current one
     * @throws DbException what is wrong; nothing changes then
     */
    static AccessDirectory apply(
            AccessDirectory before, AccessStatement statement, Set<String> taken, String database) {
        return switch (statement) {
            case AccessStatement.DefineUser user -> {
                user.defaultRoles().ifPresent(r -> r.names().forEach(name -> known(before, name)));
                AccessDirectory result = before;
                for (String name : user.names()) {
                    result = result.define(only(user, name), taken, UUID.randomUUID());
                }
                yield result;
            }
            case AccessStatement.DefineRole role -> {
                AccessDirectory result = before;
                for (String name : role.names()) {
                    result = result.define(
                            new AccessStatement.DefineRole(
                                    role.position(), role.mode(), List.of(name), role.settings()),
                            UUID.randomUUID());
                }
                yield result;
            }
            case AccessStatement.DropAccess drop -> before.drop(drop, taken);
            case AccessStatement.SetDefaultRole set -> {
                set.roles().names().forEach(name -> known(before, name));
                AccessDirectory result = before;
                for (String user : set.users()) {
                    result = result.changed(
                            user, taken, account -> account.withRoles(account.roles(), set.roles()), role -> {
                                throw AccessDirectory.unknown("user", user);
                            });
                }
                yield result;
            }
            default -> grant(before, statement, taken, database);
        };
    }

    private static AccessStatement.DefineUser only(AccessStatement.DefineUser user, String name) {
        return new AccessStatement.DefineUser(
                user.position(),
                user.mode(),
                List.of(name),
                user.renameTo(),
                user.authentication(),
                user.hosts(),
                user.defaultRoles(),
                user.defaultDatabase(),
                user.settings());
    }

    static AccessDirectory grant(
            AccessDirectory before, AccessStatement statement, Set<String> taken, String database) {
        AccessDirectory result = before;
        switch (statement) {
            case AccessStatement.Grant grant -> {
                for (String grantee : grant.grantees()) {
                    result = result.changed(
                            grantee,
                            taken,
                            a -> a.withGrants(a.grants().with(grant, database)),
                            r -> r.withGrants(r.grants().with(grant, database)));
                }
            }
            case AccessStatement.GrantRole grant -> {
                grant.roles().forEach(name -> known(before, name));
                for (String grantee : grant.grantees()) {
                    result = result.changed(
                            grantee,
                            taken,
                            a -> a.withRoles(roles(a.roles(), grant), a.defaultRoles()),
                            r -> r.withRoles(roles(r.roles(), grant)));
                }
            }
            default -> throw DbException.bug("Not a change of users or roles");
        }
        return result;
    }

    private static void known(AccessDirectory directory, String role) {
        if (!directory.roles().containsKey(role)) {
            throw AccessDirectory.unknown("role", role);
        }
    }

    private static Set<String> roles(Set<String> before, AccessStatement.GrantRole grant) {
        Set<String> after = new HashSet<>(before);
        // Taking only the right to pass a role on leaves the role; who may pass it on is not kept.
        if (!grant.revoke()) {
            after.addAll(grant.roles());
        } else if (!grant.option()) {
            grant.roles().forEach(after::remove);
        }
        return after;
    }
}
