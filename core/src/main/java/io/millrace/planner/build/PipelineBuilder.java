package io.millrace.planner.build;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.pipeline.operator.aggregate.Aggregation;
import io.millrace.pipeline.operator.arrayjoin.ArrayJoinTransform;
import io.millrace.pipeline.operator.distinct.DistinctTransform;
import io.millrace.pipeline.operator.exchange.Exchange;
import io.millrace.pipeline.operator.fill.FillTransform;
import io.millrace.pipeline.operator.filter.FilterTransform;
import io.millrace.pipeline.operator.join.Joining;
import io.millrace.pipeline.operator.limit.LimitByTransform;
import io.millrace.pipeline.operator.limit.LimitTransform;
import io.millrace.pipeline.operator.limit.RowCounter;
import io.millrace.pipeline.operator.limit.TailTransform;
import io.millrace.pipeline.operator.project.ProjectTransform;
import io.millrace.pipeline.operator.setop.SetOperation;
import io.millrace.pipeline.operator.sort.Sorting;
import io.millrace.pipeline.operator.window.WindowTransform;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.plan.PlannedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Makes pipelines of a plan: chains of transforms, cut where an operator has to see all rows first. Reads of tables are prepared here, so the whole query
 * sees the tables as they are at this moment. One builder serves one query and one thread.
 */
public final class PipelineBuilder {
    private final QueryResources resources;
    private final ReadCounter reads;
    private final List<Pipeline> sets = new ArrayList<>();
    // pipelines that feed others while those run
    private final List<Pipeline> beside = new ArrayList<>();
    private long rowsToRead;
    // the step whose input is counted for rows_before_limit_at_least
    private Optional<Plan> counted = Optional.empty();
    private final RowCounter beforeLimit = new RowCounter();

    private PipelineBuilder(QueryResources resources, ReadCounter reads) {
        this.resources = resources;
        this.reads = reads;
    }

    /**
     * The pipelines of a whole query into a sink.
     *
     * @param pipelines to be started together; those they depend on are reached from them
     * @param totals the row of WITH TOTALS, to be asked for after the end
     * @param rowsToRead rows that the tables expect to read
     */
    public record BuiltQuery(
            List<Pipeline> pipelines, Totals totals, long rowsToRead, Optional<LongSupplier> beforeLimit) {
        /** Rows that came to the outermost LIMIT, or into the ORDER BY under it; empty when there is no LIMIT. */
        public OptionalLong rowsBeforeLimit() {
            return beforeLimit.isPresent() ? OptionalLong.of(beforeLimit.get().getAsLong()) : OptionalLong.empty();
        }
    }

    /** Pipelines that bring the rows of a planned query into a sink, those that fill its sets first. */
    public static BuiltQuery build(PlannedQuery query, Sink.Factory sink, QueryResources resources, ReadCounter reads) {
        PipelineBuilder builder = new PipelineBuilder(resources, reads);
        for (PlannedQuery.PendingSet set : query.sets()) {
            Stream stream = builder.stream(set.plan());
            SetSink setSink = new SetSink(set.reference(), set.plan().header().type(0), resources.context());
            builder.sets.add(stream.into("set", setSink));
        }
        builder.counted = CountedBeforeLimit.of(query.plan());
        Stream stream = builder.stream(query.plan());
        return new BuiltQuery(
                builder.started(stream.into("result", sink)),
                stream.totals(),
                builder.rowsToRead,
                builder.counted.map(step -> {
                    long most = CountedBeforeLimit.mostRead(step);
                    return () -> Math.min(most, builder.beforeLimit.rows());
                }));
    }

    private List<Pipeline> started(Pipeline last) {
        List<Pipeline> pipelines = new ArrayList<>(beside);
        pipelines.add(last);
        return List.copyOf(pipelines);
    }

    private Stream stream(Plan plan) {
        return switch (plan) {
            case Plan.Scan scan -> scan(scan, false);
            case Plan.Values values -> values(values.block());
            case Plan.Filter filter ->
                stream(filter.input()).then(FilterTransform.factory(filter.condition(), resources.context()));
            case Plan.Project project -> project(project, stream(project.input()));
            case Plan.Aggregate aggregate -> aggregate(aggregate);
            case Plan.Distinct distinct -> distinct(distinct);
            case Plan.Sort sort -> sort(sort);
            case Plan.Limit limit -> limit(limit);
            case Plan.Tail tail ->
                stream(tail.input())
                        .serial()
                        .then(TailTransform.factory(tail.limit(), tail.offset(), resources.context()));
            case Plan.LimitBy limit ->
                stream(limit.input())
                        .serial()
                        .then(LimitByTransform.factory(
                                limit.header(), limit.columns(), limit.limit(), limit.offset(), resources.context()));
            case Plan.Window window ->
                stream(window.input()).serial().then(WindowTransform.factory(window.spec(), resources.context()));
            case Plan.Join join -> join(join);
            case Plan.ArrayJoin join ->
                stream(join.input()).then(ArrayJoinTransform.factory(join.columns(), join.left(), join.header()));
            case Plan.Union union -> union(union);
            case Plan.SetOperation operation -> setOperation(operation);
            case Plan.Fill fill -> fill(fill);
            case Plan.Recursive recursive -> recursive(recursive);
        };
    }

    /** Counts as read, like a table: SELECT without FROM reads one row, whose column nobody asks for. */
    private Stream values(Block block) {
        reads.read(block.rows(), Math.max(block.rows(), block.sizeBytes()));
        return Stream.of(new OneBlock(block), 1, sets);
    }

    private Stream scan(Plan.Scan scan, boolean passing) {
        ScanRequest request = new ScanRequest(
                scan.header(),
                scan.filter(),
                scan.finalRows(),
                scan.limit(),
                resources.maxThreads(),
                passing,
                resources.blockRows(),
                resources.context());
        TableScan prepared = scan.table().scan(request);
        rowsToRead += prepared.rowsToRead().orElse(0);
        Stream stream =
                Stream.of(() -> new CountedSources(prepared.open(), reads), resources.maxThreads(), List.copyOf(sets));
        if (scan.filter().isPresent() && !prepared.filtered()) {
            return stream.then(FilterTransform.factory(scan.filter().get(), resources.context()));
        }
        return stream;
    }

    /** The rows for an operator that copies what it needs of a block at once. */
    private Stream passing(Plan plan) {
        return switch (plan) {
            case Plan.Scan scan -> scan(scan, true);
            case Plan.Project project -> project(project, passing(project.input()));
            default -> stream(plan);
        };
    }

    private Stream project(Plan.Project project, Stream input) {
        Totals totals = input.totals().map(block -> projected(project, block));
        return input.then(ProjectTransform.factory(project.expressions(), project.header(), resources.context()))
                .withTotals(totals);
    }

    private Block projected(Plan.Project project, Block block) {
        Column[] columns = ExpressionProgram.compile(project.expressions()).evaluate(block, resources.context());
        List<Column> plain = new ArrayList<>();
        for (Column column : columns) {
            plain.add(column.plain());
        }
        return new Block(project.header(), plain, block.rows());
    }

    private Stream aggregate(Plan.Aggregate aggregate) {
        Aggregation aggregation = new Aggregation(aggregate.spec(), resources);
        boolean copies = aggregate.spec().calls().stream()
                .allMatch(c -> copies(c, aggregate.spec().input()));
        Stream input = copies ? passing(aggregate.input()) : stream(aggregate.input());
        Pipeline rows = input.into("aggregate", aggregation);
        Stream groups = Stream.of(aggregation.sources(), resources.maxThreads(), List.of(rows));
        return aggregate.spec().totals() ? groups.withTotals(Totals.of(aggregation::totals)) : groups;
    }

    /** Whether the states of an aggregate keep nothing of the columns they are given; others may keep slices. */
    private static boolean copies(AggregateCall call, Header input) {
        return switch (call.function().stateType().function()) {
            case "count", "sum", "avg", "uniq", "uniqExact" -> true;
            case "min", "max" ->
                switch (input.type(call.arguments().getFirst()).layout()) {
                    case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, STRING -> true;
                    case WIDE, FIXED, NULLABLE, DICTIONARY, ARRAY, TUPLE -> false;
                };
            default -> false;
        };
    }

    private Stream distinct(Plan.Distinct distinct) {
        Stream input = stream(distinct.input());
        boolean all = distinct.columns().size() == distinct.header().width();
        if (!all || input.isSerial() || distinct.limit().isPresent()) {
            return input.serial()
                    .then(DistinctTransform.factory(
                            distinct.header(), distinct.columns(), distinct.limit(), resources.context()));
        }
        AggregateSpec keysOnly = new AggregateSpec(
                distinct.header(),
                distinct.columns(),
                List.of(),
                List.of(distinct.columns()),
                false,
                Optional.empty(),
                true,
                0);
        Aggregation aggregation = new Aggregation(keysOnly, resources);
        Pipeline rows = input.into("distinct", aggregation);
        return Stream.of(aggregation.sources(), resources.maxThreads(), List.of(rows))
                .withTotals(input.totals());
    }

    private Stream sort(Plan.Sort sort) {
        Sorting sorting = new Sorting(sort.header(), sort.keys(), sort.limit(), resources);
        Stream input = counted(sort, stream(TopReads.narrowed(sort, sorting)));
        Pipeline rows = input.into("sort", sorting);
        return Stream.of(sorting.sources(), 1, List.of(rows)).withTotals(input.totals());
    }

    private Stream limit(Plan.Limit limit) {
        Stream input = counted(limit, stream(limit.input()));
        if (limit.ties().isPresent()) {
            return input.serial()
                    .then(LimitTransform.withTies(
                            limit.limit(),
                            limit.offset(),
                            limit.header(),
                            limit.ties().get()));
        }
        return input.then(LimitTransform.factory(limit.limit(), limit.offset()));
    }

    private Stream counted(Plan step, Stream input) {
        boolean wanted = counted.isPresent() && counted.get() == step;
        return wanted ? input.then(beforeLimit.factory()) : input;
    }

    private Stream join(Plan.Join join) {
        Joining joining = new Joining(join.spec(), resources);
        Pipeline build = stream(join.right()).into("join build", joining.build());
        Stream probe = stream(join.left()).after(build).then(joining.probe());
        Optional<Pipeline.SourcesFactory> unmatched = joining.unmatched();
        if (unmatched.isEmpty()) {
            return probe.withTotals(Totals.NONE);
        }
        Exchange exchange = new Exchange(2, resources.maxThreads());
        Pipeline matched = probe.into("join probe", exchange);
        Pipeline rest = Stream.of(unmatched.get(), resources.maxThreads(), List.of(matched))
                .into("join rest", exchange);
        beside.add(matched);
        beside.add(rest);
        return Stream.of(exchange.sources(), resources.maxThreads(), List.of());
    }

    private Stream union(Plan.Union union) {
        List<Stream> inputs = union.inputs().stream().map(this::stream).toList();
        return Stream.concatenation(inputs);
    }

    private Stream setOperation(Plan.SetOperation operation) {
        SetOperation operator =
                new SetOperation(operation.header(), operation.intersect(), operation.all(), resources.context());
        Pipeline right = stream(operation.right()).into("set operation", operator.right());
        return stream(operation.left())
                .serial()
                .after(right)
                .then(operator.left())
                .withTotals(Totals.NONE);
    }

    private Stream fill(Plan.Fill fill) {
        return stream(fill.input())
                .serial()
                .then(FillTransform.factory(fill.header(), fill.spec(), resources.context()));
    }

    private Stream recursive(Plan.Recursive recursive) {
        Header header = recursive.header();
        RecursiveSource.Round round = (plan, sink) -> {
            PipelineBuilder nested = new PipelineBuilder(resources, reads);
            return nested.started(nested.stream(plan).into("recursion", sink));
        };
        RecursiveSource.Rounds rounds = new RecursiveSource.Rounds(recursive, round, header, resources);
        return Stream.of(rounds, 1, sets);
    }
}
