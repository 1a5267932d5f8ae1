package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.print.SqlPrinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The files of users and roles that SQL has made: {@code access/<uuid>.sql}, one for each, with the statements that make it, one a line. A file is
 * written beside the old one, synced and put in its place.
 */
record AccessStore(Vfs files, Path directory) {
    private static final String SUFFIX = ".sql";

    /**
     * @throws DbException CORRUPTED_DATA when a file holds something else
     */
    AccessDirectory load() {
        AccessDirectory result = AccessDirectory.EMPTY;
        List<AccessStatement> grants = new ArrayList<>();
        for (String name : files.list(directory)) {
            if (!name.endsWith(SUFFIX)) {
                continue;
            }
            Path file = directory.resolve(name);
            try {
                UUID id = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
                for (String line : new String(files.readAll(file), StandardCharsets.UTF_8).split("\n", -1)) {
                    result = line.isEmpty() ? result : read(line, id, result, grants);
                }
            } catch (DbException | IllegalArgumentException e) {
                throw new DbException(
                        ErrorCode.CORRUPTED_DATA,
                        "The file " + file + " does not define a user or role: " + e.getMessage()
                                + ". Move it away to start without that user");
            }
        }
        // Roles can be granted once all of them are known.
        for (AccessStatement grant : grants) {
            result = AccessChanges.grant(result, grant, Set.of(), "default");
        }
        return result;
    }

    private static AccessDirectory read(String line, UUID id, AccessDirectory before, List<AccessStatement> grants) {
        Statement statement = Parser.parse(line, Dialect.CLICKHOUSE).statement();
        return switch (statement) {
            case AccessStatement.DefineUser user -> before.define(user, Set.of(), id);
            case AccessStatement.DefineRole role -> before.define(role, id);
            case AccessStatement.Grant grant -> {
                grants.add(grant);
                yield before;
            }
            case AccessStatement.GrantRole grant -> {
                grants.add(grant);
                yield before;
            }
            default -> throw new IllegalArgumentException("unexpected statement");
        };
    }

    /** Makes the files say what {@code after} says, given that they say what {@code before} said. */
    void write(AccessDirectory before, AccessDirectory after) {
        after.accounts().values().stream()
                .filter(a -> !a.equals(before.accounts().get(a.name())))
                .forEach(this::write);
        after.roles().values().stream()
                .filter(r -> !r.equals(before.roles().get(r.name())))
                .forEach(this::write);
        Set<UUID> kept = new HashSet<>();
        after.accounts().values().forEach(a -> kept.add(a.id()));
        after.roles().values().forEach(r -> kept.add(r.id()));
        before.accounts().values().forEach(a -> deleteUnless(kept.contains(a.id()), a.id()));
        before.roles().values().forEach(r -> deleteUnless(kept.contains(r.id()), r.id()));
    }

    private void deleteUnless(boolean kept, UUID id) {
        if (!kept) {
            files.delete(directory.resolve(id + SUFFIX));
            files.syncDirectory(directory);
        }
    }

    private void write(Account account) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Definitions.statement(account, AccessStatement.Mode.ATTACH));
        statements.addAll(Definitions.roles(true, account.roles(), account.name()));
        statements.addAll(account.grants().statements(true, account.name()));
        write(account.id(), statements);
    }

    private void write(Role role) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Definitions.statement(role, AccessStatement.Mode.ATTACH));
        statements.addAll(Definitions.roles(true, role.roles(), role.name()));
        statements.addAll(role.grants().statements(true, role.name()));
        write(role.id(), statements);
    }

    private void write(UUID id, List<Statement> statements) {
        StringBuilder text = new StringBuilder();
        statements.forEach(s -> text.append(SqlPrinter.oneLine(s)).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Path temporary = directory.resolve(id + ".tmp");
        try (WriteFile file = files.create(temporary)) {
            file.write(bytes, 0, bytes.length);
            file.sync();
        }
        files.rename(temporary, directory.resolve(id + SUFFIX));
        files.syncDirectory(directory);
    }
}
