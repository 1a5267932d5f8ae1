package io.millrace.engine.statement;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.engine.access.AccessControl;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.metadata.MetadataStore;
import io.millrace.engine.query.QueryContext;
import io.millrace.planner.Planner;
import io.millrace.planner.analyze.SettingChanges;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Carries out every statement but INSERT, which has a story of its own. Thread-safe. */
public final class Statements {
    private final Definitions definitions;
    private final Alterations alterations;
    private final Showing showing;
    private final Maintenance maintenance;
    private final AccessStatements accesses;

    public Statements(
            Databases databases, MetadataStore store, QueryKiller killer, ConfigSource config, AccessControl access) {
        definitions = new Definitions(databases, store);
        alterations = new Alterations(store);
        showing = new Showing();
        accesses = new AccessStatements(access);
        maintenance = new Maintenance(killer, config);
    }

    /** Ends queries for KILL QUERY. */
    public interface QueryKiller {
        /** Cancels a query; false when there is none of that id. */
        boolean kill(String queryId, boolean wait);
    }

    /** Carries out any statement but an INSERT; the answer to a SELECT is its plan, which the caller runs. */
    public StatementAnswer execute(Statement statement, QueryContext context) {
        ReadonlyMode.check(statement, context);
        return switch (statement) {
            case Statement.SelectStatement select ->
                new StatementAnswer.Run(Planner.plan(select.query(), context.analysis()));
            case CreateStatement create -> definitions.create(create, context);
            case Statement.Drop drop -> definitions.drop(drop, context);
            case Statement.Rename rename -> definitions.rename(rename, context);
            case Statement.Attach attach -> definitions.attach(attach, context);
            case Statement.Detach detach -> definitions.detach(detach, context);
            case AlterStatement alter -> alterations.alter(alter, context);
            case AccessStatement access -> accesses.execute(access, context);
            case ShowStatement show -> showing.show(show, context);
            case Statement.Explain explain -> Explaining.explain(explain, context);
            case Statement.Truncate truncate ->
                truncate.kind() == Statement.ObjectKind.DATABASE
                        ? definitions.truncateDatabase(truncate)
                        : maintenance.truncate(truncate, context);
            case Statement.Optimize optimize -> maintenance.optimize(optimize, context);
            case Statement.Kill kill -> maintenance.kill(kill, context);
            case Statement.SystemCommand command -> maintenance.system(command, context);
            case Statement.Set set -> set(set, context);
            case Statement.Use use -> use(use, context);
            case Statement.Check check -> maintenance.check(check, context);
            case Statement.Delete delete -> Mutations.delete(delete, context);
            case Statement.Update update -> throw unsupported("UPDATE");
            case Statement.Insert insert -> throw DbException.bug("INSERT is not carried out here");
        };
    }

    private static DbException unsupported(String what) {
        return new DbException(ErrorCode.NOT_IMPLEMENTED, what + " is not supported by this version");
    }

    private static StatementAnswer set(Statement.Set set, QueryContext context) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SettingChange change : set.changes()) {
            if (change.name().startsWith("param_")) {
                LiteralValue value = change.value()
                        .orElseThrow(() -> new DbException(ErrorCode.BAD_ARGUMENTS, "A query parameter needs a value"));
                context.session().setParameter(change.name().substring("param_".length()), SettingChanges.text(value));
            } else if (change.value().isPresent()) {
                values.put(change.name(), SettingChanges.text(change.value().get()));
            } else {
                context.session().change(context.session().constrainedSettings().reset(change.name()));
            }
        }
        context.session().change(context.session().constrainedSettings().with(values));
        return new StatementAnswer.Done();
    }

    private static StatementAnswer use(Statement.Use use, QueryContext context) {
        if (!context.analysis().catalog().hasDatabase(use.database())) {
            throw new DbException(ErrorCode.UNKNOWN_DATABASE, "Database " + use.database() + " does not exist");
        }
        context.session().use(use.database());
        return new StatementAnswer.Done();
    }
}
