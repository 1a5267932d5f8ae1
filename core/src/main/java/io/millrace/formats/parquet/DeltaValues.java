package io.millrace.formats.parquet;

import io.millrace.base.io.ByteSink;

/** The encodings that store differences, lengths or split bytes. */
final class DeltaValues {
    private final byte[] bytes;
    private final int limit;
    private int at;

    DeltaValues(byte[] bytes, int from, int limit) {
        this.bytes = bytes;
        this.at = from;
        this.limit = limit;
    }

    private int next() {
        if (at >= limit) {
            throw ThriftReader.broken("a page ends inside of its values");
        }
        return bytes[at++];
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = next();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw ThriftReader.broken("a number of more than ten bytes");
    }

    private long zigzag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /** DELTA_BINARY_PACKED; at most {@code count} numbers. */
    long[] numbers(int count) {
        long blockSize = varint();
        long miniBlocks = varint();
        long total = varint();
        long value = zigzag();
        if (miniBlocks < 1
                || miniBlocks > 1024
                || blockSize < 1
                || blockSize > 1 << 20
                || blockSize % miniBlocks != 0
                || total > count
                || total < 0) {
            throw ThriftReader.broken("the head of differences");
        }
        long[] values = new long[(int) total];
        int perMini = (int) (blockSize / miniBlocks);
        int done = 0;
        if (total > 0) {
            values[done++] = value;
        }
        while (done < total) {
            long least = zigzag();
            int[] widths = new int[(int) miniBlocks];
            for (int i = 0; i < widths.length; i++) {
                widths[i] = next() & 0xFF;
            }
            for (int m = 0; m < widths.length && done < total; m++) {
                int start = at;
                int width = widths[m];
                if (width > 64 || (long) width * perMini / 8 > limit - at) {
                    throw ThriftReader.broken("a page ends inside of its values");
                }
                for (int i = 0; i < perMini && done < total; i++) {
                    value += least + bits(start, (long) i * width, width);
                    values[done++] = value;
                }
                at = start + perMini * width / 8;
            }
        }
        return values;
    }

    private long bits(int start, long from, int width) {
        long value = 0;
        for (int i = 0; i < width; ) {
            int position = start + (int) (from + i >> 3);
            int shift = (int) (from + i & 7);
            int taken = Math.min(8 - shift, width - i);
            value |= (long) (bytes[position] >> shift & (1 << taken) - 1) << i;
            i += taken;
        }
        return value;
    }

    /** DELTA_LENGTH_BYTE_ARRAY. */
    RawValues texts(int count) {
        long[] lengths = numbers(count);
        int[] offsets = new int[lengths.length + 1];
        long end = at;
        offsets[0] = at;
        for (int i = 0; i < lengths.length; i++) {
            end += lengths[i];
            if (lengths[i] < 0 || end > limit) {
                throw ThriftReader.broken("a page ends inside of its values");
            }
            offsets[i + 1] = (int) end;
        }
        at = (int) end;
        return RawValues.ofBytes(bytes, offsets);
    }

    /** DELTA_BYTE_ARRAY: each text begins as the one before. */
    RawValues prefixed(int count) {
        long[] shared = numbers(count);
        RawValues rest = texts(count);
        if (rest.count() != shared.length) {
            throw ThriftReader.broken("prefixes without texts");
        }
        ByteSink all = new ByteSink(rest.bytes().length);
        int[] offsets = new int[shared.length + 1];
        for (int i = 0; i < shared.length; i++) {
            int before = i == 0 ? 0 : offsets[i - 1];
            if (shared[i] < 0 || shared[i] > offsets[i] - before) {
                throw ThriftReader.broken("a prefix longer than the text before");
            }
            int from = all.reserve((int) shared[i]);
            System.arraycopy(all.array(), before, all.array(), from, (int) shared[i]);
            all.advanceTo(from + (int) shared[i]);
            all.put(rest.bytes(), rest.offsets()[i], rest.offsets()[i + 1] - rest.offsets()[i]);
            offsets[i + 1] = all.size();
        }
        return RawValues.ofBytes(all.toByteArray(), offsets);
    }

    /** BYTE_STREAM_SPLIT: all first bytes, then all second ones. */
    byte[] split(int count, int width) {
        if ((long) count * width > limit - at) {
            throw ThriftReader.broken("a page ends inside of its values");
        }
        byte[] joined = new byte[count * width];
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < width; b++) {
                joined[i * width + b] = bytes[at + b * count + i];
            }
        }
        return joined;
    }
}
