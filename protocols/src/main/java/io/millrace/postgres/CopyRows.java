package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.net.pgwire.BigEndian;
import io.millrace.net.pgwire.ValueReader;
import io.millrace.net.pgwire.WireOptions;
import io.millrace.net.pgwire.WireType;
import io.millrace.pipeline.run.Reservation;
import io.millrace.postgres.CopyStatement.CopyOptions;
import io.millrace.postgres.CopyStatement.Format;
import io.millrace.postgres.CopyStatement.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the data of COPY FROM STDIN. Messages may end anywhere, within a row or a character: what does not make a whole row waits for the next piece.
 */
final class CopyRows {
    private static final int BLOCK_BYTES = 8 << 20;
    private static final int MOST_PENDING = 1 << 30;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int SIGNATURE_AND_FLAGS = 19;

    private final CopyOptions options;
    private final String table;
    private final Header header;
    private final ValueReader reader;
    private final byte[] nullText;
    private final boolean[] neverNull;
    private final boolean[] nullWhenQuoted;
    private final ByteSink field = new ByteSink();
    private byte[] pending = new byte[1 << 16];
    private int start;
    private int end;
    private int scanned;
    private boolean inQuotes;
    private boolean over;
    private boolean begun;
    private long line;
    private long rows;
    private long bytes;
    private ColumnBuilder[] builders;
    private final Reservation memory;

    /**
     * @param memory what the rows that are not taken yet hold
     */
    CopyRows(CopyOptions options, String table, Header header, WireOptions wireOptions, Reservation memory) {
        this.memory = memory;
        this.options = options;
        this.table = table;
        this.header = header;
        this.reader = new ValueReader(wireOptions);
        this.nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
        this.builders = header.newBuilders(1024);
        this.neverNull = new boolean[header.width()];
        this.nullWhenQuoted = new boolean[header.width()];
        for (int i = 0; i < header.width(); i++) {
            neverNull[i] = options.forceNotNull().contains(header.name(i));
            nullWhenQuoted[i] = options.forceNull().contains(header.name(i));
        }
    }

    /** Rows read so far. */
    long count() {
        return rows;
    }

    /** Takes a piece of data. */
    void add(byte[] source, int from, int length) {
        if (over) {
            return;
        }
        if (start > 0 && (start == end || pending.length - end < length)) {
            System.arraycopy(pending, start, pending, 0, end - start);
            end -= start;
            scanned -= start;
            start = 0;
        }
        int capacity = pending.length;
        if (capacity - end < length) {
            capacity = (int) Math.max((long) end + length, Math.min(2L * capacity, MOST_PENDING));
        }
        if ((long) end + length > MOST_PENDING) {
            throw bad("a row is longer than 1 GiB");
        }
        memory.resize(capacity + bytes + length);
        if (capacity > pending.length) {
            pending = Arrays.copyOf(pending, capacity);
        }
        System.arraycopy(source, from, pending, end, length);
        end += length;
        bytes += length;
        if (options.format() == Format.BINARY) {
            binary();
        } else {
            lines(false);
        }
    }

    /** The data is complete: a last line may lack its end. */
    void finish() {
        if (over) {
            return;
        }
        if (options.format() == Format.BINARY) {
            throw bad("unexpected EOF in COPY data");
        }
        lines(true);
        if (inQuotes) {
            throw bad("unterminated CSV quoted field");
        }
    }

    /** A block of rows when there are enough, or whatever there is at the end. */
    Optional<Block> take(boolean all) {
        int ready = builders.length == 0 ? 0 : builders[0].rows();
        if (ready == 0 || !all && ready < Block.DEFAULT_ROWS && bytes < BLOCK_BYTES) {
            return Optional.empty();
        }
        Block block = Block.of(header, builders);
        builders = header.newBuilders(ready);
        bytes = 0;
        memory.resize(pending.length);
        return Optional.of(block);
    }

    // ---- lines

    private void lines(boolean last) {
        boolean csv = options.format() == Format.CSV;
        while (!over) {
            int stop = csv ? csvEnd() : textEnd();
            if (stop < 0) {
                if (!last || start == end) {
                    return;
                }
                stop = end;
                scanned = end;
            }
            int contentEnd = stop > start && stop <= end && stop < end && pending[stop - 1] == '\r' ? stop - 1 : stop;
            line(start, contentEnd);
            start = Math.min(stop + 1, end);
            scanned = start;
        }
    }

    private int textEnd() {
        while (scanned < end) {
            byte c = pending[scanned];
            if (c == '\n') {
                return scanned;
            }
            if (c == '\\') {
                if (scanned + 1 >= end) {
                    return -1;
                }
                scanned++;
            }
            scanned++;
        }
        return -1;
    }

    private int csvEnd() {
        while (scanned < end) {
            byte c = pending[scanned];
            if (inQuotes && c == options.escape() && options.escape() != options.quote()) {
                if (scanned + 1 >= end) {
                    return -1;
                }
                scanned++;
            } else if (c == options.quote()) {
                inQuotes = !inQuotes;
            } else if (c == '\n' && !inQuotes) {
                return scanned;
            }
            scanned++;
        }
        return -1;
    }

    private void line(int from, int to) {
        line++;
        if (to - from == 2 && pending[from] == '\\' && pending[from + 1] == '.') {
            over = true;
            return;
        }
        if (line == 1 && options.header() != HeaderLine.NONE) {
            if (options.header() == HeaderLine.MATCH) {
                String names = new String(pending, from, to - from, StandardCharsets.UTF_8);
                CopyHeader.mismatch(names, options.delimiter(), header).ifPresent(wrong -> {
                    throw bad(wrong);
                });
            }
            return;
        }
        int at = from;
        for (int column = 0; column < header.width(); column++) {
            if (at > to) {
                throw bad("missing data for column \"" + header.name(column) + "\"");
            }
            at = options.format() == Format.CSV ? csvField(at, to, column) : textField(at, to, column);
        }
        if (at <= to) {
            throw bad("extra data after last expected column");
        }
        rows++;
    }

    /** Reads a field and gives where the next one begins; behind the end when there is none. */
    private int textField(int from, int to, int column) {
        int at = from;
        boolean escaped = false;
        while (at < to && pending[at] != options.delimiter()) {
            if (pending[at] == '\\' && at + 1 < to) {
                escaped = true;
                at++;
            }
            at++;
        }
        if (Arrays.equals(pending, from, at, nullText, 0, nullText.length)) {
            builders[column].appendDefault();
        } else if (escaped) {
            field.clear();
            unescape(from, at);
            value(column, field.array(), 0, field.size());
        } else {
            value(column, pending, from, at);
        }
        return at + 1;
    }

    private void unescape(int from, int to) {
        int at = from;
        while (at < to) {
            byte c = pending[at++];
            if (c != '\\' || at >= to) {
                field.putByte(c);
                continue;
            }
            byte escape = pending[at++];
            switch (escape) {
                case 'b' -> field.putByte('\b');
                case 'f' -> field.putByte('\f');
                case 'n' -> field.putByte('\n');
                case 'r' -> field.putByte('\r');
                case 't' -> field.putByte('\t');
                case 'v' -> field.putByte(11);
                case 'x' -> at = digits(at, to, 16, 2, 'x');
                case '0', '1', '2', '3', '4', '5', '6', '7' -> at = digits(at - 1, to, 8, 3, escape);
                default -> field.putByte(escape);
            }
        }
    }

    private int digits(int from, int to, int radix, int most, int otherwise) {
        int at = from;
        int value = 0;
        while (at < to && at - from < most && Character.digit(pending[at], radix) >= 0) {
            value = value * radix + Character.digit(pending[at++], radix);
        }
        field.putByte(at == from ? otherwise : value);
        return at;
    }

    private int csvField(int from, int to, int column) {
        int at = from;
        field.clear();
        boolean wasQuoted = false;
        boolean quoted = false;
        while (at < to && (quoted || pending[at] != options.delimiter())) {
            byte c = pending[at];
            if (quoted
                    && c == options.escape()
                    && at + 1 < to
                    && (pending[at + 1] == options.quote() || pending[at + 1] == options.escape())) {
                field.putByte(pending[at + 1]);
                at += 2;
                continue;
            }
            if (c == options.quote()) {
                quoted = !quoted;
                wasQuoted = true;
            } else {
                field.putByte(c);
            }
            at++;
        }
        boolean isNull = Arrays.equals(field.array(), 0, field.size(), nullText, 0, nullText.length)
                && (!wasQuoted && !neverNull[column] || wasQuoted && nullWhenQuoted[column]);
        if (isNull) {
            builders[column].appendDefault();
        } else {
            value(column, field.array(), 0, field.size());
        }
        return at + 1;
    }

    private void value(int column, byte[] source, int from, int to) {
        try {
            reader.text(header.type(column), source, from, to, builders[column]);
        } catch (DbException e) {
            String shown = new String(source, from, Math.min(100, to - from), StandardCharsets.UTF_8);
            throw new PgError(SqlState.of(e.code()), String.valueOf(e.getMessage()))
                    .at("COPY " + table + ", line " + line + ", column " + header.name(column) + ": \"" + shown + "\"");
        }
    }

    private PgError bad(String message) {
        return new PgError(SqlState.BAD_COPY, message).at("COPY " + table + ", line " + line);
    }

    // ---- binary

    private void binary() {
        if (!begun) {
            if (end - start < SIGNATURE_AND_FLAGS) {
                return;
            }
            begin();
            if (!begun) {
                return;
            }
        }
        while (!over && row()) {}
    }

    private void begin() {
        if (!Arrays.equals(pending, start, start + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw bad("COPY file signature not recognized");
        }
        int flags = BigEndian.getInt(pending, start + SIGNATURE.length);
        int extension = BigEndian.getInt(pending, start + SIGNATURE.length + 4);
        if ((flags & 0xFFFF0000) != 0) {
            throw bad("unrecognized critical flags in COPY file header");
        }
        if (extension < 0 || extension > 1 << 20) {
            throw bad("invalid COPY file header");
        }
        if (end - start < SIGNATURE_AND_FLAGS + extension) {
            return;
        }
        start += SIGNATURE_AND_FLAGS + extension;
        begun = true;
    }

    /** Reads a row if all of it is there. */
    private boolean row() {
        if (end - start < 2) {
            return false;
        }
        int fields = BigEndian.getShort(pending, start);
        if (fields == -1) {
            over = true;
            return false;
        }
        if (fields != header.width()) {
            throw bad("row field count is " + fields + ", expected " + header.width());
        }
        int at = start + 2;
        for (int i = 0; i < fields; i++) {
            if (end - at < 4) {
                return false;
            }
            int length = BigEndian.getInt(pending, at);
            if (length < -1) {
                throw bad("invalid field size");
            }
            at += 4 + Math.max(0, length);
            if (at > end || at < 0) {
                return false;
            }
        }
        line++;
        at = start + 2;
        for (int column = 0; column < fields; column++) {
            int length = BigEndian.getInt(pending, at);
            at += 4;
            if (length < 0) {
                builders[column].appendDefault();
            } else {
                reader.binary(
                        WireType.of(header.type(column)), header.type(column), pending, at, length, builders[column]);
                at += length;
            }
        }
        start = at;
        rows++;
        return true;
    }
}
