package io.millrace.engine;

import io.millrace.engine.access.Rights;
import io.millrace.engine.query.QueryContext;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.Statement.ObjectKind;
import io.millrace.sql.ast.TableName;
import java.util.Optional;

/**
 * What must be granted for a statement, by database and table. Tables that are read are checked where their names are resolved
 * ({@link SessionCatalog#forReading}). Temporary tables belong to their session and need nothing.
 */
final class StatementRights {
    private final Rights rights;
    private final QueryContext context;

    private StatementRights(Rights rights, QueryContext context) {
        this.rights = rights;
        this.context = context;
    }

    /**
     * @throws io.millrace.base.error.DbException ACCESS_DENIED
     */
    static void check(Statement statement, Rights rights, QueryContext context) {
        new StatementRights(rights, context).check(statement);
    }

    private void check(Statement statement) {
        switch (statement) {
            case Statement.Insert insert -> {
                if (insert.target() instanceof Statement.IntoTable(TableName name)) {
                    table("INSERT", name);
                }
            }
            case CreateStatement create -> create(create);
            case AlterStatement alter -> AlterRights.of(alter).forEach(privilege -> table(privilege, alter.table()));
            case Statement.Drop drop -> {
                if (!drop.temporary()) {
                    drop.names().forEach(name -> object("DROP", drop.kind(), name));
                }
            }
            case Statement.Detach detach -> detach.names().forEach(name -> object("DROP", detach.kind(), name));
            case Statement.Attach attach -> object("CREATE", attach.kind(), attach.name());
            case Statement.Truncate truncate -> {
                if (truncate.kind() == ObjectKind.DATABASE) {
                    rights.check("TRUNCATE", truncate.name().table(), Optional.empty());
                } else {
                    table("TRUNCATE", truncate.name());
                }
            }
            case Statement.Rename rename -> rename(rename);
            case Statement.Optimize optimize -> table("OPTIMIZE", optimize.table());
            case Statement.Check check -> table("CHECK", check.table());
            case Statement.Delete delete -> table("ALTER DELETE", delete.table());
            case Statement.Update update -> table("ALTER UPDATE", update.table());
            case Statement.Kill kill -> rights.check("KILL QUERY");
            case Statement.SystemCommand command -> rights.check("SYSTEM");
            case Statement.Explain explain -> check(explain.statement());
            case AccessStatement access ->
                rights.check(access, context.analysis().bind().database());
            default -> {}
        }
    }

    private void create(CreateStatement create) {
        switch (create) {
            case CreateStatement.CreateTable table when table.temporary() -> rights.check("CREATE TEMPORARY TABLE");
            case CreateStatement.CreateTable table -> object("CREATE", ObjectKind.TABLE, table.name());
            case CreateStatement.CreateView view -> object("CREATE", ObjectKind.VIEW, view.name());
            case CreateStatement.CreateMaterializedView view -> object("CREATE", ObjectKind.VIEW, view.name());
            case CreateStatement.CreateDatabase database ->
                rights.check("CREATE DATABASE", database.name(), Optional.empty());
            default -> rights.check("CREATE FUNCTION");
        }
    }

    private void rename(Statement.Rename rename) {
        for (Statement.Renaming renaming : rename.renamings()) {
            if (rename.kind() == ObjectKind.DATABASE) {
                rights.check("DROP DATABASE", renaming.from().table(), Optional.empty());
                rights.check("CREATE DATABASE", renaming.to().table(), Optional.empty());
            } else {
                table("SELECT", renaming.from());
                table("DROP TABLE", renaming.from());
                table("CREATE TABLE", renaming.to());
                table("INSERT", renaming.to());
            }
        }
    }

    /** CREATE or DROP of one kind of object; databases and functions stand in the table part of the name. */
    private void object(String verb, ObjectKind kind, TableName name) {
        String privilege = verb + " " + kind.sql();
        switch (kind) {
            case DATABASE -> rights.check(privilege, name.table(), Optional.empty());
            case FUNCTION -> rights.check(privilege);
            case TABLE, VIEW, DICTIONARY -> table(privilege, name);
        }
    }

    private void table(String privilege, TableName name) {
        boolean temporary = name.database().isEmpty()
                && context.session().temporaryTable(name.table()).isPresent();
        if (!temporary) {
            rights.check(
                    privilege, name.database().orElse(context.analysis().bind().database()), Optional.of(name.table()));
        }
    }
}
