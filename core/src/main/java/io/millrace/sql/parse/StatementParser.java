package io.millrace.sql.parse;

import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.CreateStatement.Mode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Output;
import io.millrace.sql.ast.Partition;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.Statement.ObjectKind;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses any statement by its first words; the larger families have their own parser. */
final class StatementParser {
    /** What one level of nesting counts against max_parser_depth. */
    private static final int DEPTH_STEPS = 2;

    private final Grammar grammar;
    private final Cursor cursor;
    private final CreateParser creates;
    private final AlterParser alters;
    private final ShowParser shows;
    private final AccessParser access;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        TableElementParser elements = new TableElementParser(grammar);
        creates = new CreateParser(grammar, elements);
        alters = new AlterParser(grammar, elements, creates);
        shows = new ShowParser(grammar);
        access = new AccessParser(grammar);
    }

    Statement statement() {
        Position position = cursor.position();
        if (cursor.looksAt("WITH")) {
            int begin = cursor.index();
            List<Query.With> names = grammar.queries.takeWith();
            if (cursor.takeKeyword("INSERT")) {
                return new InsertParser(grammar).insert(position).with(names);
            }
            cursor.moveTo(begin);
        }
        if (grammar.queries.atQuery()) {
            return new Statement.SelectStatement(grammar.queries.query());
        }
        cursor.expected(List.of("SELECT", "WITH", "FROM"));
        if (cursor.takeKeyword("INSERT")) {
            return new InsertParser(grammar).insert(position);
        }
        if (cursor.takeKeyword("CREATE")) {
            if (access.atKind()) {
                return access.define(position, AccessStatement.Mode.CREATE);
            }
            return creates.create(position, Mode.CREATE);
        }
        if (cursor.takeKeyword("ATTACH")) {
            if (access.atKind()) {
                return access.define(position, AccessStatement.Mode.ATTACH);
            }
            if (cursor.looksAt("GRANT") || cursor.looksAt("REVOKE")) {
                boolean revoke = !cursor.takeKeyword("GRANT") && cursor.takeKeyword("REVOKE");
                return access.grant(position, true, revoke);
            }
            return creates.create(position, Mode.ATTACH);
        }
        if (cursor.takeKeyword("REPLACE")) {
            return creates.create(position, Mode.REPLACE);
        }
        if (cursor.takeKeyword("ALTER")) {
            if (access.atKind()) {
                return access.define(position, AccessStatement.Mode.ALTER);
            }
            return alters.alter(position);
        }
        if (cursor.takeKeyword("SHOW")) {
            if (cursor.takeKeyword("GRANTS")) {
                return access.showGrants(position);
            }
            if (cursor.looksAt("CREATE USER") || cursor.looksAt("CREATE ROLE")) {
                cursor.needKeyword("CREATE");
                return access.showCreate(position);
            }
            return shows.show(position);
        }
        if (cursor.takeKeyword("DESCRIBE") || cursor.takeKeyword("DESC")) {
            return shows.describe(position);
        }
        if (cursor.takeKeyword("EXISTS")) {
            return shows.exists(position);
        }
        if (cursor.takeKeyword("EXPLAIN")) {
            return explain(position);
        }
        return changes(position);
    }

    private Statement changes(Position position) {
        if (cursor.takeKeyword("DROP")) {
            return access.atKind() ? access.drop(position) : drop(position);
        }
        if (cursor.takeKeyword("DETACH")) {
            return detach(position);
        }
        if (cursor.takeKeyword("TRUNCATE")) {
            return truncate(position);
        }
        if (cursor.takeKeyword("RENAME")) {
            return rename(position);
        }
        if (cursor.takeKeyword("EXCHANGE")) {
            return exchange(position);
        }
        if (cursor.takeKeyword("OPTIMIZE TABLE")) {
            return optimize(position);
        }
        if (cursor.takeKeyword("DELETE FROM")) {
            TableName table = grammar.needTableName();
            Optional<Partition> partition = grammar.takePartition("IN PARTITION");
            return new Statement.Delete(position, table, partition, where(), settings());
        }
        if (cursor.takeKeyword("UPDATE")) {
            TableName table = grammar.needTableName();
            cursor.needKeyword("SET");
            List<AlterStatement.Assignment> assignments = alters.assignments();
            Optional<Partition> partition = grammar.takePartition("IN PARTITION");
            return new Statement.Update(position, table, assignments, partition, where(), settings());
        }
        return administration(position);
    }

    private Statement administration(Position position) {
        if (cursor.takeKeyword("GRANT")) {
            return access.grant(position, false, false);
        }
        if (cursor.takeKeyword("REVOKE")) {
            return access.grant(position, false, true);
        }
        if (cursor.takeKeyword("SET DEFAULT ROLE")) {
            return access.setDefaultRole(position);
        }
        if (cursor.takeKeyword("SET ROLE")) {
            return access.setRole(position);
        }
        if (cursor.takeKeyword("SET")) {
            return new Statement.Set(position, grammar.needSettings());
        }
        if (cursor.takeKeyword("USE")) {
            if (cursor.looksAt("DATABASE") && cursor.kindAt(1) == TokenKind.BARE_WORD) {
                cursor.advance();
            }
            return new Statement.Use(position, grammar.literals.needIdentifier());
        }
        if (cursor.takeKeyword("KILL")) {
            return kill(position);
        }
        if (cursor.takeKeyword("CHECK TABLE")) {
            TableName table = grammar.needTableName();
            Optional<Partition> partition = grammar.takePartition("PARTITION");
            Optional<String> part =
                    cursor.takeKeyword("PART") ? Optional.of(grammar.literals.needString()) : Optional.empty();
            return new Statement.Check(position, table, partition, part);
        }
        if (cursor.takeKeyword("SYSTEM")) {
            return system(position);
        }
        throw cursor.failure();
    }

    private Expr where() {
        cursor.needKeyword("WHERE");
        return grammar.expressions.expression();
    }

    private List<SettingChange> settings() {
        return cursor.takeKeyword("SETTINGS") ? grammar.needSettings() : List.of();
    }

    private ObjectKind neededKind() {
        for (ObjectKind kind : ObjectKind.values()) {
            if (cursor.takeKeyword(kind.sql())) {
                return kind;
            }
        }
        throw cursor.failure();
    }

    private List<TableName> names() {
        ArrayList<TableName> names = new ArrayList<>();
        do {
            names.add(grammar.needTableName());
            if (cursor.takeKeyword("ON CLUSTER")) {
                grammar.literals.needIdentifier();
            }
        } while (cursor.take(TokenKind.COMMA));
        return names;
    }

    private boolean takeSync() {
        return cursor.takeKeyword("SYNC") || cursor.takeKeyword("NO DELAY");
    }

    private Statement drop(Position position) {
        boolean temporary = cursor.takeKeyword("TEMPORARY");
        ObjectKind kind = neededKind();
        boolean ifExists = cursor.takeKeyword("IF EXISTS");
        boolean ifEmpty = cursor.takeKeyword("IF EMPTY");
        List<TableName> names = names();
        return new Statement.Drop(position, kind, temporary, ifExists, ifEmpty, names, takeSync());
    }

    private Statement detach(Position position) {
        ObjectKind kind = neededKind();
        boolean ifExists = cursor.takeKeyword("IF EXISTS");
        List<TableName> names = names();
        boolean permanently = cursor.takeKeyword("PERMANENTLY");
        return new Statement.Detach(position, kind, ifExists, names, permanently, takeSync());
    }

    private Statement truncate(Position position) {
        boolean temporary = cursor.takeKeyword("TEMPORARY");
        ObjectKind kind = ObjectKind.TABLE;
        if (cursor.looksAt("DATABASE") && !ExpressionParser.endsExpression(cursor.kindAt(1))) {
            cursor.advance();
            kind = ObjectKind.DATABASE;
        } else if (cursor.looksAt("TABLE") && !ExpressionParser.endsExpression(cursor.kindAt(1))) {
            cursor.advance();
        }
        boolean ifExists = cursor.takeKeyword("IF EXISTS");
        TableName name = grammar.needTableName();
        return new Statement.Truncate(position, kind, temporary, ifExists, name, takeSync());
    }

    private Statement rename(Position position) {
        ObjectKind kind = neededKind();
        boolean ifExists = cursor.takeKeyword("IF EXISTS");
        ArrayList<Statement.Renaming> renamings = new ArrayList<>();
        do {
            TableName from = grammar.needTableName();
            cursor.needKeyword("TO");
            renamings.add(new Statement.Renaming(from, grammar.needTableName()));
        } while (cursor.take(TokenKind.COMMA));
        return new Statement.Rename(position, kind, false, ifExists, renamings);
    }

    private Statement exchange(Position position) {
        boolean dictionaries = cursor.takeKeyword("DICTIONARIES");
        if (!dictionaries) {
            cursor.needKeyword("TABLES");
        }
        TableName from = grammar.needTableName();
        cursor.needKeyword("AND");
        Statement.Renaming renaming = new Statement.Renaming(from, grammar.needTableName());
        ObjectKind kind = dictionaries ? ObjectKind.DICTIONARY : ObjectKind.TABLE;
        return new Statement.Rename(position, kind, true, false, List.of(renaming));
    }

    private Statement optimize(Position position) {
        TableName table = grammar.needTableName();
        Optional<Partition> partition = grammar.takePartition("PARTITION");
        boolean isFinal = cursor.takeKeyword("FINAL") || cursor.takeKeyword("FORCE");
        boolean deduplicate = cursor.takeKeyword("DEDUPLICATE");
        List<Expr> by = deduplicate && cursor.takeKeyword("BY") ? grammar.expressions.elements() : List.of();
        boolean cleanup = cursor.takeKeyword("CLEANUP");
        return new Statement.Optimize(position, table, partition, isFinal, deduplicate, by, cleanup, settings());
    }

    private Statement kill(Position position) {
        Statement.KillKind kind =
                cursor.takeKeyword("MUTATION") ? Statement.KillKind.MUTATION : Statement.KillKind.QUERY;
        if (kind == Statement.KillKind.QUERY) {
            cursor.needKeyword("QUERY");
        }
        Expr where = where();
        Statement.KillMode mode = Statement.KillMode.ASYNC;
        if (cursor.takeKeyword("SYNC")) {
            mode = Statement.KillMode.SYNC;
        } else if (cursor.takeKeyword("TEST")) {
            mode = Statement.KillMode.TEST;
        } else {
            cursor.takeKeyword("ASYNC");
        }
        return new Statement.Kill(position, kind, where, mode);
    }

    private Statement explain(Position position) {
        cursor.enter(DEPTH_STEPS);
        ExplainHead head = ExplainHead.take(grammar);
        Statement statement = statement();
        cursor.leave(DEPTH_STEPS);
        return new Statement.Explain(position, head.kind(), head.settings(), statement);
    }

    /** Words up to a name that is written small or qualified, or to a literal: SYSTEM commands have no common grammar. */
    private Statement system(Position position) {
        SystemCommands.Command command = SystemCommands.take(cursor);
        Optional<TableName> target = Optional.empty();
        if (command.takesTarget()
                && (cursor.kind() == TokenKind.BARE_WORD || cursor.kind() == TokenKind.QUOTED_IDENTIFIER)
                && !cursor.looksAt("FORMAT")
                && !cursor.looksAt("SETTINGS")
                && !cursor.looksAt("ON CLUSTER")) {
            target = Optional.of(grammar.needTableName());
        }
        Optional<LiteralValue> argument = switch (cursor.kind()) {
            case NUMBER, STRING -> grammar.literals.takeScalar();
            default -> Optional.empty();
        };
        String words = command.words();
        if (cursor.kind() == TokenKind.BARE_WORD
                && target.isPresent()
                && (cursor.looksAt("STRICT") || cursor.looksAt("LIGHTWEIGHT") || cursor.looksAt("PULL"))) {
            argument =
                    Optional.of(LiteralValue.StringValue.of(cursor.tokenText().toUpperCase(Locale.ROOT)));
            cursor.advance();
        }
        return new Statement.SystemCommand(position, words, target, argument);
    }

    /** {@code INTO OUTFILE .. FORMAT .. SETTINGS ..} behind any statement. */
    Output output(Statement statement) {
        Optional<Output.Outfile> outfile = Optional.empty();
        if (cursor.takeKeyword("INTO OUTFILE")) {
            outfile = Optional.of(outfile());
        }
        Optional<String> format = Optional.empty();
        List<SettingChange> settings = List.of();
        for (int i = 0; i < 2; i++) {
            if (format.isEmpty() && cursor.takeKeyword("FORMAT")) {
                format = Optional.of(grammar.literals.needIdentifier());
            } else if (settings.isEmpty() && cursor.takeKeyword("SETTINGS")) {
                settings = grammar.needSettings();
            }
        }
        return outfile.isEmpty() && format.isEmpty() && settings.isEmpty()
                ? Output.NONE
                : new Output(outfile, format, settings);
    }

    private Output.Outfile outfile() {
        String name = grammar.literals.needString();
        Output.OutfileMode mode = Output.OutfileMode.CREATE;
        if (cursor.takeKeyword("APPEND")) {
            mode = Output.OutfileMode.APPEND;
        } else if (cursor.takeKeyword("TRUNCATE")) {
            mode = Output.OutfileMode.TRUNCATE;
        }
        boolean andStdout = cursor.takeKeyword("AND STDOUT");
        Optional<String> compression = Optional.empty();
        Optional<Long> level = Optional.empty();
        if (cursor.takeKeyword("COMPRESSION")) {
            compression = Optional.of(grammar.literals.needString());
            level = cursor.takeKeyword("LEVEL") ? Optional.of(grammar.literals.needUnsigned()) : Optional.empty();
        }
        return new Output.Outfile(name, mode, andStdout, compression, level);
    }
}
