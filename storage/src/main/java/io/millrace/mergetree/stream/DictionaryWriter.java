package io.millrace.mergetree.stream;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.type.DataType;
import java.util.Optional;

/**
 * LowCardinality: in Wide parts codes into one dictionary of the whole part, which is written behind all rows; in Compact parts each granule has its
 * own keys.
 */
final class DictionaryWriter extends ColumnWriter {
    private static final long KEY_VERSION = 1;
    private static final long FIRST_OF_SHARED = 0x500;
    private static final long SHARED = 0x100;
    private static final long OWN_KEYS = 0x600;

    private final DataType nested;
    private final String base;
    private boolean compact;
    private boolean first = true;
    private Optional<WriteStreams.Stream> prefix = Optional.empty();
    private Optional<WriteStreams.Stream> dictionary = Optional.empty();
    private Optional<WriteStreams.Stream> codes = Optional.empty();
    private DictionaryKeys keys;
    private int[] translation = new int[0];
    private Optional<Column> translated = Optional.empty();

    DictionaryWriter(DataType.LowCardinalityType type, String base) {
        this.nested = type.nested();
        this.base = base;
        this.keys = new DictionaryKeys(nested);
    }

    @Override
    void openPrefixes(WriteStreams streams) {
        compact = streams.isCompact();
        if (compact) {
            prefix = Optional.of(streams.open(base + ".dict_prefix", false));
        } else {
            dictionary = Optional.of(streams.open(base + ".dict", false));
        }
    }

    @Override
    void open(WriteStreams streams) {
        if (compact) {
            dictionary = Optional.of(streams.open(base + ".dict", false));
        }
        codes = Optional.of(streams.open(base, false));
    }

    private static StreamWriter out(Optional<WriteStreams.Stream> stream) {
        return stream.orElseThrow(() -> DbException.bug("A column is written before its streams are open"))
                .out();
    }

    @Override
    public void prefix() {
        out(compact ? prefix : dictionary).putLong(KEY_VERSION);
    }

    @Override
    public void write(Column column, int from, int to) {
        if (compact) {
            keys = new DictionaryKeys(nested);
            translated = Optional.empty();
        } else if (to == from) {
            // without rows there is nothing to say; a group of no rows would only stand in the way
            return;
        }
        int[] rowCodes = new int[to - from];
        int largest = 0;
        for (int i = 0; i < rowCodes.length; i++) {
            rowCodes[i] = codeOf(column, from + i);
            largest = Math.max(largest, rowCodes[i]);
        }
        int width = largest < 1 << 8 ? 0 : largest < 1 << 16 ? 1 : 2;
        StreamWriter out = out(codes);
        if (compact) {
            out.putLong(OWN_KEYS + width);
            keys.writeTo(out);
        } else {
            out.putLong((first ? FIRST_OF_SHARED : SHARED) + width);
            first = false;
        }
        out.putLong(rowCodes.length);
        writeCodes(rowCodes, width, out);
    }

    private int codeOf(Column column, int row) {
        if (!(column instanceof DictionaryColumn source)) {
            return keys.codeOf(column, row);
        }
        if (translated.isEmpty() || translated.get() != source.dictionary()) {
            translated = Optional.of(source.dictionary());
            translation = new int[source.dictionary().rows()];
        }
        int code = source.codes()[row];
        if (translation[code] == 0) {
            translation[code] = keys.codeOf(source.dictionary(), code) + 1;
        }
        return translation[code] - 1;
    }

    private static void writeCodes(int[] rowCodes, int width, StreamWriter out) {
        int rows = rowCodes.length;
        switch (width) {
            case 0 -> {
                byte[] bytes = new byte[rows];
                for (int i = 0; i < rows; i++) {
                    bytes[i] = (byte) rowCodes[i];
                }
                out.put(bytes, 0, rows);
            }
            case 1 -> {
                short[] shorts = new short[rows];
                for (int i = 0; i < rows; i++) {
                    shorts[i] = (short) rowCodes[i];
                }
                out.putShorts(shorts, 0, rows);
            }
            default -> out.putInts(rowCodes, 0, rows);
        }
    }

    @Override
    public void finish() {
        if (!compact && !first) {
            keys.writeTo(out(dictionary));
        }
    }
}
