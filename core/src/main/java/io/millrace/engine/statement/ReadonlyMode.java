package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.engine.access.AccessSettings;
import io.millrace.engine.query.QueryContext;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;

/**
 * What the setting {@code readonly} allows: 1 only reads, 2 also changes settings and keeps temporary tables, which are the
 * session's own business. Stateless.
 */
public final class ReadonlyMode {
    private ReadonlyMode() {}

    /**
     * @throws DbException READONLY
     */
    public static void check(Statement statement, QueryContext context) {
        long readonly = of(context);
        if (readonly != 0 && !allows(statement, readonly > 1, context)) {
            throw refused(context);
        }
    }

    /**
     * Checks an INSERT into a table.
     *
     * @throws DbException READONLY
     */
    public static void checkInsert(TableName target, QueryContext context) {
        long readonly = of(context);
        if (readonly == 1 || readonly > 1 && !isTemporary(target, context)) {
            throw refused(context);
        }
    }

    private static long of(QueryContext context) {
        return Math.max(context.request().readonly(), context.settings().get(AccessSettings.READONLY));
    }

    private static DbException refused(QueryContext context) {
        // Only GET asks for it by itself.
        String hint = context.request().readonly() == 0
                ? ""
                : ". For queries over HTTP, method GET implies readonly. You should use method POST for modifying queries";
        return new DbException(
                ErrorCode.READONLY, context.query().user().name() + ": Cannot execute query in readonly mode" + hint);
    }

    private static boolean allows(Statement statement, boolean changesSession, QueryContext context) {
        return switch (statement) {
            case Statement.SelectStatement s -> true;
            case ShowStatement s -> true;
            case AccessStatement.ShowGrants s -> true;
            case AccessStatement.ShowCreateAccess s -> true;
            case AccessStatement.SetRole s -> true;
            case Statement.Explain e -> true;
            case Statement.Use u -> true;
            case Statement.Check c -> true;
            case Statement.Set s -> changesSession;
            case CreateStatement.CreateTable create -> changesSession && create.temporary() && isInMemory(create);
            case Statement.Drop drop ->
                changesSession && drop.names().stream().allMatch(name -> isTemporary(name, context));
            case Statement.Truncate truncate -> changesSession && isTemporary(truncate.name(), context);
            case Statement.Insert insert ->
                changesSession
                        && insert.target() instanceof Statement.IntoTable into
                        && isTemporary(into.name(), context);
            default -> false;
        };
    }

    /** Other engines write files, or to other servers. */
    private static boolean isInMemory(CreateStatement.CreateTable create) {
        return create.storage()
                .engine()
                .map(engine -> engine.name().equals("Memory"))
                .orElse(true);
    }

    private static boolean isTemporary(TableName name, QueryContext context) {
        return name.database().isEmpty()
                && context.session().temporaryTable(name.table()).isPresent();
    }
}
