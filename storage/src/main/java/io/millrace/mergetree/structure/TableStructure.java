package io.millrace.mergetree.structure;

import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Header;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.part.KeyColumns;
import io.millrace.mergetree.partition.PartitionKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table's columns and keys, with the expressions that stand behind texts of its definition. ALTER makes a new one. Thread-safe: expressions are bound
 * when first needed and kept.
 */
public final class TableStructure {
    private final TableDefinition definition;
    private final Header stored;
    private final PartitionKey partition;
    private final TableServices services;
    private final StateFormats states;
    private final Map<String, Expression> defaults = new ConcurrentHashMap<>();
    private final Map<String, Expression> casts = new ConcurrentHashMap<>();

    public TableStructure(TableDefinition definition, TableServices services) {
        this.definition = definition;
        this.services = services;
        this.stored = definition.storedHeader();
        this.partition = PartitionKey.of(definition.partitionBy(), stored);
        this.states = new FunctionStates(services);
    }

    public TableDefinition definition() {
        return definition;
    }

    public TableServices services() {
        return services;
    }

    /** The stored columns, which parts hold. */
    public Header stored() {
        return stored;
    }

    public PartitionKey partition() {
        return partition;
    }

    public StateFormats states() {
        return states;
    }

    /** The expressions by which rows are sorted; bound to the stored columns. */
    public List<Expression> sortKey() {
        return definition.orderBy().expressions();
    }

    /** The expressions of the primary index: a prefix of the sort key. */
    public List<Expression> primaryKey() {
        return definition.primaryKey().isEmpty()
                ? sortKey()
                : definition.primaryKey().expressions();
    }

    /** Types of key values, without LowCardinality. */
    public static List<DataType> keyTypes(List<Expression> expressions) {
        return expressions.stream().map(e -> KeyColumns.keyType(e.type())).toList();
    }

    /** Types of the columns that the partition key uses, by name. */
    public Map<String, DataType> minMaxTypes() {
        Map<String, DataType> types = new TreeMap<>();
        partition.minMaxColumns().forEach((name, index) -> types.put(name, KeyColumns.keyType(stored.type(index))));
        return types;
    }

    /** The DEFAULT or MATERIALIZED expression of a column over the stored columns: the value of rows in parts that lack it. */
    public Optional<Expression> defaultOf(String column) {
        Optional<String> text = definition.findColumn(column).flatMap(ColumnDefinition::defaultExpression);
        return text.map(t -> defaults.computeIfAbsent(column, c -> {
            String typed = "CAST(" + t + ", '"
                    + quoted(definition.column(column).type().name()) + "')";
            return services.bind(typed, stored);
        }));
    }

    /** Converts values of the type that a part has to the type that the table has; input 0 is the column. */
    public Expression cast(DataType from, DataType to) {
        return casts.computeIfAbsent(from.name() + " to " + to.name(), k -> {
            Header one = Header.of(new Header.Field("x", from));
            return services.bind("CAST(x, '" + quoted(to.name()) + "')", one);
        });
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }

    /** Whether values of two types have the same bytes in parts, so that nothing needs converting. */
    public static boolean sameBytes(DataType a, DataType b) {
        if (a.equals(b)) {
            return true;
        }
        DataType x = Types.withoutSimpleAggregate(a);
        DataType y = Types.withoutSimpleAggregate(b);
        return x.equals(y)
                || x instanceof DataType.DateTimeType && y instanceof DataType.DateTimeType
                || x instanceof DataType.DateTime64Type p
                        && y instanceof DataType.DateTime64Type q
                        && p.precision() == q.precision()
                || x instanceof DataType.EnumType e && y instanceof DataType.EnumType f && e.bits() == f.bits();
    }
}
