package io.millrace.planner;

import io.millrace.base.setting.Settings;
import io.millrace.catalog.ability.Subcolumned;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.pipeline.operator.result.CollectSink;
import io.millrace.pipeline.run.PipelineRun;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.planner.build.PipelineBuilder;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.plan.PlannedQuery;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Small plans over rows in memory, and their results as text, for the tests of rules. */
public final class Plans {
    private static final Functions FUNCTIONS = new Functions();
    private static final BindContext CONTEXT = new BindContext(
            FUNCTIONS,
            Settings.defaults(),
            ZoneOffset.UTC,
            Instant.EPOCH,
            "default",
            "default",
            "test",
            "test",
            EvaluationContext.unlimited());

    private Plans() {}

    /** A table of one block that offers the lengths of its strings; the pipeline filters for it. */
    public record MemoryRows(Block block) implements Table, Subcolumned {
        @Override
        public TableDefinition definition() {
            return TableDefinition.simple(new TableId("d", "t"), "Memory", block.header());
        }

        @Override
        public boolean hasSizes(String column) {
            return block.header().type(block.header().index(column)) instanceof DataType.StringType;
        }

        @Override
        public TableScan scan(ScanRequest request) {
            List<Column> columns = request.names().stream().map(this::column).toList();
            Block wanted = new Block(request.columns(), columns, block.rows());
            return () -> Rows.of(Rows.cut(wanted, 37)).start();
        }

        private Column column(String name) {
            if (!name.endsWith(".size")) {
                return block.column(block.header().index(name));
            }
            StringColumn strings = (StringColumn) column(name.substring(0, name.length() - ".size".length()));
            return new LongColumn(
                    IntStream.range(0, block.rows()).mapToLong(strings::length).toArray(), block.rows());
        }
    }

    public static Plan.Scan scan(Block block, Optional<Expression> filter) {
        return new Plan.Scan(new MemoryRows(block), block.header(), filter, false, OptionalLong.empty());
    }

    public static Expression input(Header header, int column) {
        return new Expression.Input(column, header.name(column), header.type(column));
    }

    public static Expression number(DataType type, long value) {
        return new Expression.Constant(type, column(type, value));
    }

    private static Column column(DataType type, long value) {
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        switch (builder) {
            case ByteColumn.Builder b -> b.append((byte) value);
            case ShortColumn.Builder b -> b.append((short) value);
            case IntColumn.Builder b -> b.append((int) value);
            case LongColumn.Builder b -> b.append(value);
            default -> throw new IllegalArgumentException(type.name());
        }
        return builder.build();
    }

    public static Expression text(String value) {
        return new Expression.Constant(Types.STRING, StringColumn.of(value));
    }

    public static Expression call(String function, Expression... arguments) {
        List<Argument> bound = new ArrayList<>();
        for (Expression argument : arguments) {
            bound.add(
                    argument instanceof Expression.Constant constant
                            ? Argument.constant("c", constant.type(), constant.value())
                            : Argument.value("x", argument.type()));
        }
        return new Expression.Call(function, FUNCTIONS.bindScalar(function, bound, CONTEXT), List.of(arguments), true);
    }

    public static Plan.Project project(Plan input, Expression... expressions) {
        List<Header.Field> fields = new ArrayList<>();
        for (Expression expression : expressions) {
            fields.add(new Header.Field("p" + fields.size(), expression.type()));
        }
        return new Plan.Project(input, List.of(expressions), new Header(fields));
    }

    /** An aggregate over one column, or over none if it is negative. */
    public static AggregateCall aggregate(String function, Header input, int column) {
        List<Integer> arguments = column < 0 ? List.of() : List.of(column);
        List<DataType> types = arguments.stream().map(input::type).toList();
        return new AggregateCall(function + column, FUNCTIONS.bindAggregate(function, List.of(), types), arguments);
    }

    public static Plan.Aggregate group(Plan input, List<Integer> keys, AggregateCall... calls) {
        List<Integer> all = IntStream.range(0, keys.size()).boxed().toList();
        return new Plan.Aggregate(
                input,
                new AggregateSpec(
                        input.header(), keys, List.of(calls), List.of(all), false, Optional.empty(), false, 0));
    }

    /** The rows that a plan gives, in order of arrival. */
    public static List<String> run(Plan plan, Path spill, int drivers) {
        QueryResources resources = Rows.resources(spill, 0, drivers, 1000);
        CollectSink sink = new CollectSink(resources.context());
        PlannedQuery query = new PlannedQuery(plan, List.of());
        PipelineRun.start(
                        PipelineBuilder.build(query, sink, resources, (rows, bytes) -> {})
                                .pipelines(),
                        resources)
                .awaitBlocking();
        return Rows.text(sink.blocks());
    }

    /** The same without regard to order. */
    public static List<String> rows(Plan plan, Path spill) {
        return run(plan, spill, 3).stream().sorted().toList();
    }
}
