package io.millrace.engine.statement;

import io.millrace.engine.access.AccessControl;
import io.millrace.engine.query.QueryContext;
import io.millrace.engine.session.Session;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.print.SqlPrinter;
import java.util.List;

/** Statements about users, roles and grants. */
final class AccessStatements {
    private final AccessControl access;

    AccessStatements(AccessControl access) {
        this.access = access;
    }

    StatementAnswer execute(AccessStatement statement, QueryContext context) {
        Session session = context.session();
        return switch (statement) {
            case AccessStatement.SetRole set -> {
                session.actAs(set.roles().map(r -> access.chosenRoles(session.user(), r)));
                yield new StatementAnswer.Done();
            }
            case AccessStatement.ShowGrants show -> {
                List<String> of =
                        show.names().isEmpty() ? List.of(session.user().name()) : show.names();
                List<String> lines = of.stream()
                        .flatMap(name -> access.grants(name).stream())
                        .map(SqlPrinter::oneLine)
                        .toList();
                yield new StatementAnswer.Rows(Names.texts("GRANTS", lines));
            }
            case AccessStatement.ShowCreateAccess show -> {
                List<String> of =
                        show.names().isEmpty() ? List.of(session.user().name()) : show.names();
                List<String> lines = of.stream()
                        .map(name -> SqlPrinter.oneLine(access.definition(show.kind(), name)))
                        .toList();
                String title = "CREATE " + show.kind() + (of.size() == 1 ? " " + of.getFirst() : "");
                yield new StatementAnswer.Rows(Names.texts(title, lines));
            }
            default -> {
                access.change(statement, context.analysis().bind().database());
                yield new StatementAnswer.Done();
            }
        };
    }
}
