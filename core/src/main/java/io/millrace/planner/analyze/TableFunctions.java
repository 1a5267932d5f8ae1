package io.millrace.planner.analyze;

import io.millrace.catalog.table.Table;
import io.millrace.sql.ast.FromItem;

/** Tables of table functions outside of SELECT: CREATE TABLE AS, DESCRIBE, INSERT INTO FUNCTION. */
public final class TableFunctions {
    private TableFunctions() {}

    public static Table table(FromItem.TableFunction function, AnalysisContext context) {
        return new FromAnalyzer(QueryAnalyzer.root(context), Aliases.none()).table(function);
    }
}
