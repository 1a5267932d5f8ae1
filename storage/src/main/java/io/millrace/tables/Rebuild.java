package io.millrace.tables;

import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings stored blocks from one definition of a table to a later one: columns that stay are kept, changed ones are cast, new ones get their
 * default. Immutable; the constructor throws if a default or a cast cannot be bound.
 */
final class Rebuild {
    private final Header to;
    private final Projection projection;
    /** Position in the expressions by column name, for columns that must be computed. */
    private final Map<String, Integer> computed = new HashMap<>();

    private final ExpressionProgram program;

    Rebuild(TableDefinition from, TableDefinition changed, TableServices services) {
        this(from.storedHeader(), changed, services);
    }

    /** Of blocks whose columns have the names of {@code before}. */
    Rebuild(Header before, TableDefinition changed, TableServices services) {
        to = changed.storedHeader();
        projection = new Projection(to);
        List<Expression> expressions = new ArrayList<>();
        for (Header.Field field : to.fields()) {
            ColumnDefinition column = changed.column(field.name());
            boolean known = before.find(field.name()).isPresent();
            if (known && before.type(before.index(field.name())).equals(field.type())) {
                continue;
            }
            String text =
                    known ? "`" + field.name().replace("\\", "\\\\").replace("`", "\\`") + "`" : column.defaultText();
            if (!text.isEmpty()) {
                computed.put(field.name(), expressions.size());
                expressions.add(services.bind(cast(text, field.type()), before));
            }
        }
        program = ExpressionProgram.compile(expressions);
    }

    private static String cast(String text, DataType type) {
        return "CAST(" + text + ", '" + type.name().replace("\\", "\\\\").replace("'", "\\'") + "')";
    }

    Block apply(Block block) {
        if (block.header().equals(to)) {
            return block;
        }
        Column[] values = program.evaluate(block, EvaluationContext.unlimited());
        List<Column> columns = new ArrayList<>(projection.apply(block).columns());
        computed.forEach((name, index) -> columns.set(to.index(name), Projection.stored(values[index])));
        return new Block(to, columns, block.rows());
    }
}
