package io.millrace.sql.print;

import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Output;
import io.millrace.sql.ast.Partition;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import java.util.List;
import java.util.Optional;

/** Prints statements; tables and ALTER have their own printer. */
final class StatementPrinter {
    private final Layout out;
    private final QueryPrinter queries;
    private final ExpressionPrinter expressions;
    private final CreatePrinter creates;

    StatementPrinter(Layout out) {
        this.out = out;
        this.queries = new QueryPrinter(out);
        this.expressions = queries.expressions();
        this.creates = new CreatePrinter(out, queries);
    }

    void statement(Statement statement) {
        switch (statement) {
            case Statement.SelectStatement(var query) -> queries.query(query);
            case Statement.Insert insert -> insert(insert);
            case CreateStatement create -> creates.create(create);
            case AlterStatement alter -> new AlterPrinter(out, queries, creates, this).alter(alter);
            case AccessStatement access -> new AccessPrinter(out).access(access);
            case ShowStatement show -> new ShowPrinter(out, queries).show(show);
            case Statement.Explain explain -> explain(explain);
            case Statement.Set(var position, List<SettingChange> changes) -> {
                out.add("SET ");
                expressions.settings(changes);
            }
            case Statement.Use(var position, String database) -> out.add("USE ").name(database);
            case Statement.Kill kill -> kill(kill);
            case Statement.SystemCommand command -> system(command);
            case Statement.Attach attach -> {
                out.add("ATTACH ").add(attach.kind().sql()).add(attach.ifNotExists() ? " IF NOT EXISTS " : " ");
                queries.table(attach.name());
            }
            case Statement.Detach detach -> {
                out.add("DETACH ").add(detach.kind().sql()).add(detach.ifExists() ? " IF EXISTS " : " ");
                out.inline(detach.names(), queries::table);
                out.add(detach.permanently() ? " PERMANENTLY" : "").add(detach.sync() ? " SYNC" : "");
            }
            case Statement.Drop drop -> drop(drop);
            case Statement.Truncate truncate -> {
                out.add(truncate.temporary() ? "TRUNCATE TEMPORARY " : "TRUNCATE ")
                        .add(truncate.kind().sql());
                out.add(truncate.ifExists() ? " IF EXISTS " : " ");
                queries.table(truncate.name());
                out.add(truncate.sync() ? " SYNC" : "");
            }
            case Statement.Rename rename -> rename(rename);
            case Statement.Delete delete -> {
                out.add("DELETE FROM ");
                queries.table(delete.table());
                partition(" IN PARTITION ", delete.partition());
                where(delete.where());
                settings(delete.settings());
            }
            case Statement.Update update -> {
                out.add("UPDATE ");
                queries.table(update.table());
                out.add(" SET ");
                assignments(update.assignments());
                partition(" IN PARTITION ", update.partition());
                where(update.where());
                settings(update.settings());
            }
            case Statement.Optimize optimize -> optimize(optimize);
            case Statement.Check check -> {
                out.add("CHECK TABLE ");
                queries.table(check.table());
                partition(" PARTITION ", check.partition());
                check.part().ifPresent(part -> out.add(" PART ").string(part));
            }
        }
    }

    private void where(Expr condition) {
        out.add(" WHERE ");
        expressions.print(condition);
    }

    private void settings(List<SettingChange> settings) {
        if (!settings.isEmpty()) {
            out.add(" SETTINGS ");
            expressions.settings(settings);
        }
    }

    void assignments(List<AlterStatement.Assignment> assignments) {
        out.inline(assignments, assignment -> {
            creates.columnName(assignment.column());
            out.add(" = ");
            expressions.print(assignment.expression());
        });
    }

    void partition(String keyword, Optional<Partition> partition) {
        partition.ifPresent(value -> {
            out.add(keyword);
            switch (value) {
                case Partition.ByValue(Expr expression) -> expressions.print(expression);
                case Partition.ById(Expr id) -> {
                    out.add("ID ");
                    expressions.print(id);
                }
                case Partition.All all -> out.add("ALL");
            }
        });
    }

    private void insert(Statement.Insert insert) {
        out.add("INSERT INTO ");
        switch (insert.target()) {
            case Statement.IntoTable(TableName name) -> queries.table(name);
            case Statement.IntoFunction(var function) -> {
                out.add("FUNCTION ");
                queries.tableFunction(function);
            }
        }
        expressions.part(" PARTITION BY ", insert.partitionBy());
        if (!insert.columns().isEmpty()) {
            out.add(" (").inline(insert.columns(), expressions::print).add(")");
        }
        if (insert.source() instanceof Statement.FromData data && data.file().isPresent()) {
            Statement.Infile file = data.file().get();
            out.add(" FROM INFILE ").string(file.name());
            file.compression().ifPresent(method -> out.add(" COMPRESSION ").string(method));
        }
        settings(insert.settings());
        switch (insert.source()) {
            case Statement.FromQuery(var query) -> {
                out.add(" ");
                queries.query(query);
            }
            case Statement.FromRows(var rows) -> {
                out.add(" VALUES");
                String separator = " (";
                for (var row : rows) {
                    out.add(separator).inline(row, expressions::print).add(")");
                    separator = ", (";
                }
            }
            case Statement.FromData data ->
                data.format().ifPresent(format -> out.add(" FORMAT ").name(format));
        }
    }

    private void explain(Statement.Explain explain) {
        out.add("EXPLAIN");
        if (explain.kind() != Statement.ExplainKind.PLAN) {
            out.add(" ").add(explain.kind().sql());
        }
        if (!explain.settings().isEmpty()) {
            out.add(" ");
            expressions.settings(explain.settings());
        }
        out.line();
        statement(explain.statement());
    }

    private void kill(Statement.Kill kill) {
        out.add("KILL ").add(kill.kind().name());
        where(kill.where());
        out.add(" ").add(kill.mode().name());
    }

    private void system(Statement.SystemCommand command) {
        out.add("SYSTEM ").add(command.command());
        command.target().ifPresent(target -> {
            out.add(" ");
            queries.table(target);
        });
        command.argument().ifPresent(argument -> {
            out.add(" ");
            if (argument instanceof LiteralValue.StringValue word
                    && command.target().isPresent()) {
                out.add(word.text());
            } else {
                LiteralPrinter.print(out.buffer(), argument);
            }
        });
    }

    private void drop(Statement.Drop drop) {
        out.add(drop.temporary() ? "DROP TEMPORARY " : "DROP ").add(drop.kind().sql());
        out.add(drop.ifExists() ? " IF EXISTS" : "")
                .add(drop.ifEmpty() ? " IF EMPTY" : "")
                .add(" ");
        out.inline(drop.names(), queries::table).add(drop.sync() ? " SYNC" : "");
    }

    private void rename(Statement.Rename rename) {
        if (rename.exchange()) {
            boolean tables = rename.kind() == Statement.ObjectKind.TABLE;
            out.add(tables ? "EXCHANGE TABLES " : "EXCHANGE DICTIONARIES ");
        } else {
            out.add("RENAME ").add(rename.kind().sql()).add(rename.ifExists() ? " IF EXISTS " : " ");
        }
        out.inline(rename.renamings(), renaming -> {
            queries.table(renaming.from());
            out.add(rename.exchange() ? " AND " : " TO ");
            queries.table(renaming.to());
        });
    }

    private void optimize(Statement.Optimize optimize) {
        out.add("OPTIMIZE TABLE ");
        queries.table(optimize.table());
        partition(" PARTITION ", optimize.partition());
        out.add(optimize.isFinal() ? " FINAL" : "").add(optimize.deduplicate() ? " DEDUPLICATE" : "");
        if (!optimize.deduplicateBy().isEmpty()) {
            out.add(" BY ").inline(optimize.deduplicateBy(), expressions::print);
        }
        out.add(optimize.cleanup() ? " CLEANUP" : "");
        settings(optimize.settings());
    }

    void output(Output output) {
        output.outfile().ifPresent(file -> {
            out.line().add("INTO OUTFILE ").string(file.name());
            out.add(
                    file.mode() == Output.OutfileMode.CREATE
                            ? ""
                            : " " + file.mode().name());
            out.add(file.andStdout() ? " AND STDOUT" : "");
            file.compression().ifPresent(method -> out.add(" COMPRESSION ").string(method));
            file.level().ifPresent(level -> out.add(" LEVEL ").add(Long.toString(level)));
        });
        output.format().ifPresent(format -> out.line().add("FORMAT ").name(format));
        if (!output.settings().isEmpty()) {
            out.line().add("SETTINGS ");
            expressions.settings(output.settings());
        }
    }
}
