package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.regex.Regex;
import io.millrace.planner.scope.Relation;
import io.millrace.planner.scope.ScopeColumn;
import io.millrace.sql.ast.ColumnTransformer;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Position;
import io.millrace.sql.print.ColumnNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces {@code *}, {@code t.*} and {@code COLUMNS(..)} in a select list by the columns they stand for, transformers applied. */
final class Matchers {
    private Matchers() {}

    /** One column of the result: its syntax and its name. */
    record Item(Expr expr, Optional<String> name) {}

    static List<Item> expand(List<Expr> columns, Relation relation) {
        List<Item> items = new ArrayList<>();
        for (Expr column : columns) {
            switch (column) {
                case Expr.Asterisk all ->
                    items.addAll(transformed(
                            relation.ordinary(all.qualifier().map(Expr.Identifier::fullName)),
                            all.transformers(),
                            relation));
                case Expr.ColumnsByPattern pattern -> {
                    Regex regex = Regex.compile(pattern.pattern());
                    List<ScopeColumn> matching =
                            relation.ordinary(pattern.qualifier().map(Expr.Identifier::fullName)).stream()
                                    .filter(c -> matches(regex, c.name()))
                                    .toList();
                    items.addAll(transformed(matching, pattern.transformers(), relation));
                }
                case Expr.ColumnsByList list -> {
                    List<ScopeColumn> named = list.columns().stream()
                            .map(c -> relation.find(c.parts())
                                    .orElseThrow(() -> new DbException(
                                            ErrorCode.UNKNOWN_IDENTIFIER,
                                            "Unknown column `" + c.fullName() + "` in COLUMNS")))
                            .toList();
                    items.addAll(transformed(named, list.transformers(), relation));
                }
                case Expr.Alias alias -> items.add(new Item(alias, Optional.of(alias.name())));
                default -> items.add(new Item(column, Optional.empty()));
            }
        }
        return items;
    }

    private static boolean matches(Regex regex, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return regex.matcher().find(bytes, 0, bytes.length);
    }

    private static List<Item> transformed(
            List<ScopeColumn> columns, List<ColumnTransformer> transformers, Relation relation) {
        List<Item> items = new ArrayList<>();
        for (ScopeColumn column : columns) {
            items.add(new Item(reference(column, relation), Optional.of(displayName(column, relation))));
        }
        for (ColumnTransformer transformer : transformers) {
            items = apply(transformer, items);
        }
        return items;
    }

    /** A name that means exactly this column: qualified when another one of the same name comes first. */
    private static Expr reference(ScopeColumn column, Relation relation) {
        return new Expr.Identifier(Position.NONE, nameParts(column, relation));
    }

    private static List<String> nameParts(ScopeColumn column, Relation relation) {
        boolean first =
                relation.find(List.of(column.name())).filter(c -> c == column).isPresent();
        return first || column.qualifiers().isEmpty()
                ? List.of(column.name())
                : List.of(column.qualifiers().getFirst(), column.name());
    }

    /** What the column is called in the result: {@code a}, or {@code t2.a} when an {@code a} comes before it. */
    static String displayName(ScopeColumn column, Relation relation) {
        return String.join(".", nameParts(column, relation));
    }

    private static List<Item> apply(ColumnTransformer transformer, List<Item> items) {
        return switch (transformer) {
            case ColumnTransformer.Except except -> {
                checkStrict(except.strict(), except.names(), items, "EXCEPT");
                yield items.stream()
                        .filter(i -> !except.names().contains(i.name().orElse("")))
                        .toList();
            }
            case ColumnTransformer.ExceptPattern except -> {
                Regex regex = Regex.compile(except.pattern());
                yield items.stream()
                        .filter(i -> !matches(regex, i.name().orElse("")))
                        .toList();
            }
            case ColumnTransformer.Replace replace -> replaced(replace, items);
            case ColumnTransformer.ApplyFunction apply ->
                items.stream()
                        .map(i -> applied(new Expr.FunctionCall(
                                Position.NONE,
                                apply.name(),
                                apply.parameters(),
                                List.of(i.expr()),
                                Expr.Notation.CALL,
                                Expr.NullsAction.NONE,
                                Optional.empty())))
                        .toList();
            case ColumnTransformer.ApplyLambda apply ->
                items.stream()
                        .map(i -> applied(Substitution.replace(
                                apply.lambda().body(),
                                apply.lambda().parameters().getFirst(),
                                i.expr())))
                        .toList();
        };
    }

    private static Item applied(Expr expr) {
        return new Item(expr, Optional.of(ColumnNames.of(expr)));
    }

    private static List<Item> replaced(ColumnTransformer.Replace replace, List<Item> items) {
        Map<String, Expr> replacements = new HashMap<>();
        replace.replacements().forEach(r -> replacements.put(r.name(), r.expression()));
        checkStrict(replace.strict(), List.copyOf(replacements.keySet()), items, "REPLACE");
        return items.stream()
                .map(i -> {
                    Expr other = replacements.get(i.name().orElse(""));
                    return other == null ? i : new Item(other, i.name());
                })
                .toList();
    }

    private static void checkStrict(boolean strict, List<String> names, List<Item> items, String what) {
        if (strict) {
            for (String name : names) {
                if (items.stream().noneMatch(i -> i.name().orElse("").equals(name))) {
                    throw new DbException(
                            ErrorCode.BAD_ARGUMENTS,
                            "Columns transformer " + what + " expects column " + name + ", which is not there");
                }
            }
        }
    }
}
