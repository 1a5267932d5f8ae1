package io.millrace.system;

import io.millrace.base.error.DbException;
import io.millrace.catalog.ability.Expanding;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.expressions.tree.Expression;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The texts that system tables show of a table's definition. Stateless. */
final class DefinitionTexts {
    private DefinitionTexts() {}

    /** CREATE on one line, as system.tables has it. */
    static String createQuery(TableDefinition definition) {
        if (definition.createText().isEmpty()) {
            return "";
        }
        try {
            return SqlPrinter.oneLine(
                    Parser.parse(definition.createText(), Dialect.CLICKHOUSE).statement());
        } catch (DbException e) {
            return definition.createText(); // one table that cannot be read shall not hide the others
        }
    }

    private static String bracketed(String key, int expressions) {
        return expressions > 1 ? "(" + key + ")" : key;
    }

    /** The sorting key as it was written, without brackets. */
    static String sortingKey(TableDefinition definition) {
        return create(definition)
                .flatMap(c -> c.storage().orderBy())
                .map(key ->
                        key.elements().stream().map(e -> list(e.expression())).collect(Collectors.joining(", ")))
                .orElse("");
    }

    /** The primary key as it was written, without brackets; the sorting key where there is none. */
    static String primaryKey(TableDefinition definition) {
        return create(definition)
                .flatMap(c -> c.storage().primaryKey())
                .map(DefinitionTexts::list)
                .orElseGet(() -> sortingKey(definition));
    }

    private static String list(Expr key) {
        List<Expr> elements =
                key instanceof Expr.FunctionCall call && call.name().equals("tuple") ? call.arguments() : List.of(key);
        return elements.stream().map(SqlPrinter::oneLine).collect(Collectors.joining(", "));
    }

    private static Optional<CreateStatement.CreateTable> create(TableDefinition definition) {
        return !definition.createText().isEmpty()
                        && Parser.parse(definition.createText(), Dialect.CLICKHOUSE)
                                        .statement()
                                instanceof CreateStatement.CreateTable create
                ? Optional.of(create)
                : Optional.empty();
    }

    /** The engine with its arguments, keys and settings. */
    static String engine(TableDefinition definition) {
        String name = definition.engineName();
        if (name.startsWith("System") || name.endsWith("View")) {
            return "";
        }
        StringBuilder text = new StringBuilder(name);
        if (!definition.engineArguments().isEmpty()) {
            text.append('(')
                    .append(String.join(", ", definition.engineArguments()))
                    .append(')');
        }
        clause(text, " PARTITION BY ", definition.partitionBy().text());
        String sorting = sortingKey(definition);
        String primary = primaryKey(definition);
        if (!primary.equals(sorting)) {
            clause(
                    text,
                    " PRIMARY KEY ",
                    bracketed(primary, definition.primaryKey().texts().size()));
        }
        clause(
                text,
                " ORDER BY ",
                bracketed(sorting, definition.orderBy().texts().size()));
        clause(text, " SAMPLE BY ", definition.sampleBy());
        clause(text, " TTL ", definition.ttl());
        String separator = " SETTINGS ";
        for (var setting : new TreeMap<>(definition.settings()).entrySet()) {
            text.append(separator).append(setting.getKey()).append(" = ").append(setting.getValue());
            separator = ", ";
        }
        return text.toString();
    }

    private static void clause(StringBuilder text, String words, String clause) {
        if (!clause.isEmpty()) {
            text.append(words).append(clause);
        }
    }

    /** The SELECT of a view, empty for other tables. */
    static String select(Table table) {
        return switch (table) {
            case Watching view -> view.selectText();
            case Expanding view -> view.query();
            default -> "";
        };
    }

    /** Columns that a key is made of. */
    static Set<String> columns(KeyClause key) {
        Set<String> names = new LinkedHashSet<>();
        key.expressions().forEach(expression -> collect(expression, names));
        return names;
    }

    private static void collect(Expression expression, Set<String> names) {
        switch (expression) {
            case Expression.Input input -> names.add(input.name());
            case Expression.Constant constant -> {}
            case Expression.Call call -> call.arguments().forEach(argument -> collect(argument, names));
            case Expression.Lambda lambda -> lambda.captured().forEach(captured -> collect(captured, names));
            case Expression.InSet in -> collect(in.value(), names);
        }
    }

    /** The skip indexes of a table's definition. */
    static List<TableElement.Index> indexes(TableDefinition definition) {
        List<TableElement.Index> indexes = new ArrayList<>();
        if (definition.createText().contains("INDEX ")) {
            for (TableElement element : create(definition)
                    .map(CreateStatement.CreateTable::elements)
                    .orElse(List.of())) {
                if (element instanceof TableElement.Index index) {
                    indexes.add(index);
                }
            }
        }
        return indexes;
    }
}
