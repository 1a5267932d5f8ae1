package io.millrace.sql.print;

import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.ShowStatement.Filter;
import io.millrace.sql.ast.Statement.ObjectKind;

/** Prints SHOW, DESCRIBE and EXISTS. */
final class ShowPrinter {
    private final Layout out;
    private final QueryPrinter queries;

    ShowPrinter(Layout out, QueryPrinter queries) {
        this.out = out;
        this.queries = queries;
    }

    void show(ShowStatement show) {
        switch (show) {
            case ShowStatement.ShowDatabases databases -> {
                out.add("SHOW DATABASES");
                filter(databases.filter());
            }
            case ShowStatement.ShowTables tables -> {
                out.add("SHOW ").add(tables.full() ? "FULL " : "").add(tables.temporary() ? "TEMPORARY " : "");
                out.add(tables.kind() == ObjectKind.DICTIONARY ? "DICTIONARIES" : "TABLES");
                tables.database().ifPresent(database -> out.add(" FROM ").name(database));
                filter(tables.filter());
            }
            case ShowStatement.ShowColumns columns -> {
                out.add("SHOW ").add(columns.extended() ? "EXTENDED " : "").add(columns.full() ? "FULL " : "");
                out.add("COLUMNS FROM ");
                queries.table(columns.table());
                filter(columns.filter());
            }
            case ShowStatement.ShowIndexes indexes -> {
                out.add(indexes.extended() ? "SHOW EXTENDED INDEXES FROM " : "SHOW INDEXES FROM ");
                queries.table(indexes.table());
                queries.expressions().part(" WHERE ", indexes.where());
            }
            case ShowStatement.ShowCreate create -> {
                out.add(create.temporary() ? "SHOW CREATE TEMPORARY " : "SHOW CREATE ")
                        .add(create.kind().sql())
                        .add(" ");
                queries.table(create.name());
            }
            case ShowStatement.ShowProcessList list -> out.add("SHOW PROCESSLIST");
            case ShowStatement.ShowSettings settings -> {
                out.add(settings.changed() ? "SHOW CHANGED SETTINGS" : "SHOW SETTINGS");
                filter(settings.filter());
            }
            case ShowStatement.ShowSetting setting -> out.add("SHOW SETTING ").name(setting.name());
            case ShowStatement.ShowFunctions functions -> {
                out.add("SHOW FUNCTIONS");
                filter(functions.filter());
            }
            case ShowStatement.ShowEngines engines -> out.add("SHOW ENGINES");
            case ShowStatement.ShowList list -> out.add("SHOW ").add(list.what());
            case ShowStatement.Describe(var position, FromItem target) -> {
                out.add("DESCRIBE TABLE");
                queries.item(target);
            }
            case ShowStatement.Exists exists -> {
                out.add(exists.temporary() ? "EXISTS TEMPORARY " : "EXISTS ")
                        .add(exists.kind().sql())
                        .add(" ");
                queries.table(exists.name());
            }
        }
    }

    private void filter(Filter filter) {
        filter.pattern().ifPresent(pattern -> {
            out.add(filter.not() ? " NOT" : "").add(filter.caseInsensitive() ? " ILIKE " : " LIKE ");
            out.string(pattern);
        });
        queries.expressions().part(" WHERE ", filter.where());
        queries.expressions().part(" LIMIT ", filter.limit());
    }
}
