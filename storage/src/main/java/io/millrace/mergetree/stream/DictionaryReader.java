package io.millrace.mergetree.stream;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * LowCardinality: groups of codes into a shared dictionary (a stream of its own in Wide parts) or into keys that stand in the group itself, or both.
 *
 * <p>Blocks whose rows come from one dictionary share its column object, so that operators can keep what they computed per distinct value. A group may
 * be longer or shorter than a granule; its rest is kept from one read to the next.
 */
final class DictionaryReader extends ColumnReader {
    private static final int ADDITIONAL_KEYS = 0x200;
    private static final int SHARED_DICTIONARY = 0x100;
    private static final int NEW_DICTIONARY = 0x400;

    /** Rows of a block that use one dictionary, beginning at {@code fromRow}. */
    private record Segment(int fromRow, Column dictionary) {}

    private final DataType nested;
    private final StreamReader codes;
    private final Optional<StreamReader> dictionaryStream;
    private final Optional<StreamReader> prefixStream;
    private int[] values = new int[16];
    private int rows;
    private final List<Segment> segments = new ArrayList<>();

    private int groupRows;
    private int groupWidth;
    private Column groupDictionary;

    private Column shared;
    private long sharedFrame = -1;
    private int sharedPosition = -1;
    private long behindFrame;
    private int behindPosition;
    /** Whether the dictionary in force stands at the dictionary stream's position: after a seek. */
    private boolean unread = true;

    DictionaryReader(
            DataType.LowCardinalityType type,
            StreamReader codes,
            Optional<StreamReader> dictionaryStream,
            Optional<StreamReader> prefixStream) {
        this.nested = type.nested();
        this.codes = codes;
        this.dictionaryStream = dictionaryStream;
        this.prefixStream = prefixStream;
        this.shared = ColumnBuilder.of(nested, 0).build();
        this.groupDictionary = shared;
    }

    @Override
    public void begin(int expectedRows) {
        values = new int[Math.max(16, expectedRows)];
        rows = 0;
        segments.clear();
        if (groupRows > 0) {
            segments.add(new Segment(0, groupDictionary));
        }
    }

    @Override
    public void seek(int mark) {
        codes.seekMark(mark);
        dictionaryStream.ifPresent(d -> d.seekMark(mark));
        prefixStream.ifPresent(p -> p.seekMark(mark));
        groupRows = 0;
        unread = true;
    }

    @Override
    public void prefix() {
        prefixStream.ifPresent(p -> {
            long version = p.getLong();
            if (version != 1) {
                throw new DbException(
                        ErrorCode.INCORRECT_DATA, "Unknown version " + version + " of a LowCardinality dictionary");
            }
        });
    }

    @Override
    public void read(int count) {
        if (values.length < rows + count) {
            values = Arrays.copyOf(values, Math.max(rows + count, values.length * 2));
        }
        int end = rows + count;
        while (rows < end) {
            if (groupRows == 0) {
                openGroup();
            }
            int step = Math.min(groupRows, end - rows);
            readCodes(step);
            groupRows -= step;
        }
    }

    private void openGroup() {
        long type = codes.getLong();
        groupWidth = 1 << (type & 0xFF);
        if (groupWidth > 8) {
            throw new DbException(ErrorCode.CORRUPTED_DATA, "Unknown width of LowCardinality codes: " + (type & 0xFF));
        }
        boolean usesShared = (type & SHARED_DICTIONARY) != 0;
        if (usesShared && (unread || (type & NEW_DICTIONARY) != 0)) {
            loadShared();
        }
        Column dictionary = usesShared ? shared : ColumnBuilder.of(nested, 0).build();
        if ((type & ADDITIONAL_KEYS) != 0) {
            dictionary = joined(dictionary, readKeys(codes, codes.getLong()));
        }
        groupRows = StreamReader.checkedSize(codes.getLong());
        groupDictionary = dictionary;
        if (!segments.isEmpty() && segments.getLast().fromRow() == rows) {
            segments.removeLast();
        }
        if (segments.isEmpty() || segments.getLast().dictionary() != dictionary) {
            segments.add(new Segment(rows, dictionary));
        }
    }

    private void loadShared() {
        StreamReader stream = dictionaryStream.orElseThrow(
                () -> new DbException(ErrorCode.CORRUPTED_DATA, "A LowCardinality column lacks its dictionary stream"));
        boolean atMark = unread;
        unread = false;
        if (atMark && stream.frame() == sharedFrame && stream.position() == sharedPosition) {
            stream.seek(behindFrame, behindPosition);
            return;
        }
        sharedFrame = stream.frame();
        sharedPosition = stream.position();
        shared = readKeys(stream, stream.getLong());
        behindFrame = stream.frame();
        behindPosition = stream.position();
    }

    private Column readKeys(StreamReader stream, long count) {
        int size = StreamReader.checkedSize(count);
        DataType plain = Types.withoutNullable(nested);
        Column read;
        if (plain instanceof DataType.StringType) {
            InlineStringReader reader = new InlineStringReader(stream);
            reader.begin(Math.min(size, 1 << 16));
            reader.read(size);
            read = reader.finish();
        } else {
            NumberReader reader = new NumberReader(plain, stream);
            reader.begin(Math.min(size, 1 << 16));
            reader.read(size);
            read = reader.finish();
        }
        if (!nested.isNullable()) {
            return read;
        }
        byte[] nulls = new byte[size];
        if (size > 0) {
            nulls[0] = 1;
        }
        return new NullableColumn(nulls, read);
    }

    /** The shared keys, then this group's own; NULL stands at position 0 of the whole only. */
    private Column joined(Column first, Column more) {
        if (first.rows() == 0) {
            return more;
        }
        ColumnBuilder builder = ColumnBuilder.of(nested, first.rows() + more.rows());
        builder.appendRange(first, 0, first.rows());
        Column plain = more instanceof NullableColumn n ? n.values() : more;
        builder.appendRange(plain, 0, plain.rows());
        return builder.build();
    }

    private void readCodes(int count) {
        int size = groupDictionary.rows();
        switch (groupWidth) {
            case 1 -> {
                byte[] bytes = new byte[count];
                codes.get(bytes, 0, count);
                for (int i = 0; i < count; i++) {
                    values[rows + i] = bytes[i] & 0xFF;
                }
            }
            case 2 -> {
                short[] shorts = new short[count];
                codes.getShorts(shorts, 0, count);
                for (int i = 0; i < count; i++) {
                    values[rows + i] = shorts[i] & 0xFFFF;
                }
            }
            case 4 -> codes.getInts(values, rows, count);
            default -> {
                for (int i = 0; i < count; i++) {
                    values[rows + i] = StreamReader.checkedSize(codes.getLong());
                }
            }
        }
        int largest = 0;
        boolean negative = false;
        for (int i = rows; i < rows + count; i++) {
            largest = Math.max(largest, values[i]);
            negative |= values[i] < 0;
        }
        if (count > 0 && (negative || largest >= size)) {
            throw new DbException(
                    ErrorCode.CORRUPTED_DATA,
                    "A LowCardinality code points behind its dictionary of " + size + " keys");
        }
        rows += count;
    }

    @Override
    public Column finish() {
        if (segments.isEmpty()) {
            return new DictionaryColumn(values, shared, rows);
        }
        if (segments.size() == 1) {
            return new DictionaryColumn(values, segments.getFirst().dictionary(), rows);
        }
        DictionaryColumn.Builder builder = new DictionaryColumn.Builder(nested, rows);
        for (int i = 0; i < segments.size(); i++) {
            int from = segments.get(i).fromRow();
            int to = i + 1 < segments.size() ? segments.get(i + 1).fromRow() : rows;
            Column part = new DictionaryColumn(
                    Arrays.copyOfRange(values, from, to), segments.get(i).dictionary(), to - from);
            builder.appendRange(part, 0, part.rows());
        }
        return builder.build();
    }
}
