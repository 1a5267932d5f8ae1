package io.millrace.planner.analyze;

import io.millrace.base.index.BuiltinIndex;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.table.Table;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.lexer.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Tables of table functions outside of SELECT: CREATE TABLE AS, DESCRIBE, INSERT INTO FUNCTION. */
public final class TableFunctions {
    private TableFunctions() {}

    public static Table table(FromItem.TableFunction function, AnalysisContext context) {
        return new FromAnalyzer(QueryAnalyzer.root(context), Aliases.none()).table(function);
    }

    /** The table that INSERT SELECT writes to: a function that is not told its columns gets those of the query. */
    public static Table target(FromItem.TableFunction function, Query query, AnalysisContext context) {
        OptionalInt place = BuiltinIndex.of(TableFunction.class)
                .find(function.name())
                .map(TableFunction::structureArgument)
                .orElse(OptionalInt.empty());
        if (place.isEmpty() || function.arguments().size() > place.getAsInt()) {
            return table(function, context);
        }
        List<Expr> arguments = new ArrayList<>(function.arguments());
        while (arguments.size() < place.getAsInt()) {
            arguments.add(text("auto"));
        }
        arguments.add(text(QueryAnalyzer.analyze(query, context).header().fields().stream()
                .map(f -> Quoting.backQuoted(f.name()) + " " + f.type().name())
                .collect(Collectors.joining(", "))));
        return table(
                new FromItem.TableFunction(
                        function.position(), function.name(), arguments, function.settings(), function.modifiers()),
                context);
    }

    private static Expr text(String text) {
        return new Expr.Literal(Position.NONE, LiteralValue.StringValue.of(text));
    }
}
