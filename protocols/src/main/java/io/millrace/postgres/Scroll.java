package io.millrace.postgres;

import io.millrace.data.block.Block;
import io.millrace.net.pgwire.MessageWriter;
import io.millrace.postgres.SessionCommand.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rows of a cursor declared with SCROLL. They are kept as they are read, so that FETCH can go back. The position is the number of the row it stands on,
 * 0 before the first one. For one thread.
 */
final class Scroll {
    private static final long MOST_BYTES = 1L << 28;

    private final Portal portal;
    private final List<Block> blocks = new ArrayList<>();
    /** The number of rows before each block. */
    private final List<Long> starts = new ArrayList<>();

    private long known;
    private long bytes;
    private boolean complete;
    private long position;

    Scroll(Portal portal) {
        this.portal = portal;
    }

    /**
     * Moves, and sends the rows on the way, or the one row that is gone to.
     *
     * @param count negative for the other direction; empty for all
     * @return rows that were passed
     */
    long fetch(Direction direction, OptionalLong count, Optional<MessageWriter> out) throws IOException {
        return switch (direction) {
            case FORWARD -> run(count.orElse(Long.MAX_VALUE), out);
            case BACKWARD -> run(-count.orElse(Long.MAX_VALUE), out);
            case ABSOLUTE -> go(absolute(count.orElse(1)), out);
            case RELATIVE -> go(position + count.orElse(1), out);
        };
    }

    private long absolute(long row) {
        if (row >= 0) {
            return row;
        }
        read(Long.MAX_VALUE);
        return known + row + 1;
    }

    private long go(long row, Optional<MessageWriter> out) throws IOException {
        read(row);
        position = Math.clamp(row, 0, known + 1);
        return position >= 1 && position <= known ? send(position, out) : 0;
    }

    private long run(long rows, Optional<MessageWriter> out) throws IOException {
        if (rows == 0) {
            return go(position, out);
        }
        long passed = 0;
        if (rows > 0) {
            while (passed < rows && read(position + 1)) {
                passed += send(++position, out);
            }
            if (passed < rows) {
                position = known + 1;
            }
            return passed;
        }
        while (passed < -rows && position > 1) {
            passed += send(--position, out);
        }
        if (passed < -rows) {
            position = 0;
        }
        return passed;
    }

    private long send(long row, Optional<MessageWriter> out) throws IOException {
        if (out.isPresent()) {
            int block = blocks.size() - 1;
            while (starts.get(block) >= row) {
                block--;
            }
            portal.send(blocks.get(block), (int) (row - 1 - starts.get(block)), out.get());
        }
        return 1;
    }

    /** Reads until a row is there; false when there are not so many. */
    private boolean read(long row) {
        while (known < row && !complete) {
            Optional<Block> next = portal.pull();
            if (next.isEmpty()) {
                complete = true;
            } else {
                bytes += next.get().sizeBytes();
                if (bytes > MOST_BYTES) {
                    throw new PgError("53400", "a cursor with SCROLL keeps at most " + (MOST_BYTES >> 20) + " MiB")
                            .withHint("Declare it without SCROLL.");
                }
                starts.add(known);
                blocks.add(next.get());
                known += next.get().rows();
            }
        }
        return known >= row;
    }
}
