package io.millrace.system;

import io.millrace.base.error.DbException;
import io.millrace.catalog.ability.Expanding;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.expressions.tree.Expression;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.print.SqlPrinter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

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
        if (!definition.primaryKey().text().equals(definition.orderBy().text())) {
            clause(text, " PRIMARY KEY ", definition.primaryKey().text());
        }
        clause(text, " ORDER BY ", definition.orderBy().text());
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
}
