package io.millrace.postgres;

import io.millrace.data.block.Block;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a query that the engine runs. Several may be paused; the one that is asked for rows is what a cancel request ends. */
final class EngineRows implements RowSource {
    private final RunningQuery query;
    private final Consumer<Optional<RunningQuery>> runs;
    private boolean ended;
    private long written;

    /**
     * @param runs is told which query the connection waits for
     */
    EngineRows(RunningQuery query, Consumer<Optional<RunningQuery>> runs) {
        this.query = query;
        this.runs = runs;
        runs.accept(Optional.of(query));
    }

    @Override
    public Optional<Block> next() {
        runs.accept(Optional.of(query));
        while (!ended) {
            switch (query.next()) {
                case ResultEvent.Rows rows -> {
                    if (rows.block().rows() > 0) {
                        return Optional.of(rows.block());
                    }
                }
                case ResultEvent.Failed failed -> {
                    ended = true;
                    throw failed.error();
                }
                case ResultEvent.Finished finished -> {
                    written = finished.counts().writtenRows();
                    ended = true;
                }
                case ResultEvent.Started s -> {}
                case ResultEvent.Bytes b -> {}
                case ResultEvent.TotalRow t -> {}
                case ResultEvent.Progress p -> {}
            }
        }
        return Optional.empty();
    }

    @Override
    public long written() {
        return written;
    }

    @Override
    public void close() {
        query.close();
        runs.accept(Optional.empty());
    }
}
