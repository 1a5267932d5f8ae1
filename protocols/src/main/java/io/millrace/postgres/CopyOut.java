package io.millrace.postgres;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.net.pgwire.BigEndian;
import io.millrace.net.pgwire.MessageWriter;
import io.millrace.net.pgwire.ValueWriter;
import io.millrace.net.pgwire.WireType;
import io.millrace.pipeline.run.Reservation;
import io.millrace.postgres.CopyStatement.CopyOptions;
import io.millrace.postgres.CopyStatement.Format;
import io.millrace.postgres.CopyStatement.HeaderLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes rows as the data of COPY TO STDOUT: one message per row. */
final class CopyOut {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    private final CopyOptions options;
    private final List<ResultColumn> columns;
    private final MessageWriter out;
    private final ValueWriter[] writers;
    private final boolean[] quoted;
    private final byte[] nullText;
    /** Bytes of which one in a field means that it cannot stand as it is. */
    private final boolean[] special = new boolean[256];
    /** Columns whose values never hold one of those. */
    private final boolean[] plain;

    private final ByteSink scratch;
    private boolean begun;

    CopyOut(CopyOptions options, List<ResultColumn> columns, Client client, MessageWriter out) {
        this.options = options;
        this.columns = columns;
        this.out = out;
        this.scratch = new ByteSink(64, new Reservation(client.memory())::resize);
        this.nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
        this.writers = new ValueWriter[columns.size()];
        this.quoted = new boolean[columns.size()];
        this.plain = new boolean[columns.size()];
        for (char c : (options.format() == Format.CSV ? "\n\r" : "\b\f\n\r\t\u000b\\").toCharArray()) {
            special[c] = true;
        }
        special[options.delimiter() & 0xFF] = true;
        if (options.format() == Format.CSV) {
            special[options.quote() & 0xFF] = true;
        }
        for (int i = 0; i < writers.length; i++) {
            ResultColumn column = columns.get(i);
            writers[i] = options.format() == Format.BINARY
                    ? ValueWriter.binary(column.type(), column.wire(), client.wireOptions())
                    : ValueWriter.text(column.type(), column.wire(), client.wireOptions());
            quoted[i] = options.quotesAll()
                    || options.forceQuote().orElse(List.of()).contains(column.name());
            plain[i] = !quoted[i] && isPlain(column.wire());
        }
    }

    /** Whether values of a type are made of letters, digits and a few signs that are not special now. */
    private boolean isPlain(WireType type) {
        boolean usual = switch (type.type()) {
            case BOOL, INT2, INT4, INT8, FLOAT4, FLOAT8, NUMERIC, DATE, TIMESTAMPTZ, UUID -> !type.array();
            default -> false;
        };
        boolean ordinary = "\t,;|".indexOf(options.delimiter()) >= 0 && "\"'".indexOf(options.quote()) >= 0;
        boolean noNull = nullText.length == 0 || nullText[0] == '\\';
        return usual && ordinary && noNull;
    }

    /** Sends all rows; returns how many. */
    long send(RowSource rows) throws IOException {
        begin();
        long count = 0;
        for (Optional<Block> block = rows.next(); block.isPresent(); block = rows.next()) {
            for (int i = 0; i < writers.length; i++) {
                writers[i].bind(block.get().column(i));
            }
            for (int row = 0; row < block.get().rows(); row++) {
                row(row);
            }
            count += block.get().rows();
        }
        if (options.format() == Format.BINARY) {
            ByteSink message = out.begin('d');
            signature(message);
            BigEndian.putShort(message, -1);
            out.end();
        }
        return count;
    }

    private void begin() throws IOException {
        if (options.format() != Format.BINARY && options.header() != HeaderLine.NONE) {
            ByteSink message = out.begin('d');
            for (int i = 0; i < columns.size(); i++) {
                separator(i, message);
                byte[] name = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
                field(name, name.length, false, message);
            }
            message.putByte('\n');
            out.end();
        }
    }

    /** Stands in front of the first row, in the same message. */
    private void signature(ByteSink message) {
        if (!begun) {
            begun = true;
            message.put(SIGNATURE);
            BigEndian.putInt(message, 0);
            BigEndian.putInt(message, 0);
        }
    }

    private void row(int row) throws IOException {
        ByteSink message = out.begin('d');
        try {
            if (options.format() == Format.BINARY) {
                binary(row, message);
            } else {
                text(row, message);
            }
        } catch (RuntimeException e) {
            out.abandon();
            throw e;
        }
        out.end();
    }

    private void binary(int row, ByteSink message) {
        signature(message);
        BigEndian.putShort(message, writers.length);
        for (ValueWriter writer : writers) {
            if (writer.isNull(row)) {
                BigEndian.putInt(message, -1);
            } else {
                int start = message.reserve(4);
                message.advanceTo(start + 4);
                writer.write(row, message);
                BigEndian.patchInt(message, start, message.size() - start - 4);
            }
        }
    }

    private void text(int row, ByteSink message) {
        for (int i = 0; i < writers.length; i++) {
            separator(i, message);
            if (writers[i].isNull(row)) {
                message.put(nullText);
            } else {
                int from = message.size();
                writers[i].write(row, message);
                if (!plain[i] && needsCare(message.array(), from, message.size(), quoted[i])) {
                    scratch.clear();
                    scratch.put(message.array(), from, message.size() - from);
                    message.advanceTo(from);
                    field(scratch.array(), scratch.size(), quoted[i], message);
                }
            }
        }
        message.putByte('\n');
    }

    private boolean needsCare(byte[] bytes, int from, int to, boolean always) {
        for (int i = from; i < to; i++) {
            if (special[bytes[i] & 0xFF]) {
                return true;
            }
        }
        return options.format() == Format.CSV
                && (always
                        || Arrays.equals(bytes, from, to, nullText, 0, nullText.length)
                        || to - from == 2 && bytes[from] == '\\' && bytes[from + 1] == '.');
    }

    private void separator(int column, ByteSink message) {
        if (column > 0) {
            message.putByte(options.delimiter());
        }
    }

    private void field(byte[] bytes, int length, boolean quote, ByteSink message) {
        if (options.format() == Format.CSV) {
            csv(bytes, length, quote, message);
        } else {
            escaped(bytes, length, message);
        }
    }

    private void escaped(byte[] bytes, int length, ByteSink message) {
        int done = 0;
        for (int i = 0; i < length; i++) {
            byte c = bytes[i];
            if (c > '\r' && c != '\\' && c != options.delimiter() || c < 0) {
                continue;
            }
            char escape = switch (c) {
                case '\b' -> 'b';
                case '\f' -> 'f';
                case '\n' -> 'n';
                case '\r' -> 'r';
                case '\t' -> 't';
                case 11 -> 'v';
                case '\\' -> '\\';
                default -> c == options.delimiter() ? (char) c : 0;
            };
            if (escape != 0) {
                message.put(bytes, done, i - done);
                message.putByte('\\');
                message.putByte(escape);
                done = i + 1;
            }
        }
        message.put(bytes, done, length - done);
    }

    private void csv(byte[] bytes, int length, boolean always, ByteSink message) {
        boolean quote = always || isNullText(bytes, length) || length == 2 && bytes[0] == '\\' && bytes[1] == '.';
        for (int i = 0; i < length && !quote; i++) {
            byte c = bytes[i];
            quote = c == options.delimiter() || c == options.quote() || c == '\n' || c == '\r';
        }
        if (!quote) {
            message.put(bytes, 0, length);
            return;
        }
        message.putByte(options.quote());
        for (int i = 0; i < length; i++) {
            if (bytes[i] == options.quote() || bytes[i] == options.escape()) {
                message.putByte(options.escape());
            }
            message.putByte(bytes[i]);
        }
        message.putByte(options.quote());
    }

    private boolean isNullText(byte[] bytes, int length) {
        return Arrays.equals(bytes, 0, length, nullText, 0, nullText.length);
    }
}
