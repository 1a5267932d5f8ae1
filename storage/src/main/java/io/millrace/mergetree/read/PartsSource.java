package io.millrace.mergetree.read;

import io.millrace.data.block.Block;
import io.millrace.mergetree.mark.Granularity;
import io.millrace.pipeline.flow.Source;
import java.util.Optional;

/** One driver's reading of parts: takes pieces from the shared queue and reads them block by block. */
final class PartsSource implements Source {
    /** Runs of granules without a matching row after which the driver is given back for a moment. */
    private static final int EMPTY_RUNS = 16;

    private static final Poll AGAIN = new Poll.Pending(Runnable::run);

    private final PartsScan scan;
    private final ReadQueue queue;
    private Optional<BlockReader> reader = Optional.empty();
    private int position;
    private int end;

    PartsSource(PartsScan scan, ReadQueue queue) {
        this.scan = scan;
        this.queue = queue;
    }

    @Override
    public Poll poll() {
        for (int run = 0; run < EMPTY_RUNS; run++) {
            scan.context().cancellation().check();
            if (position == end && !takePiece()) {
                return FINISHED;
            }
            BlockReader current = reader.orElseThrow();
            Granularity cut = current.part().granularity();
            int to = cut.runEnd(position, end, scan.maxBlockRows());
            int from = position;
            position = to;
            Optional<Block> block = current.read(from, to);
            if (block.isPresent()) {
                return scan.limited(block.get()).<Poll>map(Poll.Ready::new).orElse(FINISHED);
            }
        }
        return AGAIN;
    }

    private boolean takePiece() {
        Optional<ReadQueue.Piece> piece = scan.limitReached() ? Optional.empty() : queue.next();
        if (piece.isEmpty()) {
            return false;
        }
        position = piece.get().range().begin();
        end = piece.get().range().end();
        if (reader.isEmpty() || reader.get().part() != piece.get().part()) {
            reader = Optional.of(scan.newReader(piece.get().part()));
        }
        return true;
    }

    @Override
    public void close() {
        reader = Optional.empty();
        scan.sourceClosed();
    }
}
