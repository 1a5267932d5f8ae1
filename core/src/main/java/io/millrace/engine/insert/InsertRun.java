package io.millrace.engine.insert;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.catalog.ability.Committer;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.query.QueryContext;
import io.millrace.formats.BlockReader;
import io.millrace.formats.DefaultedCells;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.Formats;
import io.millrace.formats.ReadSettings;
import io.millrace.formats.Splitter;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.result.ResultQueue;
import io.millrace.pipeline.run.PipelineRun;
import io.millrace.planner.Planner;
import io.millrace.planner.build.PipelineBuilder;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The story of one INSERT, told on the thread of its connection: input is read here, parsed and written by workers, committed at the end. Nothing is
 * visible, and nothing stays behind, unless the end is reached.
 */
public final class InsertRun implements AutoCloseable {
    private static final int PIECE_BYTES = 1 << 20;

    private final QueryContext context;
    private final Committer committer;
    private final InsertTarget target;
    private final RowCompletion completion;
    private final TargetTypes types;
    private final List<ViewFeed> views;

    public InsertRun(
            Table table, List<String> columns, Databases databases, Committer committer, QueryContext context) {
        if (!(table instanceof Insertable insertable)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Method write is not supported by storage "
                            + table.definition().engineName());
        }
        this.context = context;
        this.committer = committer;
        this.target = new InsertTarget(table, insertable, context.settings(), context.evaluation());
        this.completion = RowCompletion.of(table.definition(), columns, context.analysis());
        this.types = new TargetTypes(completion, context);
        this.views = databases.watchers(table.id()).stream()
                .map(view -> ViewFeed.of(view, databases, context))
                .toList();
    }

    /** Whether this INSERT was made before, by its token: then there is nothing to do. */
    public boolean isRepeated() {
        return token().filter(t -> committer.isCommitted(target.table().id(), t))
                .isPresent();
    }

    private Optional<String> token() {
        String token = context.settings().get(InsertSettings.INSERT_DEDUPLICATION_TOKEN);
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    // ---- INSERT ... FORMAT

    /** Rows in a format, up to the end of {@code data}. */
    public void fromData(ByteSource data, String formatName) throws InterruptedException {
        Format format = Formats.of(formatName);
        data.chargeTo(context.evaluation().memory());
        boolean track = completion.tracksDefaults() && context.settings().get(ReadSettings.DEFAULTS_FOR_OMITTED);
        FormatContext formatContext = context.format(new ConstantExpressions(context.analysis()), track);
        Optional<Splitter> splitter = ReadSettings.needOneReader(formatContext.settings())
                ? Optional.empty()
                : format.splitter(formatContext);
        int drivers = drivers(splitter.isPresent());
        InputPieces pieces = new InputPieces(drivers, context.query().cancellation());
        try {
            if (views.isEmpty()) {
                PipelineRun run = writing(pieces, List.of(), drivers);
                feed(data, format, formatContext, splitter, pieces, run);
                run.awaitBlocking();
            } else {
                BlockReader reader = format.reader(data, completion.input(), formatContext);
                serially(() -> next(reader));
            }
            commit();
        } finally {
            close();
        }
    }

    /**
     * How many take the rows: one where their order matters, and one for small blocks that were asked for, if one thread reads the input; else as many as may write,
     * so that a part is written while the next rows are read.
     */
    private int drivers(boolean inPieces) {
        boolean small = context.settings().get(InsertSettings.MAX_INSERT_BLOCK_SIZE) < Block.DEFAULT_ROWS;
        if (target.keepsOrder() || small && !inPieces) {
            return 1;
        }
        long wanted = context.settings().get(InsertSettings.MAX_INSERT_THREADS);
        int most = context.resources().maxThreads();
        return (int) Math.min(wanted == 0 ? most : wanted, most);
    }

    private PipelineRun writing(Pipeline.SourcesFactory sources, List<Transform.Factory> before, int drivers) {
        List<Transform.Factory> transforms = new ArrayList<>(before);
        transforms.add(driver -> this::count);
        Pipeline pipeline = new Pipeline("insert", sources, transforms, target, drivers, List.of());
        return PipelineRun.start(List.of(pipeline), context.resources());
    }

    private Demand count(Block block, Output next) {
        context.query().progress().wrote(block.rows(), block.sizeBytes());
        return next.accept(block);
    }

    /** Reads the input and hands it to the workers; a failure on either side ends both. */
    private void feed(
            ByteSource data,
            Format format,
            FormatContext formatContext,
            Optional<Splitter> splitter,
            InputPieces pieces,
            PipelineRun run)
            throws InterruptedException {
        try {
            if (splitter.isPresent()) {
                feedPieces(data, format, formatContext, splitter.get(), pieces);
            } else {
                BlockReader reader = format.reader(data, completion.input(), formatContext);
                for (Optional<Block> block = next(reader); block.isPresent(); block = next(reader)) {
                    Block read = block.get();
                    pieces.put(() -> read);
                }
            }
        } catch (RuntimeException | Error e) {
            // the workers' own failure, if there is one, is the cause; ours otherwise
            DbException ours = DbException.of(e);
            context.query().cancellation().cancel(CancelReason.SIBLING_FAILED, ours.getMessage());
            pieces.end();
            try {
                run.awaitBlocking();
            } catch (DbException first) {
                throw first.code() == ErrorCode.ABORTED ? ours : first;
            }
            throw ours;
        }
        pieces.end();
    }

    private Optional<Block> next(BlockReader reader) {
        int rows = (int) (long) context.settings().get(InsertSettings.MAX_INSERT_BLOCK_SIZE);
        Optional<Block> block = reader.read(Math.min(rows, Block.DEFAULT_ROWS), PIECE_BYTES * 8L);
        return block.map(b -> completion.complete(b, reader.defaulted(), context.evaluation()));
    }

    private void feedPieces(
            ByteSource data, Format format, FormatContext formatContext, Splitter splitter, InputPieces pieces)
            throws InterruptedException {
        while (!data.atEnd()) {
            int end = splitter.lastRowEnd(data.array(), data.position(), data.limit());
            while (data.limit() - data.position() < PIECE_BYTES || end == data.position()) {
                if (!data.fill()) {
                    end = data.limit();
                    break;
                }
                if (data.limit() - data.position() >= PIECE_BYTES) {
                    end = splitter.lastRowEnd(data.array(), data.position(), data.limit());
                }
            }
            int from = data.position();
            int to = end;
            byte[] piece = data.detach(to, PIECE_BYTES);
            pieces.put(() -> parse(ByteSource.of(piece, from, to), format, formatContext));
        }
    }

    private Block parse(ByteSource piece, Format format, FormatContext formatContext) {
        BlockReader reader = format.reader(piece, completion.input(), formatContext);
        Optional<Block> block = reader.read(Integer.MAX_VALUE, Long.MAX_VALUE);
        Block rows = block.orElseGet(completion.input()::emptyBlock);
        return completion.complete(rows, reader.defaulted(), context.evaluation());
    }

    // ---- blocks from a door

    /** The columns that blocks have to bring. */
    public Header input() {
        return completion.input();
    }

    /** Rows that a door has made, up to the end of {@code blocks}. */
    public void fromBlocks(BlockSource blocks) throws InterruptedException {
        try {
            serially(() -> blocks.next().map(b -> completion.complete(b, DefaultedCells.NONE, context.evaluation())));
            commit();
        } finally {
            close();
        }
    }

    // ---- INSERT ... VALUES as expressions

    /** Rows of expressions, each converted to its column's type. */
    public void fromRows(List<List<Expr>> rows) throws InterruptedException {
        try {
            Block block = types.rows(rows);
            BlockCollector collector = target.newCollector();
            context.query().progress().wrote(block.rows(), block.sizeBytes());
            collector.add(block);
            for (ViewFeed view : views) {
                view.feed(block);
            }
            commit();
        } finally {
            close();
        }
    }

    /** The rows of expressions as a block of the whole table. */
    public Block rows(List<List<Expr>> rows) {
        return types.rows(rows);
    }

    // ---- INSERT ... SELECT

    /** The rows of a query. */
    public void fromQuery(Query query) throws InterruptedException {
        PlannedQuery planned = types.fitted(Planner.plan(query, context.analysis()));
        try {
            if (views.isEmpty()) {
                selectInto(planned);
            } else {
                selectThroughViews(planned);
            }
            commit();
        } finally {
            close();
        }
    }

    private void selectInto(PlannedQuery planned) {
        PipelineBuilder.BuiltQuery built = PipelineBuilder.build(
                planned,
                new CompletingSink(),
                context.resources(),
                context.query().progress());
        context.query().progress().expect(built.rowsToRead());
        PipelineRun.start(built.pipelines(), context.resources()).awaitBlocking();
    }

    /** Completes rows on each driver before they reach the target. */
    private final class CompletingSink implements Sink.Factory {
        @Override
        public Sink open(int driver) {
            Sink sink = target.open(driver);
            return block -> {
                Block whole = completion.complete(block, DefaultedCells.NONE, context.evaluation());
                context.query().progress().wrote(whole.rows(), whole.sizeBytes());
                return sink.accept(whole);
            };
        }
    }

    private void selectThroughViews(PlannedQuery planned) throws InterruptedException {
        ResultQueue queue = new ResultQueue(4, 64L << 20, context.query().cancellation());
        PipelineBuilder.BuiltQuery built = PipelineBuilder.build(
                planned, queue, context.resources(), context.query().progress());
        queue.endWith(PipelineRun.start(built.pipelines(), context.resources()));
        try (queue) {
            serially(() -> queue.take().map(b -> completion.complete(b, DefaultedCells.NONE, context.evaluation())));
        }
    }

    // ---- materialized views

    private interface Blocks {
        Optional<Block> next() throws InterruptedException;
    }

    /** Block by block: into the table, and through every view's query into its target. */
    private void serially(Blocks blocks) throws InterruptedException {
        BlockCollector collector = target.newCollector();
        for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
            context.query().cancellation().check();
            if (block.get().rows() > 0) {
                context.query().progress().wrote(block.get().rows(), block.get().sizeBytes());
                collector.add(block.get());
                for (ViewFeed view : views) {
                    view.feed(block.get());
                }
            }
        }
    }

    private void commit() {
        context.query().cancellation().check();
        List<PreparedInsert> prepared = new ArrayList<>(target.prepare());
        views.forEach(v -> prepared.addAll(v.prepare()));
        if (!prepared.isEmpty()) {
            InsertTarget.commit(target.table(), prepared, token(), committer);
        }
    }

    /** Gives back what was not committed. */
    @Override
    public void close() {
        target.close();
        views.forEach(ViewFeed::close);
    }

    /** The input format of an INSERT that names none. */
    public static String formatName(Statement.FromData data, QueryContext context) {
        return data.format().or(context.request()::defaultFormat).orElse("Values");
    }
}
