package io.millrace.sql.print;

import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.AccessStatement.RoleSet;
import io.millrace.sql.ast.LiteralValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints statements about users, roles and grants. */
final class AccessPrinter {
    private final Layout out;

    AccessPrinter(Layout out) {
        this.out = out;
    }

    void access(AccessStatement statement) {
        switch (statement) {
            case AccessStatement.DefineUser user -> user(user);
            case AccessStatement.DefineRole role -> {
                define(role.mode(), "ROLE", role.names());
                settings(role.settings());
            }
            case AccessStatement.DropAccess drop -> {
                out.add("DROP ").add(drop.kind().name()).add(drop.ifExists() ? " IF EXISTS " : " ");
                names(drop.names());
            }
            case AccessStatement.Grant grant -> grant(grant);
            case AccessStatement.GrantRole grant -> {
                out.add(grant.attach() ? "ATTACH " : "").add(grant.revoke() ? "REVOKE " : "GRANT ");
                out.add(grant.revoke() && grant.option() ? "ADMIN OPTION FOR " : "");
                names(grant.roles());
                out.add(grant.revoke() ? " FROM " : " TO ");
                names(grant.grantees());
                out.add(!grant.revoke() && grant.option() ? " WITH ADMIN OPTION" : "");
            }
            case AccessStatement.SetRole set -> {
                out.add("SET ROLE ");
                set.roles().ifPresentOrElse(this::roles, () -> out.add("DEFAULT"));
            }
            case AccessStatement.SetDefaultRole set -> {
                out.add("SET DEFAULT ROLE ");
                roles(set.roles());
                out.add(" TO ");
                names(set.users());
            }
            case AccessStatement.ShowGrants show -> {
                out.add(show.names().isEmpty() ? "SHOW GRANTS" : "SHOW GRANTS FOR ");
                names(show.names());
            }
            case AccessStatement.ShowCreateAccess show -> {
                out.add("SHOW CREATE ").add(show.kind().name()).add(show.names().isEmpty() ? "" : " ");
                names(show.names());
            }
        }
    }

    private void define(AccessStatement.Mode mode, String kind, List<String> names) {
        out.add(mode.verb())
                .add(mode == AccessStatement.Mode.OR_REPLACE ? " OR REPLACE " : " ")
                .add(kind);
        out.add(
                switch (mode) {
                    case IF_NOT_EXISTS -> " IF NOT EXISTS ";
                    case ALTER_IF_EXISTS -> " IF EXISTS ";
                    default -> " ";
                });
        names(names);
    }

    private void user(AccessStatement.DefineUser user) {
        define(user.mode(), "USER", user.names());
        user.renameTo().ifPresent(name -> out.add(" RENAME TO ").name(name));
        user.authentication().filter(a -> !a.isEmpty()).ifPresent(methods -> {
            out.add(" IDENTIFIED WITH ");
            out.inline(methods, this::authentication);
        });
        user.hosts().ifPresent(hosts -> {
            out.add(" HOST ");
            out.add(hosts.isEmpty() ? "NONE" : "");
            out.inline(hosts, host -> {
                out.add(host.kind());
                if (!host.value().isEmpty()) {
                    out.add(" ").string(host.value());
                }
            });
        });
        user.defaultRoles().ifPresent(set -> {
            out.add(" DEFAULT ROLE ");
            roles(set);
        });
        user.defaultDatabase().ifPresent(database -> {
            out.add(" DEFAULT DATABASE ");
            if (database.isEmpty()) {
                out.add("NONE");
            } else {
                out.name(database);
            }
        });
        settings(user.settings());
    }

    private void authentication(AccessStatement.Authentication method) {
        out.add(method.method());
        if (!method.values().isEmpty()) {
            out.add(method.method().equals("ssl_certificate") ? " CN " : " BY ");
            out.inline(method.values(), out::string);
        }
        method.salt().ifPresent(salt -> out.add(" SALT ").string(salt));
    }

    private void settings(Optional<List<AccessStatement.SettingItem>> settings) {
        settings.ifPresent(items -> {
            out.add(" SETTINGS ").add(items.isEmpty() ? "NONE" : "");
            out.inline(items, item -> {
                switch (item) {
                    case AccessStatement.ProfileItem(String profile) ->
                        out.add("PROFILE ").name(profile);
                    case AccessStatement.ValueItem value -> {
                        out.name(value.name());
                        literal(" = ", value.value());
                        literal(" MIN ", value.min());
                        literal(" MAX ", value.max());
                        value.writability().ifPresent(w -> out.add(" ").add(w.toUpperCase(Locale.ROOT)));
                    }
                }
            });
        });
    }

    private void literal(String before, Optional<LiteralValue> value) {
        value.ifPresent(literal -> {
            out.add(before);
            LiteralPrinter.print(out.buffer(), literal);
        });
    }

    private void grant(AccessStatement.Grant grant) {
        out.add(grant.attach() ? "ATTACH " : "").add(grant.revoke() ? "REVOKE " : "GRANT ");
        out.add(grant.revoke() && grant.option() ? "GRANT OPTION FOR " : "");
        out.inline(grant.privileges(), privileges -> {
            out.add(String.join(", ", privileges.names())).add(" ON ");
            place(privileges.place());
        });
        out.add(grant.revoke() ? " FROM " : " TO ");
        names(grant.grantees());
        out.add(!grant.revoke() && grant.option() ? " WITH GRANT OPTION" : "");
    }

    private void place(AccessStatement.Place place) {
        if (place.anyDatabase()) {
            out.add("*.*");
            return;
        }
        place.database().ifPresent(database -> out.name(database).add("."));
        place.table().ifPresentOrElse(out::name, () -> out.add("*"));
    }

    private void roles(RoleSet set) {
        if (!set.all()) {
            out.add(set.names().isEmpty() ? "NONE" : "");
        } else {
            out.add(set.names().isEmpty() ? "ALL" : "ALL EXCEPT ");
        }
        names(set.names());
    }

    private void names(List<String> names) {
        out.inline(names, out::name);
    }
}
