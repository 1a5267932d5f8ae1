package io.millrace.engine.metadata;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.table.CodecText;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.ColumnDefinition.DefaultKind;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.Calls;
import io.millrace.planner.analyze.PlannerSettings;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.planner.analyze.SettingChanges;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.print.ColumnNames;
import io.millrace.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** From the syntax of CREATE TABLE to a bound {@link TableDefinition}. Stateless apart from the context it was given. */
final class DefinitionBinder {
    private final AnalysisContext context;

    /** What only a definition that is new is refused for. */
    private final boolean isNew;

    /** @param isNew false for a definition that was accepted before, which must not be refused when it is read again */
    DefinitionBinder(AnalysisContext context, boolean isNew) {
        this.context = context;
        this.isNew = isNew;
    }

    /** The columns of a bracketed list. A default may use any of them; the types of columns that have none follow from their defaults. */
    public List<ColumnDefinition> columns(List<TableElement> elements) {
        List<TableElement.Column> written = TableElement.columns(elements);
        Set<String> seen = new HashSet<>();
        Map<String, Header.Field> known = new LinkedHashMap<>();
        for (TableElement.Column column : written) {
            if (!seen.add(column.name())) {
                throw new DbException(ErrorCode.ILLEGAL_COLUMN, "Columns with the same name: " + column.name());
            }
            column.type()
                    .ifPresent(t ->
                            known.put(column.name(), new Header.Field(column.name(), type(t, column.nullable()))));
        }
        inferTypes(written, known);
        List<ColumnDefinition> columns = new ArrayList<>();
        for (TableElement.Column column : written) {
            columns.addAll(column(column, new Header(List.copyOf(known.values()))));
        }
        return columns;
    }

    /** Binds defaults of columns without a type in an order in which what they use is known. */
    private void inferTypes(List<TableElement.Column> columns, Map<String, Header.Field> known) {
        List<TableElement.Column> left = new ArrayList<>(columns.stream()
                .filter(c -> c.type().isEmpty() && c.defaultValue().expression().isPresent())
                .toList());
        while (!left.isEmpty()) {
            int before = left.size();
            Optional<DbException> unknown = Optional.empty();
            for (TableElement.Column column : List.copyOf(left)) {
                try {
                    DataType type = QueryAnalyzer.bindExpression(
                                    column.defaultValue().expression().orElseThrow(),
                                    new Header(List.copyOf(known.values())),
                                    context)
                            .type();
                    known.put(column.name(), new Header.Field(column.name(), type));
                    left.remove(column);
                } catch (DbException e) {
                    if (e.code() != ErrorCode.UNKNOWN_IDENTIFIER) {
                        throw e;
                    }
                    unknown = Optional.of(e);
                }
            }
            if (left.size() == before) {
                throw unknown.orElseThrow();
            }
        }
    }

    /** One column; Nested gives several. */
    public List<ColumnDefinition> column(TableElement.Column column, Header others) {
        DefaultKind kind = switch (column.defaultValue().kind()) {
            case NONE, AUTO_INCREMENT -> DefaultKind.NONE;
            case DEFAULT -> DefaultKind.DEFAULT;
            case MATERIALIZED -> DefaultKind.MATERIALIZED;
            case ALIAS -> DefaultKind.ALIAS;
            case EPHEMERAL -> DefaultKind.EPHEMERAL;
        };
        String defaultText =
                column.defaultValue().expression().map(SqlPrinter::oneLine).orElse("");
        String ttl = column.ttl().map(SqlPrinter::oneLine).orElse("");
        column.ttl().ifPresent(e -> checkTtl(e, others));
        String comment = column.comment().orElse("");
        if (column.type().isPresent()
                && column.type().get().startsWith("Nested(")
                && context.settings().get(PlannerSettings.FLATTEN_NESTED)) {
            return nested(column.name(), column.type().get());
        }
        column.defaultValue().expression().ifPresent(DefinitionBinder::checkDefault);
        Optional<Expression> bound =
                column.defaultValue().expression().map(e -> QueryAnalyzer.bindExpression(e, others, context));
        DataType type = column.type()
                .map(t -> type(t, column.nullable()))
                .or(() -> bound.map(Expression::type))
                .orElseThrow(() -> new DbException(
                        ErrorCode.EMPTY_LIST_OF_COLUMNS_PASSED,
                        "Column " + column.name() + " has neither a type nor a default"));
        checkStorable(column.name(), type);
        String codec = CodecText.normalized(
                column.codec().map(SqlPrinter::oneLine).orElse(""),
                type,
                isNew && !context.settings().get(PlannerSettings.ALLOW_SUSPICIOUS_CODECS));
        // a default that can never be converted is found now, not when the first row comes
        bound.ifPresent(b -> new Calls(context.bind()).cast(b, type));
        return List.of(new ColumnDefinition(column.name(), type, kind, defaultText, codec, ttl, comment));
    }

    private static List<ColumnDefinition> nested(String name, String typeText) {
        List<ColumnDefinition> columns = new ArrayList<>();
        if (TypeParser.parse(typeText) instanceof DataType.ArrayType array
                && array.element() instanceof DataType.TupleType tuple) {
            for (int i = 0; i < tuple.elements().size(); i++) {
                columns.add(ColumnDefinition.of(
                        name + "." + tuple.names().get(i),
                        Types.array(tuple.elements().get(i))));
            }
        }
        return columns;
    }

    private static DataType type(String text, TableElement.NullModifier nullable) {
        DataType type = TypeParser.parse(text);
        if (nullable == TableElement.NullModifier.NULL) {
            return Types.nullable(type);
        }
        return type;
    }

    /** A default is computed row by row, from the row alone. */
    private static void checkDefault(Expr expression) {
        switch (expression) {
            case Expr.Subquery subquery ->
                throw new DbException(
                        ErrorCode.THERE_IS_NO_DEFAULT_VALUE,
                        "Select query is not allowed in columns DEFAULT expression");
            case Expr.FunctionCall call -> call.arguments().forEach(DefinitionBinder::checkDefault);
            case Expr.Alias alias -> checkDefault(alias.expression());
            case Expr.Lambda lambda -> checkDefault(lambda.body());
            default -> {}
        }
    }

    private void checkStorable(String column, DataType type) {
        if (!isNew) {
            return;
        }
        if (Types.bare(type).equals(Types.NOTHING)) {
            throw new DbException(
                    ErrorCode.DATA_TYPE_CANNOT_BE_USED_IN_TABLES,
                    "Data type " + type.name() + " of column '" + column + "' cannot be used in tables");
        }
        switch (type) {
            case DataType.ArrayType array -> checkElement(column, type, array.element());
            case DataType.MapType map -> {
                checkElement(column, type, map.key());
                checkElement(column, type, map.value());
            }
            case DataType.TupleType tuple -> tuple.elements().forEach(e -> checkElement(column, type, e));
            case DataType.NullableType nullable -> checkElement(column, type, nullable.nested());
            case DataType.LowCardinalityType dictionary -> checkSuspicious(dictionary);
            case DataType.FixedStringType fixed
            when fixed.length() > 256 && !context.settings().get(PlannerSettings.ALLOW_SUSPICIOUS_FIXED_STRING) ->
                throw new DbException(
                        ErrorCode.ILLEGAL_COLUMN,
                        "Cannot create column with type '" + type.name()
                                + "' because fixed string with size > 256 is suspicious. Set setting"
                                + " allow_suspicious_fixed_string_types = 1 in order to allow it");
            default -> {}
        }
    }

    private void checkElement(String column, DataType whole, DataType element) {
        if (Types.bare(element).equals(Types.NOTHING)) {
            throw new DbException(
                    ErrorCode.DATA_TYPE_CANNOT_BE_USED_IN_TABLES,
                    "Data type " + whole.name() + " of column '" + column + "' cannot be used in tables");
        }
        checkStorable(column, element);
    }

    /** A dictionary of numbers takes more time than it saves; UUIDs pass in ClickHouse, too. */
    private void checkSuspicious(DataType.LowCardinalityType type) {
        DataType bare = Types.bare(type);
        boolean worthIt = bare instanceof DataType.StringType
                || bare instanceof DataType.FixedStringType
                || bare instanceof DataType.UuidType;
        if (!worthIt && !context.settings().get(PlannerSettings.ALLOW_SUSPICIOUS_LOW_CARDINALITY)) {
            throw new DbException(
                    ErrorCode.SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY,
                    "Creating columns of type " + type.name()
                            + " is prohibited by default due to expected negative impact on performance. It can be"
                            + " enabled with the `allow_suspicious_low_cardinality_types` setting");
        }
    }

    /** TTL is kept in the definition and does not act yet; what could never act is refused at once. */
    private void checkTtl(Expr expression, Header columns) {
        DataType type =
                QueryAnalyzer.bindExpression(expression, columns, context).type();
        boolean moment = type instanceof DataType.DateType
                || type instanceof DataType.Date32Type
                || type instanceof DataType.DateTimeType
                || type instanceof DataType.DateTime64Type;
        if (!moment) {
            throw new DbException(
                    ErrorCode.BAD_TTL_EXPRESSION,
                    "TTL expression result column should have Date, Date32, DateTime or DateTime64 type, but has "
                            + type.name());
        }
    }

    /** Puts columns and clauses together. */
    public TableDefinition define(
            TableId id,
            UUID uuid,
            List<ColumnDefinition> columns,
            CreateStatement.Storage storage,
            String engineName,
            boolean hasKeys,
            String comment,
            String createText) {
        Header stored = new Header(columns.stream()
                .filter(ColumnDefinition::isStored)
                .map(c -> new Header.Field(c.name(), c.type()))
                .toList());
        storage.ttl().forEach(t -> checkTtl(t.expression(), stored));
        List<String> arguments = storage.engine()
                .map(CreateStatement.Engine::arguments)
                .map(list -> list.stream().map(SqlPrinter::oneLine).toList())
                .orElse(List.of());
        List<Expr> order = storage.orderBy()
                .map(DefinitionBinder::keyExpressions)
                .orElseGet(() ->
                        storage.primaryKey().map(DefinitionBinder::flattened).orElse(List.of()));
        List<Expr> primary =
                storage.primaryKey().map(DefinitionBinder::flattened).orElse(order);
        KeyClause orderBy = key(order, stored);
        KeyClause primaryKey = key(primary, stored);
        KeyClause partitionBy =
                key(storage.partitionBy().map(DefinitionBinder::flattened).orElse(List.of()), stored);
        checkKeys(orderBy, primaryKey);
        boolean nullableKeys =
                storage.settings().stream().anyMatch(s -> s.name().equals("allow_nullable_key"));
        if (hasKeys
                && !nullableKeys
                && orderBy.expressions().stream().anyMatch(e -> e.type().isNullable())) {
            throw new DbException(
                    ErrorCode.ILLEGAL_COLUMN,
                    "Sorting key contains nullable columns, but merge tree setting `allow_nullable_key` is disabled");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (SettingChange change : storage.settings()) {
            change.value().ifPresent(v -> settings.put(change.name(), SettingChanges.text(v)));
        }
        return new TableDefinition(
                id,
                uuid,
                columns,
                engineName,
                arguments,
                orderBy,
                primaryKey,
                partitionBy,
                storage.sampleBy().map(SqlPrinter::oneLine).orElse(""),
                SqlPrinter.oneLine(storage.ttl()),
                settings,
                comment,
                createText);
    }

    private static void checkKeys(KeyClause orderBy, KeyClause primaryKey) {
        boolean prefix = primaryKey.texts().size() <= orderBy.texts().size()
                && orderBy.texts().subList(0, primaryKey.texts().size()).equals(primaryKey.texts());
        if (!prefix) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Primary key must be a prefix of the sorting key, but the primary key is ("
                            + String.join(", ", primaryKey.texts()) + ") and the sorting key ("
                            + String.join(", ", orderBy.texts()) + ")");
        }
    }

    private static List<Expr> keyExpressions(CreateStatement.OrderKey key) {
        List<Expr> expressions = new ArrayList<>();
        for (OrderElement element : key.elements()) {
            if (element.descending()) {
                throw new DbException(ErrorCode.SUPPORT_IS_DISABLED, "Sorting keys with DESC are not supported");
            }
            expressions.addAll(flattened(element.expression()));
        }
        return expressions;
    }

    /** The elements of {@code (a, b)} and {@code tuple(a, b)}; any other expression by itself. */
    static List<Expr> flattened(Expr key) {
        if (key instanceof Expr.FunctionCall call && call.name().equals("tuple")) {
            return call.arguments();
        }
        return key instanceof Expr.Literal literal
                        && literal.value() instanceof LiteralValue.TupleValue tuple
                        && tuple.elements().isEmpty()
                ? List.of()
                : List.of(key);
    }

    private KeyClause key(List<Expr> expressions, Header stored) {
        List<String> texts = expressions.stream().map(ColumnNames::of).toList();
        List<Expression> bound = expressions.stream()
                .map(e -> QueryAnalyzer.bindExpression(e, stored, context))
                .toList();
        return new KeyClause(String.join(", ", texts), texts, bound);
    }
}
