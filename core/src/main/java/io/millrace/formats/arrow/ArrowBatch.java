package io.millrace.formats.arrow;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.compression.content.ContentCoding;
import io.millrace.data.block.Block;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.formats.arrow.Flat.Structs;
import io.millrace.formats.arrow.Flat.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/** One record batch in the making: the nodes and buffers of a block's columns. Not thread-safe. */
final class ArrowBatch {
    private static final long[] POWERS = {1, 10, 100};

    private final Optional<ContentCoding> coding;
    private final ByteSink body = new ByteSink(1 << 16);
    private final ByteSink buffer = new ByteSink(1 << 12);
    private long[] nodes = new long[64];
    private int nodeWords;
    private long[] buffers = new long[128];
    private int bufferWords;

    ArrowBatch(Optional<ContentCoding> coding) {
        this.coding = coding;
    }

    void add(Block block) {
        for (int i = 0; i < block.columns().size(); i++) {
            column(block.header().type(i), block.column(i).plain(), block.rows());
        }
    }

    ByteSink body() {
        return body;
    }

    /** The table of the batch; {@code body()} holds its buffers. */
    Table table(long rows) {
        Table table = new Table()
                .int64(0, rows)
                .child(1, new Structs(Arrays.copyOf(nodes, nodeWords), 2))
                .child(2, new Structs(Arrays.copyOf(buffers, bufferWords), 2));
        coding.ifPresent(c -> table.child(
                3, new Table().int8(0, c == ContentCoding.LZ4 ? 0 : 1).int8(1, 0)));
        return table;
    }

    private void node(long rows, long nulls) {
        nodes = nodeWords + 2 > nodes.length ? Arrays.copyOf(nodes, nodes.length * 2) : nodes;
        nodes[nodeWords++] = rows;
        nodes[nodeWords++] = nulls;
    }

    /** Ends the buffer that was filled: its bytes go to the body, compressed if that is wanted. */
    private void endBuffer() {
        buffers = bufferWords + 2 > buffers.length ? Arrays.copyOf(buffers, buffers.length * 2) : buffers;
        int start = body.size();
        if (buffer.size() > 0) {
            if (coding.isPresent()) {
                compressed(coding.get());
            } else {
                body.put(buffer.array(), 0, buffer.size());
            }
        }
        buffers[bufferWords++] = start;
        buffers[bufferWords++] = (long) body.size() - start;
        while (body.size() % 8 != 0) {
            body.putByte(0);
        }
        buffer.clear();
    }

    private void compressed(ContentCoding by) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(buffer.size() / 2 + 64);
        try (OutputStream stream = by.encode(bytes, 1)) {
            stream.write(buffer.array(), 0, buffer.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.size() < buffer.size()) {
            body.putLong(buffer.size());
            body.put(bytes.toByteArray());
        } else {
            body.putLong(-1);
            body.put(buffer.array(), 0, buffer.size());
        }
    }

    private void validity(byte[] nulls, int rows) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            count += nulls[i] != 0 ? 1 : 0;
        }
        node(rows, count);
        if (count > 0) {
            bits(nulls, rows, true);
        }
        endBuffer();
    }

    private void bits(byte[] values, int rows, boolean inverted) {
        for (int i = 0; i < rows; i += 8) {
            int bits = 0;
            for (int j = i; j < Math.min(rows, i + 8); j++) {
                bits |= (values[j] != 0) != inverted ? 1 << j - i : 0;
            }
            buffer.putByte(bits);
        }
    }

    private void column(DataType type, Column column, int rows) {
        switch (type) {
            case DataType.NullableType n when n.nested() instanceof DataType.NothingType -> node(rows, rows);
            case DataType.NullableType n
            when column instanceof NullableColumn nullable -> {
                validity(nullable.nulls(), rows);
                values(n.nested(), nullable.values(), rows);
            }
            case DataType.NullableType n -> column(n.nested(), column, rows);
            case DataType.LowCardinalityType l -> column(l.nested(), column, rows);
            case DataType.SimpleAggregateType s -> column(s.nested(), column, rows);
            case DataType.NothingType n -> node(rows, rows);
            default -> {
                node(rows, 0);
                endBuffer();
                values(type, column, rows);
            }
        }
    }

    private void values(DataType type, Column column, int rows) {
        switch (column) {
            case ByteColumn c when type instanceof DataType.BoolType -> bits(c.values(), rows, false);
            case ByteColumn c -> buffer.put(c.values(), 0, rows);
            case ShortColumn c -> {
                for (int i = 0; i < rows; i++) {
                    if (type instanceof DataType.DateType) {
                        buffer.putInt(c.values()[i] & 0xFFFF);
                    } else {
                        buffer.putShort(c.values()[i]);
                    }
                }
            }
            case IntColumn c -> {
                for (int i = 0; i < rows; i++) {
                    buffer.putInt(c.values()[i]);
                    if (type instanceof DataType.DecimalType) {
                        buffer.putInt(c.values()[i] >> 31);
                        buffer.putLong(c.values()[i] >> 31);
                    }
                }
            }
            case LongColumn c -> longs(type, c.values(), rows);
            case FloatColumn c -> {
                for (int i = 0; i < rows; i++) {
                    buffer.putFloat(c.values()[i]);
                }
            }
            case DoubleColumn c -> {
                for (int i = 0; i < rows; i++) {
                    buffer.putDouble(c.values()[i]);
                }
            }
            case WideColumn c -> {
                for (int i = 0; i < rows * c.wordsPerValue(); i++) {
                    buffer.putLong(type instanceof DataType.UuidType ? Long.reverseBytes(c.words()[i]) : c.words()[i]);
                }
            }
            case FixedColumn c -> buffer.put(c.bytes(), 0, rows * c.width());
            case StringColumn c -> {
                offsets(c.offsets(), rows);
                buffer.put(c.bytes(), c.offsets()[0], c.offsets()[rows] - c.offsets()[0]);
            }
            case ArrayColumn c -> {
                offsets(c.offsets(), rows);
                elements(type, c, rows);
                return;
            }
            case TupleColumn c -> {
                for (int i = 0; i < c.elements().size(); i++) {
                    column(
                            ((DataType.TupleType) type).elements().get(i),
                            c.elements().get(i),
                            rows);
                }
                return;
            }
            default -> throw DbException.bug("No Arrow for a column of " + type.name());
        }
        endBuffer();
    }

    private void elements(DataType type, ArrayColumn array, int rows) {
        int from = array.offsets()[0];
        int to = array.offsets()[rows];
        Column elements = array.elements().slice(from, to);
        if (type instanceof DataType.MapType map) {
            node(to - from, 0);
            endBuffer();
            TupleColumn pairs = (TupleColumn) elements;
            column(map.key(), pairs.elements().get(0), to - from);
            column(map.value(), pairs.elements().get(1), to - from);
        } else {
            column(((DataType.ArrayType) type).element(), elements, to - from);
        }
    }

    private void longs(DataType type, long[] values, int rows) {
        long factor = 1;
        if (type instanceof DataType.DateTime64Type d) {
            factor = POWERS[ArrowSchema.unit(d.precision()) * 3 - d.precision()];
        }
        for (int i = 0; i < rows; i++) {
            buffer.putLong(values[i] * factor);
            if (type instanceof DataType.DecimalType) {
                buffer.putLong(values[i] >> 63);
            }
        }
    }

    private void offsets(int[] offsets, int rows) {
        for (int i = 0; i <= rows; i++) {
            buffer.putInt(offsets[i] - offsets[0]);
        }
        endBuffer();
    }
}
