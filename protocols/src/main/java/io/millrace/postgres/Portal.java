package io.millrace.postgres;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.net.pgwire.BigEndian;
import io.millrace.net.pgwire.MessageWriter;
import io.millrace.net.pgwire.ValueWriter;
import io.millrace.net.pgwire.WireOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A statement with its parameters' values: not started, paused between two rows, or done. For one thread. */
final class Portal implements AutoCloseable {
    private final Bound bound;
    private final int[] formats;
    private final boolean hold;
    private final Optional<Scroll> scroll;
    private final long heldBytes;
    private Optional<RowSource> rows = Optional.empty();
    private ValueWriter[] writers = {};
    private Optional<Block> block = Optional.empty();
    private int row;
    private boolean done;

    /** What a portal runs. */
    record Bound(Command command, List<ParameterValue> values) {
        /** A rough estimate, without the rows. */
        long heldBytes() {
            long bytes = command instanceof Command.OfEngine query ? Client.Holdings.ofText(query.text()) : 0;
            for (ParameterValue value : values) {
                bytes += value.value().sizeBytes();
            }
            return bytes + Client.Holdings.ofText("");
        }
    }

    /**
     * @param formats of the result's columns: 0 text, 1 binary; none, one for all, or one each
     * @param hold whether it outlives its transaction
     */
    Portal(Bound bound, int[] formats, boolean hold) {
        this.bound = bound;
        this.formats = formats;
        this.hold = hold;
        this.heldBytes = bound.heldBytes();
        this.scroll = Optional.empty();
    }

    /** A cursor, with SCROLL if it can go back. */
    Portal(Bound bound, SessionCommand.Declare declare) {
        this.bound = bound;
        this.formats = declare.binary() ? new int[] {1} : new int[0];
        this.hold = declare.hold();
        this.scroll = declare.scroll() ? Optional.of(new Scroll(this)) : Optional.empty();
        this.heldBytes = bound.heldBytes();
    }

    long heldBytes() {
        return heldBytes;
    }

    Command command() {
        return bound.command();
    }

    List<ParameterValue> values() {
        return bound.values();
    }

    boolean isHeld() {
        return hold;
    }

    int format(int column) {
        return formats.length == 0 ? 0 : formats.length == 1 ? formats[0] : formats[column];
    }

    boolean isStarted() {
        return rows.isPresent() || done;
    }

    boolean isDone() {
        return done;
    }

    /** Marks a statement without rows as carried out. */
    void finish() {
        done = true;
    }

    void start(RowSource source, WireOptions options) {
        List<ResultColumn> columns = command().columns().orElse(List.of());
        rows = Optional.of(source);
        writers = new ValueWriter[columns.size()];
        for (int i = 0; i < writers.length; i++) {
            ResultColumn column = columns.get(i);
            writers[i] = format(i) == 0
                    ? ValueWriter.text(column.type(), column.wire(), options)
                    : ValueWriter.binary(column.type(), column.wire(), options);
        }
    }

    /** What a fetch came to: rows sent, and whether there may be more. */
    record Fetched(long count, boolean more) {}

    /**
     * Sends rows.
     *
     * @param most rows at most; {@code Long.MAX_VALUE} for all
     * @param out empty to skip them (MOVE)
     */
    Fetched fetch(long most, Optional<MessageWriter> out) throws IOException {
        long count = 0;
        while (count < most) {
            if (!nextBlock()) {
                close();
                return new Fetched(count, false);
            }
            Block current = block.orElseThrow();
            int to = row + (int) Math.min(current.rows() - row, most - count);
            if (out.isPresent()) {
                for (int i = row; i < to; i++) {
                    dataRow(i, out.get());
                }
            }
            count += to - row;
            row = to;
        }
        return new Fetched(count, true);
    }

    /** The rows of a cursor that can go back; empty for one that cannot. */
    Optional<Scroll> scroll() {
        return scroll;
    }

    /** The next rows, which {@link #send} is given row by row. */
    Optional<Block> pull() {
        return rows.flatMap(RowSource::next);
    }

    /** Sends one row. */
    void send(Block from, int at, MessageWriter out) throws IOException {
        if (block.isEmpty() || block.get() != from) {
            block = Optional.of(from);
            bind(from);
        }
        dataRow(at, out);
    }

    private void bind(Block from) {
        for (int i = 0; i < writers.length; i++) {
            writers[i].bind(from.column(i));
        }
    }

    private boolean nextBlock() {
        if (block.isPresent() && row < block.get().rows()) {
            return true;
        }
        if (rows.isEmpty()) {
            return false;
        }
        block = rows.get().next();
        row = 0;
        block.ifPresent(this::bind);
        return block.isPresent();
    }

    private void dataRow(int at, MessageWriter out) throws IOException {
        ByteSink message = out.begin('D');
        try {
            BigEndian.putShort(message, writers.length);
            for (ValueWriter writer : writers) {
                if (writer.isNull(at)) {
                    BigEndian.putInt(message, -1);
                } else {
                    int start = message.reserve(4);
                    message.advanceTo(start + 4);
                    writer.write(at, message);
                    BigEndian.patchInt(message, start, message.size() - start - 4);
                }
            }
        } catch (RuntimeException e) {
            out.abandon();
            throw e;
        }
        out.end();
    }

    /** Rows written by the statement, known when it is done. */
    long written() {
        return rows.map(RowSource::written).orElse(0L);
    }

    /** Ends the statement. */
    @Override
    public void close() {
        done = true;
        block = Optional.empty();
        rows.ifPresent(RowSource::close);
        if (rows.isPresent() && rows.get().written() == 0) {
            rows = Optional.empty();
        }
    }
}
