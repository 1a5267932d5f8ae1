package io.millrace.formats.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.type.DataType;
import io.millrace.formats.BlockReader;
import io.millrace.formats.DefaultedCells;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ReadSettings;
import java.util.Arrays;
import java.util.Optional;

/**
 * The loop of all readers of text: rows are read optimistically from the bytes at hand; a row that runs out of them is taken back and read again when there are
 * more. Errors get the number of the row. Not thread-safe.
 */
public abstract class TextRows implements BlockReader {
    protected final Header header;
    protected final FormatContext context;
    protected final TextCursor in = new TextCursor();
    /** Index of the column being read, for errors; -1 between columns. */
    protected int column = -1;
    /** Where the value being read begins, for errors. */
    protected int valueStart = -1;

    private final ByteSource source;
    private final boolean track;
    private ColumnBuilder[] builders = {};
    private DefaultedCells cells = DefaultedCells.NONE;
    private boolean ended;
    private boolean started;
    private boolean finished;
    private int rows;
    private long rowsBefore;
    private long errors;

    protected TextRows(ByteSource source, Header header, FormatContext context) {
        this.source = source;
        this.header = header;
        this.context = context;
        this.track = context.trackDefaults();
    }

    /** What should stand behind the value being read, whose first byte is {@code first}; for errors. */
    protected char behindValue(byte first) {
        return ',';
    }

    /** Takes the builders of the next block. */
    protected abstract void bind(ColumnBuilder[] newBuilders);

    /** Reads what stands before the first row; called again if it runs out of bytes. */
    protected void head() {}

    /** Reads one row into the builders; false when there is none left. */
    protected abstract boolean row();

    /** Marks a value of the current row as made up. */
    protected final void markDefault(int index) {
        if (track) {
            cells.mark(index, rows);
        }
        in.defaulted = false;
    }

    /** True behind the last byte of the input; asks for more when that is not known. */
    protected final boolean atEnd() {
        if (in.at < in.limit) {
            return false;
        }
        if (!ended) {
            throw in.incomplete();
        }
        return true;
    }

    @Override
    public final DefaultedCells defaulted() {
        return cells;
    }

    @Override
    public final Optional<Block> read(int maxRows, long maxBytes) {
        if (finished) {
            return Optional.empty();
        }
        builders = header.newBuilders(Math.min(maxRows, expectedRows()));
        cells = track ? new DefaultedCells(header.width()) : DefaultedCells.NONE;
        rows = 0;
        bind(builders);
        if (!ended) {
            in.over(source.array(), source.position(), source.limit());
        }
        long left = maxBytes;
        while (rows < maxRows && left > 0) {
            int start = in.at;
            try {
                if (!started) {
                    head();
                    started = true;
                    start = in.at;
                }
                if (!row()) {
                    finished = true;
                    break;
                }
                rows++;
                left -= in.at - start;
            } catch (DbException e) {
                takeBack();
                boolean starved = in.starved;
                if (!starved || !more(start)) {
                    skipBroken(e, starved);
                    left -= 1;
                }
            }
        }
        if (!ended) {
            source.seek(in.at);
        }
        rowsBefore += rows;
        return rows == 0
                ? Optional.empty()
                : Optional.of(new Block(
                        header,
                        Arrays.stream(builders).map(ColumnBuilder::build).toList(),
                        rows));
    }

    /** Rows that the bytes at hand are likely to hold: arrays that are much too large cost more than some that have to grow. */
    private int expectedRows() {
        return Math.clamp((source.limit() - source.position()) / (leastRowBytes() + 1), 16, 8192);
    }

    /** Bytes that short rows have. */
    protected long leastRowBytes() {
        return 4L * header.width();
    }

    private void takeBack() {
        // every builder: parts of a container that was not finished lie behind its last row
        for (ColumnBuilder builder : builders) {
            builder.truncate(rows);
        }
    }

    /** Gets at least as many bytes again as the unread ones; false when there are none. */
    private boolean more(int start) {
        if (ended) {
            return false;
        }
        source.seek(start);
        long wanted = Math.max(1, source.available()) * 2L;
        boolean added = true;
        while (added && source.available() < wanted) {
            added = source.fill();
        }
        if (added) {
            in.over(source.array(), source.position(), source.limit());
            return true;
        }
        ended = true;
        int length = source.available();
        byte[] tail = Arrays.copyOfRange(source.array(), source.position(), source.limit() + 1);
        boolean open = length > 0 && tail[length - 1] != '\n';
        if (open) {
            tail[length] = '\n';
        }
        in.over(tail, 0, open ? length + 1 : length);
        return true;
    }

    /** Whether a row that cannot be read may be skipped: the next one begins behind the next line end. */
    protected boolean rowsAreLines() {
        return true;
    }

    private void skipBroken(DbException error, boolean starved) {
        FormatSettings settings = context.settings();
        errors++;
        long total = rowsBefore + rows + errors;
        boolean allowed = errors <= settings.get(ReadSettings.ALLOW_ERRORS_NUM)
                || errors <= total * settings.get(ReadSettings.ALLOW_ERRORS_RATIO);
        if (!started || !allowed || !rowsAreLines() || !isOfInput(error)) {
            throw explained(error);
        }
        if (starved) {
            in.at = in.limit;
            return;
        }
        while (true) {
            while (in.at < in.limit && in.bytes[in.at] != '\n') {
                in.at++;
            }
            if (in.at < in.limit) {
                in.at++;
                return;
            }
            if (!more(in.at)) {
                return;
            }
        }
    }

    /** Whether the input is to blame. */
    private static boolean isOfInput(DbException error) {
        return switch (error.code()) {
            case MEMORY_LIMIT_EXCEEDED, QUERY_WAS_CANCELLED, TIMEOUT_EXCEEDED, LOGICAL_ERROR -> false;
            default -> true;
        };
    }

    /** Adds ClickHouse's words about where it happened. */
    private DbException explained(DbException error) {
        DbException explained = error;
        if (column >= 0 && column < header.width()) {
            boolean garbage = error.code() == ErrorCode.CANNOT_PARSE_TEXT
                    || error.code() == ErrorCode.CANNOT_PARSE_NUMBER
                            && header.type(column) instanceof DataType.IntegerType;
            explained = garbage && valueStart >= 0 && valueStart < in.limit ? garbage() : error;
            long row = rowsBefore + rows + Math.max(1, errors);
            explained = explained
                    .during("(at row " + row + ")\n")
                    .during("\nRow " + row + ":\nColumn " + column + ",   name: " + header.name(column) + ", type: "
                            + header.type(column).name() + "\n");
        } else {
            explained = explained.during("(at row " + (rowsBefore + rows + Math.max(1, errors)) + ")\n");
        }
        return explained;
    }

    /** Garbage behind the digits of a value is reported as a missing delimiter. */
    private DbException garbage() {
        byte first = in.bytes[valueStart];
        int at = first == '"' ? valueStart + 1 : valueStart;
        int digits = at + (at < in.limit && in.bytes[at] == '-' ? 1 : 0);
        int end = digits;
        while (end < in.limit && in.bytes[end] >= '0' && in.bytes[end] <= '9') {
            end++;
        }
        in.at = end > digits ? end : at;
        return in.expected(behindValue(first));
    }
}
