package io.millrace.postgres;

import io.millrace.data.block.Block;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import java.util.Optional;

/** The rows of a query that the engine runs. */
final class EngineRows implements RowSource {
    private final RunningQuery query;
    private final Runnable onClose;
    private boolean ended;
    private long written;

    EngineRows(RunningQuery query, Runnable onClose) {
        this.query = query;
        this.onClose = onClose;
    }

    @Override
    public Optional<Block> next() {
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
        onClose.run();
    }
}
