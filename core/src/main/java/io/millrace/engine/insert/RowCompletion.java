package io.millrace.engine.insert;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.ColumnDefinition.DefaultKind;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.formats.DefaultedCells;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.Calls;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.sql.parse.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes whole rows of a table from the columns that an INSERT brings: DEFAULT and MATERIALIZED expressions, defaults of types. Immutable; threads share it.
 */
final class RowCompletion {
    private final Header input;
    private final Header stored;
    private final List<Source> sources;
    private final Header scope;

    /** Where a stored column comes from. */
    private record Source(
            OptionalInt input, Optional<ExpressionProgram> expression, DataType type, Optional<Column> emptyState) {}

    private RowCompletion(Header input, Header stored, Header scope, List<Source> sources) {
        this.input = input;
        this.stored = stored;
        this.scope = scope;
        this.sources = sources;
    }

    /**
     * @param columns names of the columns that are brought; empty for all ordinary ones
     */
    public static RowCompletion of(TableDefinition table, List<String> columns, AnalysisContext context) {
        List<String> names = columns.isEmpty()
                ? table.columns().stream()
                        .filter(ColumnDefinition::isOrdinary)
                        .map(ColumnDefinition::name)
                        .toList()
                : columns;
        List<Header.Field> brought = new ArrayList<>();
        for (String name : names) {
            ColumnDefinition column = table.column(name);
            if (column.defaultKind() == DefaultKind.ALIAS || column.defaultKind() == DefaultKind.MATERIALIZED) {
                throw new DbException(
                        column.defaultKind() == DefaultKind.ALIAS
                                ? ErrorCode.NO_SUCH_COLUMN_IN_TABLE
                                : ErrorCode.ILLEGAL_COLUMN,
                        "Cannot insert column " + name + ", because it is " + column.defaultKind() + " column.");
            }
            if (brought.stream().anyMatch(f -> f.name().equals(name))) {
                throw new DbException(ErrorCode.DUPLICATE_COLUMN, "Column " + name + " specified more than once");
            }
            brought.add(new Header.Field(name, column.type()));
        }
        Header input = new Header(brought);
        Header stored = table.storedHeader();
        List<Header.Field> all = new ArrayList<>(brought);
        stored.fields().stream().filter(f -> input.find(f.name()).isEmpty()).forEach(all::add);
        Header scope = new Header(all);
        Calls calls = new Calls(context.bind());
        List<Source> sources = new ArrayList<>();
        for (Header.Field field : scope.fields()) {
            ColumnDefinition column = table.column(field.name());
            Optional<ExpressionProgram> expression = column.defaultKind() == DefaultKind.EPHEMERAL
                    ? Optional.empty()
                    : column.defaultExpression().map(t -> program(t, field.type(), scope, context, calls));
            sources.add(
                    new Source(input.find(field.name()), expression, field.type(), emptyState(field.type(), context)));
        }
        return new RowCompletion(input, stored, scope, sources);
    }

    private static ExpressionProgram program(
            String text, DataType type, Header scope, AnalysisContext context, Calls calls) {
        Expression bound = QueryAnalyzer.bindExpression(Parser.parseExpression(text), scope, context);
        return ExpressionProgram.compile(List.of(calls.cast(bound, type)));
    }

    /** The columns a reader has to deliver. */
    public Header input() {
        return input;
    }

    /** Whether it matters which values were missing in the input. */
    public boolean tracksDefaults() {
        return sources.stream()
                .anyMatch(s -> s.input().isPresent() && s.expression().isPresent());
    }

    /** A block of the stored columns. */
    public Block complete(Block block, DefaultedCells defaulted, EvaluationContext context) {
        if (input.equals(stored) && !tracksDefaults()) {
            return new Block(stored, block.columns().stream().map(Column::plain).toList(), block.rows());
        }
        List<Column> columns = new ArrayList<>();
        for (Source source : sources) {
            columns.add(
                    source.input().isPresent()
                            ? block.column(source.input().getAsInt()).plain()
                            : defaults(source, block.rows()));
        }
        // defaults may use each other's columns, so they are computed in the order of definition
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source.expression().isPresent()
                    && (source.input().isEmpty() || defaulted.any(source.input().getAsInt()))) {
                Column computed = source.expression()
                        .get()
                        .evaluate(new Block(scope, columns, block.rows()), context)[0]
                        .plain();
                columns.set(
                        i,
                        source.input().isEmpty()
                                ? computed
                                : merged(columns.get(i), computed, source, defaulted, block.rows()));
            }
        }
        List<Column> result = new ArrayList<>();
        for (String name : stored.names()) {
            result.add(columns.get(scope.index(name)));
        }
        return new Block(stored, result, block.rows());
    }

    /** The default of AggregateFunction: the state of no rows. */
    private static Optional<Column> emptyState(DataType type, AnalysisContext context) {
        if (!(type instanceof DataType.AggregateStateType stateType)) {
            return Optional.empty();
        }
        GroupedState state = context.bind().functions().bindState(stateType).newState();
        state.resize(1);
        ByteSink bytes = new ByteSink();
        state.write(0, bytes);
        StringColumn.Builder builder = new StringColumn.Builder(1);
        builder.append(bytes.array(), 0, bytes.size());
        return Optional.of(builder.build());
    }

    private static Column defaults(Source source, int rows) {
        if (source.emptyState().isPresent()) {
            return new ConstColumn(source.emptyState().get(), rows).plain();
        }
        ColumnBuilder builder = ColumnBuilder.of(source.type(), rows);
        builder.appendDefaults(rows);
        return builder.build();
    }

    private static Column merged(Column given, Column computed, Source source, DefaultedCells defaulted, int rows) {
        ColumnBuilder builder = ColumnBuilder.of(source.type(), rows);
        int column = source.input().getAsInt();
        for (int row = 0; row < rows; row++) {
            builder.append(defaulted.get(column, row) ? computed : given, row);
        }
        return builder.build();
    }
}
