package io.millrace.engine;

import io.millrace.catalog.ability.Committer;
import io.millrace.data.block.Header;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.query.QueryContext;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.SelectRun;
import io.millrace.engine.statement.StatementAnswer;
import io.millrace.engine.statement.Statements;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.Statement;
import java.util.List;
import java.util.Optional;

/** What becomes of a parsed statement: rights are looked at, it is executed, and its answer delivered. */
record StatementRunner(Databases databases, Statements statements, Committer committer, Contexts contexts) {
    /** Does what the statement says, and answers through the query's events. */
    void run(ParsedStatement parsed, QueryContext context) {
        Optional<String> format = parsed.output().format();
        StatementRights.check(parsed.statement(), contexts.rights(context.session()), context);
        if (parsed.statement() instanceof Statement.Insert insert) {
            Inserting.start(insert, databases, committer, context);
            return;
        }
        switch (statements.execute(parsed.statement(), context)) {
            case StatementAnswer.Done done -> finish(context);
            case StatementAnswer.Rows rows -> SelectRun.answer(rows.block(), format, context);
            case StatementAnswer.Run query -> SelectRun.start(query.query(), format, context);
            case StatementAnswer.Fill fill ->
                Inserting.startQuery(fill.table(), fill.query(), databases, committer, context);
        }
    }

    private static void finish(QueryContext context) {
        context.query().deliver(new ResultEvent.Started(new Header(List.of()), Optional.empty()));
        context.query()
                .deliver(new ResultEvent.Finished(context.query().progress().counts()));
    }

    /** The columns that the statement would answer, without running it; none when it has no result. */
    Header header(Statement statement, QueryContext context) {
        switch (statement) {
            case Statement.SelectStatement s -> {}
            case ShowStatement s -> {}
            case Statement.Explain e -> {}
            case Statement.Insert insert -> {
                Inserting.prepare(insert, databases, committer, context);
                return new Header(List.of());
            }
            default -> {
                return new Header(List.of());
            }
        }
        return switch (statements.execute(statement, context)) {
            case StatementAnswer.Run run -> run.query().header();
            case StatementAnswer.Rows rows -> rows.block().header();
            case StatementAnswer.Done d -> new Header(List.of());
            case StatementAnswer.Fill f -> new Header(List.of());
        };
    }
}
