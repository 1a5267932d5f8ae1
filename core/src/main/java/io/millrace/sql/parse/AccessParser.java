package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.AccessStatement.Mode;
import io.millrace.sql.ast.AccessStatement.RoleSet;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses statements about users, roles and grants. */
final class AccessParser {
    private static final List<String> METHODS = List.of(
            "NO_PASSWORD",
            "PLAINTEXT_PASSWORD",
            "SHA256_PASSWORD",
            "SHA256_HASH",
            "DOUBLE_SHA1_PASSWORD",
            "DOUBLE_SHA1_HASH",
            "SCRAM_SHA256_PASSWORD",
            "SCRAM_SHA256_HASH",
            "BCRYPT_PASSWORD",
            "BCRYPT_HASH",
            "SSL_CERTIFICATE");

    private final Grammar grammar;
    private final Cursor cursor;

    AccessParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Whether USER or ROLE is what CREATE, ALTER, ATTACH or DROP is about. */
    boolean atKind() {
        return cursor.looksAt("USER")
                || cursor.looksAt("ROLE")
                || cursor.looksAt("OR REPLACE USER")
                || cursor.looksAt("OR REPLACE ROLE");
    }

    /** The rest of CREATE, ALTER or ATTACH USER or ROLE. */
    Statement define(Position position, Mode verb) {
        Mode mode = verb == Mode.CREATE && cursor.takeKeyword("OR REPLACE") ? Mode.OR_REPLACE : verb;
        boolean user = cursor.takeKeyword("USER");
        if (!user) {
            cursor.needKeyword("ROLE");
        }
        if (mode == Mode.CREATE && cursor.takeKeyword("IF NOT EXISTS")) {
            mode = Mode.IF_NOT_EXISTS;
        } else if (mode == Mode.ALTER && cursor.takeKeyword("IF EXISTS")) {
            mode = Mode.ALTER_IF_EXISTS;
        }
        List<String> names = names();
        return user ? user(position, mode, names) : new AccessStatement.DefineRole(position, mode, names, settings());
    }

    private Statement user(Position position, Mode mode, List<String> names) {
        boolean alter = mode == Mode.ALTER || mode == Mode.ALTER_IF_EXISTS;
        Optional<String> renameTo = alter && cursor.takeKeyword("RENAME TO") ? Optional.of(name()) : Optional.empty();
        Optional<List<AccessStatement.Authentication>> authentication = authentication();
        Optional<List<AccessStatement.Host>> hosts =
                cursor.takeKeyword("HOST") ? Optional.of(hosts()) : Optional.empty();
        Optional<RoleSet> roles = cursor.takeKeyword("DEFAULT ROLE") ? Optional.of(roleSet()) : Optional.empty();
        Optional<String> database = Optional.empty();
        if (cursor.takeKeyword("DEFAULT DATABASE")) {
            database = Optional.of(cursor.takeKeyword("NONE") ? "" : name());
        }
        return new AccessStatement.DefineUser(
                position, mode, names, renameTo, authentication, hosts, roles, database, settings());
    }

    Statement drop(Position position) {
        AccessStatement.Kind kind = cursor.takeKeyword("USER") ? AccessStatement.Kind.USER : AccessStatement.Kind.ROLE;
        if (kind == AccessStatement.Kind.ROLE) {
            cursor.needKeyword("ROLE");
        }
        return new AccessStatement.DropAccess(position, kind, cursor.takeKeyword("IF EXISTS"), names());
    }

    // ---- clauses of users

    private Optional<List<AccessStatement.Authentication>> authentication() {
        if (cursor.takeKeyword("NOT IDENTIFIED")) {
            return Optional.of(List.of(new AccessStatement.Authentication("no_password", List.of(), Optional.empty())));
        }
        if (!cursor.takeKeyword("IDENTIFIED")) {
            return Optional.empty();
        }
        if (cursor.takeKeyword("BY")) {
            return Optional.of(List.of(new AccessStatement.Authentication(
                    "sha256_password", List.of(grammar.literals.needString()), Optional.empty())));
        }
        cursor.needKeyword("WITH");
        List<AccessStatement.Authentication> methods = new ArrayList<>();
        do {
            methods.add(method());
        } while (cursor.take(TokenKind.COMMA));
        return Optional.of(methods);
    }

    private AccessStatement.Authentication method() {
        for (String method : METHODS) {
            if (cursor.takeKeyword(method)) {
                List<String> values = new ArrayList<>();
                if (method.equals("SSL_CERTIFICATE")) {
                    cursor.needKeyword("CN");
                    values.add(grammar.literals.needString());
                    while (cursor.kindAt(1) == TokenKind.STRING && cursor.take(TokenKind.COMMA)) {
                        values.add(grammar.literals.needString());
                    }
                } else if (!method.equals("NO_PASSWORD")) {
                    cursor.needKeyword("BY");
                    values.add(grammar.literals.needString());
                }
                Optional<String> salt =
                        cursor.takeKeyword("SALT") ? Optional.of(grammar.literals.needString()) : Optional.empty();
                return new AccessStatement.Authentication(method.toLowerCase(Locale.ROOT), values, salt);
            }
        }
        throw cursor.failure();
    }

    private List<AccessStatement.Host> hosts() {
        List<AccessStatement.Host> hosts = new ArrayList<>();
        do {
            if (cursor.takeKeyword("ANY")) {
                hosts.add(new AccessStatement.Host("ANY", ""));
            } else if (cursor.takeKeyword("LOCAL")) {
                hosts.add(new AccessStatement.Host("LOCAL", ""));
            } else if (!cursor.takeKeyword("NONE")) {
                hosts.add(host());
            }
        } while (cursor.take(TokenKind.COMMA));
        return hosts;
    }

    private AccessStatement.Host host() {
        for (String kind : List.of("IP", "NAME", "REGEXP")) {
            if (cursor.takeKeyword(kind)) {
                return new AccessStatement.Host(kind, grammar.literals.needString());
            }
        }
        throw cursor.failure();
    }

    private Optional<List<AccessStatement.SettingItem>> settings() {
        if (!cursor.takeKeyword("SETTINGS")) {
            return Optional.empty();
        }
        List<AccessStatement.SettingItem> items = new ArrayList<>();
        if (cursor.takeKeyword("NONE")) {
            return Optional.of(items);
        }
        do {
            if (cursor.takeKeyword("PROFILE")) {
                items.add(new AccessStatement.ProfileItem(name()));
            } else {
                items.add(value());
            }
        } while (cursor.take(TokenKind.COMMA));
        return Optional.of(items);
    }

    private AccessStatement.ValueItem value() {
        String name = grammar.literals.needIdentifier();
        Optional<LiteralValue> value = cursor.take(TokenKind.EQUALS) ? Optional.of(needScalar()) : Optional.empty();
        Optional<LiteralValue> min = limit("MIN");
        Optional<LiteralValue> max = limit("MAX");
        for (String writability : List.of("CONST", "READONLY", "WRITABLE", "CHANGEABLE_IN_READONLY")) {
            if (cursor.takeKeyword(writability)) {
                return new AccessStatement.ValueItem(name, value, min, max, Optional.of(writability));
            }
        }
        return new AccessStatement.ValueItem(name, value, min, max, Optional.empty());
    }

    private Optional<LiteralValue> limit(String keyword) {
        if (!cursor.takeKeyword(keyword)) {
            return Optional.empty();
        }
        cursor.take(TokenKind.EQUALS);
        return Optional.of(needScalar());
    }

    private LiteralValue needScalar() {
        return grammar.literals.takeScalar().orElseThrow(cursor::failure);
    }

    // ---- roles

    private RoleSet roleSet() {
        if (cursor.takeKeyword("NONE")) {
            return new RoleSet(false, List.of());
        }
        if (cursor.takeKeyword("ALL")) {
            return new RoleSet(true, cursor.takeKeyword("EXCEPT") ? names() : List.of());
        }
        return new RoleSet(false, names());
    }

    /** The rest of SET ROLE. */
    Statement setRole(Position position) {
        return new AccessStatement.SetRole(
                position, cursor.takeKeyword("DEFAULT") ? Optional.empty() : Optional.of(roleSet()));
    }

    /** The rest of SET DEFAULT ROLE. */
    Statement setDefaultRole(Position position) {
        RoleSet roles = roleSet();
        cursor.needKeyword("TO");
        return new AccessStatement.SetDefaultRole(position, roles, names());
    }

    /** The rest of GRANT or REVOKE. */
    Statement grant(Position position, boolean attach, boolean revoke) {
        String towards = revoke ? "FROM" : "TO";
        boolean option = revoke && (cursor.takeKeyword("GRANT OPTION FOR") || cursor.takeKeyword("ADMIN OPTION FOR"));
        int start = cursor.index();
        Optional<List<String>> roles = roles(towards);
        if (roles.isPresent()) {
            List<String> grantees = grantees(towards);
            boolean admin = cursor.takeKeyword("WITH ADMIN OPTION");
            return new AccessStatement.GrantRole(position, attach, revoke, option || admin, roles.get(), grantees);
        }
        cursor.moveTo(start);
        List<AccessStatement.Privileges> privileges = new ArrayList<>();
        do {
            privileges.add(privileges());
        } while (cursor.take(TokenKind.COMMA));
        List<String> grantees = grantees(towards);
        boolean grantOption = cursor.takeKeyword("WITH GRANT OPTION");
        return new AccessStatement.Grant(position, attach, revoke, option || grantOption, privileges, grantees);
    }

    /** Names up to TO or FROM, if that is all there is; privileges have an ON. */
    private Optional<List<String>> roles(String towards) {
        List<String> roles = new ArrayList<>();
        do {
            if (cursor.kind() != TokenKind.BARE_WORD
                    && cursor.kind() != TokenKind.QUOTED_IDENTIFIER
                    && cursor.kind() != TokenKind.STRING) {
                return Optional.empty();
            }
            roles.add(name());
        } while (cursor.take(TokenKind.COMMA));
        return cursor.looksAt(towards) ? Optional.of(roles) : Optional.empty();
    }

    private List<String> grantees(String towards) {
        cursor.needKeyword(towards);
        return names();
    }

    private AccessStatement.Privileges privileges() {
        List<String> names = new ArrayList<>();
        do {
            StringBuilder name = new StringBuilder();
            while (cursor.kind() == TokenKind.BARE_WORD && !cursor.looksAt("ON")) {
                name.append(name.isEmpty() ? "" : " ").append(cursor.tokenText());
                cursor.advance();
            }
            if (cursor.at(TokenKind.OPENING_ROUND)) {
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED,
                        "Grants on single columns are not supported by this version. Grant on the whole table, or on a view");
            }
            if (name.isEmpty()) {
                throw cursor.failure("privilege");
            }
            names.add(name.toString());
        } while (cursor.take(TokenKind.COMMA));
        cursor.needKeyword("ON");
        return new AccessStatement.Privileges(names, place());
    }

    private AccessStatement.Place place() {
        if (cursor.take(TokenKind.ASTERISK)) {
            if (!cursor.take(TokenKind.DOT)) {
                return new AccessStatement.Place(false, Optional.empty(), Optional.empty());
            }
            cursor.need(TokenKind.ASTERISK);
            return new AccessStatement.Place(true, Optional.empty(), Optional.empty());
        }
        String first = name();
        if (!cursor.take(TokenKind.DOT)) {
            return new AccessStatement.Place(false, Optional.empty(), Optional.of(first));
        }
        Optional<String> table = cursor.take(TokenKind.ASTERISK) ? Optional.empty() : Optional.of(name());
        return new AccessStatement.Place(false, Optional.of(first), table);
    }

    // ---- SHOW

    /** The rest of SHOW GRANTS. */
    Statement showGrants(Position position) {
        return new AccessStatement.ShowGrants(position, cursor.takeKeyword("FOR") ? names() : List.of());
    }

    /** The rest of SHOW CREATE USER or ROLE. */
    Statement showCreate(Position position) {
        if (cursor.takeKeyword("ROLE")) {
            return new AccessStatement.ShowCreateAccess(position, AccessStatement.Kind.ROLE, names());
        }
        cursor.needKeyword("USER");
        boolean named = cursor.kind() == TokenKind.QUOTED_IDENTIFIER
                || cursor.kind() == TokenKind.STRING
                || cursor.kind() == TokenKind.BARE_WORD && !cursor.looksAt("FORMAT") && !cursor.looksAt("SETTINGS");
        return new AccessStatement.ShowCreateAccess(position, AccessStatement.Kind.USER, named ? names() : List.of());
    }

    // ---- names

    private List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            names.add(name());
        } while (cursor.take(TokenKind.COMMA));
        if (cursor.takeKeyword("ON CLUSTER")) {
            name();
        }
        return names;
    }

    /** The name of a user, role or profile: an identifier or a string; {@code CURRENT_USER} stands for the asking user. */
    private String name() {
        return grammar.literals.takeString().orElseGet(grammar.literals::needIdentifier);
    }
}
