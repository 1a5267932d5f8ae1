package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.AccessStatement.Mode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The users and roles that SQL has made. Immutable: every statement makes another one. */
record AccessDirectory(Map<String, Account> accounts, Map<String, Role> roles) {
    static final AccessDirectory EMPTY = new AccessDirectory(Map.of(), Map.of());

    AccessDirectory {
        accounts = Map.copyOf(accounts);
        roles = Map.copyOf(roles);
    }

    /**
     * @param taken names that stand in the configuration
     * @throws DbException ACCESS_ENTITY_ALREADY_EXISTS, UNKNOWN_USER, ACCESS_STORAGE_READONLY
     */
    AccessDirectory define(AccessStatement.DefineUser user, Set<String> taken, UUID id) {
        AccessDirectory result = this;
        for (String name : user.names()) {
            Optional<Account> before = Optional.ofNullable(accounts.get(name));
            boolean present = before.isPresent() || taken.contains(name);
            if (present && user.mode() == Mode.IF_NOT_EXISTS || !present && user.mode() == Mode.ALTER_IF_EXISTS) {
                continue;
            }
            check(user.mode(), "user", name, present, taken.contains(name));
            Account base = user.mode() == Mode.OR_REPLACE
                    ? Account.made(name, before.map(Account::id).orElse(id))
                    : before.orElseGet(() -> Account.made(name, id));
            Account after = Definitions.changed(base, user);
            if (after.credentials().isEmpty()) {
                AccessStatement.Authentication none =
                        new AccessStatement.Authentication("no_password", List.of(), Optional.empty());
                after = Definitions.changed(after, withAuthentication(user, none));
            }
            Map<String, Account> copy = new HashMap<>(result.accounts);
            copy.remove(name);
            copy.put(after.name(), after);
            result = new AccessDirectory(copy, result.roles);
        }
        return result;
    }

    private static AccessStatement.DefineUser withAuthentication(
            AccessStatement.DefineUser user, AccessStatement.Authentication method) {
        return new AccessStatement.DefineUser(
                user.position(),
                user.mode(),
                user.names(),
                user.renameTo(),
                Optional.of(List.of(method)),
                user.hosts(),
                user.defaultRoles(),
                user.defaultDatabase(),
                user.settings());
    }

    /**
     * @throws DbException ACCESS_ENTITY_ALREADY_EXISTS, UNKNOWN_ROLE
     */
    AccessDirectory define(AccessStatement.DefineRole role, UUID id) {
        Map<String, Role> copy = new HashMap<>(roles);
        for (String name : role.names()) {
            Role before = roles.get(name);
            boolean present = before != null;
            if (present && role.mode() == Mode.IF_NOT_EXISTS || !present && role.mode() == Mode.ALTER_IF_EXISTS) {
                continue;
            }
            check(role.mode(), "role", name, present, false);
            Role base = before == null || role.mode() == Mode.OR_REPLACE
                    ? new Role(name, id, Account.LOCAL_DIRECTORY, List.of(), Set.of(), Grants.NONE)
                    : before;
            copy.put(
                    name,
                    new Role(
                            name,
                            base.id(),
                            base.storage(),
                            role.settings().map(Definitions::elements).orElse(base.settings()),
                            base.roles(),
                            base.grants()));
        }
        return new AccessDirectory(accounts, copy);
    }

    private static void check(Mode mode, String kind, String name, boolean present, boolean inFiles) {
        boolean alters = mode == Mode.ALTER || mode == Mode.ALTER_IF_EXISTS;
        if (alters && inFiles || mode == Mode.OR_REPLACE && inFiles) {
            throw readonly(kind, name);
        }
        if (alters && !present) {
            throw unknown(kind, name);
        }
        if (mode == Mode.CREATE && present) {
            throw new DbException(
                    ErrorCode.ACCESS_ENTITY_ALREADY_EXISTS,
                    kind + " `" + name + "`: cannot insert because " + kind + " `" + name + "` already exists in `"
                            + (inFiles ? Account.USERS_XML : Account.LOCAL_DIRECTORY) + "`");
        }
    }

    static DbException unknown(String kind, String name) {
        return new DbException(
                kind.equals("role") ? ErrorCode.UNKNOWN_ROLE : ErrorCode.UNKNOWN_USER,
                "There is no " + kind + " `" + name + "` in `user directories`");
    }

    static DbException readonly(String kind, String name) {
        return new DbException(
                ErrorCode.ACCESS_STORAGE_READONLY,
                "Cannot change " + kind + " `" + name
                        + "`, because it is defined in the configuration. Change it there");
    }

    /**
     * @throws DbException UNKNOWN_USER, UNKNOWN_ROLE, ACCESS_STORAGE_READONLY
     */
    AccessDirectory drop(AccessStatement.DropAccess drop, Set<String> taken) {
        Map<String, Account> users = new HashMap<>(accounts);
        Map<String, Role> left = new HashMap<>(roles);
        for (String name : drop.names()) {
            boolean user = drop.kind() == AccessStatement.Kind.USER;
            if (user && taken.contains(name)) {
                throw readonly("user", name);
            }
            boolean gone = user ? users.remove(name) != null : left.remove(name) != null;
            if (!gone && !drop.ifExists()) {
                throw unknown(user ? "user" : "role", name);
            }
            if (!user && gone) {
                users.replaceAll(
                        (n, account) -> account.withRoles(without(account.roles(), name), account.defaultRoles()));
                left.replaceAll((n, role) -> role.withRoles(without(role.roles(), name)));
            }
        }
        return new AccessDirectory(users, left);
    }

    private static Set<String> without(Set<String> names, String name) {
        Set<String> copy = new HashSet<>(names);
        copy.remove(name);
        return copy;
    }

    /** Changes a user or role, whichever has that name. */
    AccessDirectory changed(String name, Set<String> taken, UnaryOperator<Account> user, UnaryOperator<Role> role) {
        Account account = accounts.get(name);
        if (account != null) {
            Map<String, Account> copy = new HashMap<>(accounts);
            copy.put(name, user.apply(account));
            return new AccessDirectory(copy, roles);
        }
        Role found = roles.get(name);
        if (found != null) {
            Map<String, Role> copy = new HashMap<>(roles);
            copy.put(name, role.apply(found));
            return new AccessDirectory(accounts, copy);
        }
        throw taken.contains(name)
                ? readonly("user", name)
                : new DbException(
                        ErrorCode.UNKNOWN_USER, "There is no user or role `" + name + "` in `user directories`");
    }

    /**
     * Roles with everything that was granted to them.
     *
     * @param names those that the user has made current; unknown ones are left out
     */
    List<Role> withInherited(Collection<String> names) {
        Map<String, Role> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            Role role = roles.get(open.removeFirst());
            if (role != null && found.putIfAbsent(role.name(), role) == null) {
                open.addAll(role.roles());
            }
        }
        return List.copyOf(found.values());
    }
}
