package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.ColumnTransformer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Query;
import io.millrace.sql.print.SqlPrinter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The aliases of one SELECT: of its WITH expressions and of every {@code x AS name} anywhere in its clauses. An alias is not visible while its
 * own definition is bound, so that {@code a + 1 AS a} means the column.
 */
final class Aliases {
    private final Map<String, Expr> definitions = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> conflicting = new HashSet<>();
    private final Supplier<String> scopeText;

    private Aliases(Supplier<String> scopeText) {
        this.scopeText = scopeText;
    }

    static Aliases none() {
        return new Aliases(() -> "");
    }

    /** All aliases of a SELECT; those of {@code outer} WITH expressions are seen too. */
    static Aliases of(Query.Select select, Map<String, Expr> outer) {
        Aliases aliases = new Aliases(() -> SqlPrinter.oneLine(select));
        aliases.definitions.putAll(outer);
        select.with().forEach(w -> {
            if (w instanceof Query.WithExpression expression) {
                aliases.definitions.put(expression.name(), expression.expression());
                aliases.collect(expression.expression());
            }
        });
        select.columns().forEach(aliases::collect);
        select.prewhere().ifPresent(aliases::collect);
        select.where().ifPresent(aliases::collect);
        if (select.groupBy().keys() instanceof Query.KeyList keys) {
            keys.expressions().forEach(aliases::collect);
        }
        select.having().ifPresent(aliases::collect);
        if (select.orderBy().keys() instanceof Query.OrderList list) {
            list.elements().forEach(e -> aliases.collect(e.expression()));
        }
        return aliases;
    }

    void add(String name, Expr definition) {
        definitions.putIfAbsent(name, definition);
    }

    private void collect(Expr expr) {
        switch (expr) {
            case Expr.Alias alias -> {
                Expr known = definitions.putIfAbsent(alias.name(), alias.expression());
                if (known != null && !known.equals(alias.expression())) {
                    conflicting.add(alias.name());
                }
                collect(alias.expression());
            }
            case Expr.FunctionCall call -> call.arguments().forEach(this::collect);
            case Expr.Lambda lambda -> collect(lambda.body());
            case Expr.Asterisk asterisk -> asterisk.transformers().forEach(this::collectReplacements);
            case Expr.Literal l -> {}
            case Expr.Identifier i -> {}
            case Expr.ColumnsByPattern c -> c.transformers().forEach(this::collectReplacements);
            case Expr.ColumnsByList c -> c.transformers().forEach(this::collectReplacements);
            case Expr.Subquery s -> {}
            case Expr.QueryParameter p -> {}
        }
    }

    private void collectReplacements(ColumnTransformer transformer) {
        if (transformer instanceof ColumnTransformer.Replace replace) {
            replace.replacements().forEach(r -> collect(r.expression()));
        }
    }

    Optional<Expr> find(String name) {
        if (conflicting.contains(name)) {
            throw new DbException(
                    ErrorCode.MULTIPLE_EXPRESSIONS_FOR_ALIAS,
                    "Multiple expressions for alias " + name + " in scope " + scopeText());
        }
        return Optional.ofNullable(definitions.get(name));
    }

    /** Hides the alias while its definition is bound; false if it is hidden already. */
    boolean enter(String name) {
        return open.add(name);
    }

    void leave(String name) {
        open.remove(name);
    }

    List<String> names() {
        return List.copyOf(definitions.keySet());
    }

    /** The SELECT as error texts name it. */
    String scopeText() {
        return scopeText.get();
    }
}
