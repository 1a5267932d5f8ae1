package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.Position;
import io.millrace.sql.lexer.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was granted and revoked, in its order: for something in one place the last word about it counts. Immutable.
 */
public record Grants(List<Rule> rules) {
    /** Nothing is allowed. */
    public static final Grants NONE = new Grants(List.of());

    static final Target EVERYWHERE = new Target(Optional.empty(), Optional.empty());

    /** Everything is allowed. */
    public static final Grants ALL = NONE.granted(Privilege.ALL, EVERYWHERE, true);

    public Grants {
        rules = List.copyOf(rules);
    }

    /**
     * One grant, or one exception from the grants before it.
     *
     * @param option whether it may be passed on
     */
    public record Rule(boolean revoked, Privilege privilege, Target target, boolean option) {
        boolean covers(Privilege wanted, Target place) {
            return wanted.isWithin(privilege) && target.contains(place);
        }
    }

    /**
     * A place: everything, a database, a table. Privileges that are about no place are asked for everywhere.
     *
     * @param database empty for all
     * @param table empty for all
     */
    public record Target(Optional<String> database, Optional<String> table) {
        boolean contains(Target other) {
            return (database.isEmpty() || database.equals(other.database))
                    && (table.isEmpty() || table.equals(other.table));
        }

        /** {@code *.*}, {@code db.*}, {@code db.table}. */
        @Override
        public String toString() {
            return database.map(Quoting::identifier).orElse("*") + "."
                    + table.map(Quoting::identifier).orElse("*");
        }
    }

    /** Whether something is allowed in a place, or the whole of it. */
    boolean allows(Privilege privilege, Target place, boolean withOption) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if (rule.covers(privilege, place)) {
                return !rule.revoked() && (rule.option() || !withOption);
            }
            boolean takesPart = rule.revoked()
                    && place.contains(rule.target())
                    && rule.privilege().isWithin(privilege);
            if (takesPart) {
                return false;
            }
        }
        return false;
    }

    Grants granted(Privilege privilege, Target target, boolean option) {
        Rule rule = new Rule(false, privilege, target, option);
        List<Rule> result = without(rule, option);
        boolean had = rules.stream().anyMatch(r -> !r.revoked() && r.option() && r.covers(privilege, target))
                && allows(privilege, target, option);
        if (!had) {
            result.add(rule);
        }
        return new Grants(result);
    }

    Grants revoked(Privilege privilege, Target target) {
        Rule rule = new Rule(true, privilege, target, false);
        List<Rule> result = without(rule, true);
        boolean leftOver = result.stream().anyMatch(r -> !r.revoked() && r.covers(privilege, target));
        if (leftOver) {
            result.add(rule);
        }
        return new Grants(result);
    }

    /** Takes the right to pass something on. */
    Grants withoutOption(Privilege privilege, Target target) {
        return new Grants(rules.stream()
                .map(r ->
                        privilegeIn(r, privilege, target) ? new Rule(r.revoked(), r.privilege(), r.target(), false) : r)
                .toList());
    }

    private static boolean privilegeIn(Rule rule, Privilege privilege, Target target) {
        return rule.privilege().isWithin(privilege) && target.contains(rule.target());
    }

    /** The rules that a later one leaves something of. */
    private List<Rule> without(Rule later, boolean options) {
        List<Rule> result = new ArrayList<>(rules);
        result.removeIf(r -> privilegeIn(r, later.privilege(), later.target()) && (options || !r.option()));
        return result;
    }

    /** The statements that would lead here, one for each place. */
    List<AccessStatement.Grant> statements(boolean attach, String grantee) {
        record Group(boolean revoked, boolean option, Target target) {}
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        for (Rule rule : rules) {
            groups.computeIfAbsent(new Group(rule.revoked(), rule.option(), rule.target()), g -> new ArrayList<>())
                    .add(rule.privilege().name());
        }
        List<AccessStatement.Grant> statements = new ArrayList<>();
        groups.forEach((group, names) -> statements.add(new AccessStatement.Grant(
                Position.NONE,
                attach,
                group.revoked(),
                group.option(),
                List.of(new AccessStatement.Privileges(
                        names,
                        new AccessStatement.Place(
                                group.target().database().isEmpty(),
                                group.target().database(),
                                group.target().table()))),
                List.of(grantee))));
        return statements;
    }

    /**
     * These with a statement carried out.
     *
     * @param database the current one
     * @throws DbException UNKNOWN_ACCESS_TYPE
     */
    Grants with(AccessStatement.Grant statement, String database) {
        Grants result = this;
        for (AccessStatement.Privileges privileges : statement.privileges()) {
            Target target = target(privileges.place(), database);
            for (String name : privileges.names()) {
                Privilege privilege = Privilege.of(name);
                if (!statement.revoke()) {
                    result = result.granted(privilege, target, statement.option());
                } else if (statement.option()) {
                    result = result.withoutOption(privilege, target);
                } else {
                    result = result.revoked(privilege, target);
                }
            }
        }
        return result;
    }

    static Target target(AccessStatement.Place place, String database) {
        return place.anyDatabase()
                ? EVERYWHERE
                : new Target(Optional.of(place.database().orElse(database)), place.table());
    }
}
