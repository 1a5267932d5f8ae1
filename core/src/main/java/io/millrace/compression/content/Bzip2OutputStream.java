package io.millrace.compression.content;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Codes bzip2 streams. Blocks begin in the middle of bytes, so {@code flush} ends a stream and what follows begins another,
 * which readers take for one. Every block has one prefix code: simpler than bzip2's choice of up to six, and a few percent
 * larger. Not thread-safe.
 */
final class Bzip2OutputStream extends OutputStream {
    private static final int MAX_RUN = 255;
    private static final int MAX_CODE = 17;
    /** A run's bytes and its count. */
    private static final int LONGEST_RUN = 5;

    private final OutputStream out;
    private final int level;
    private final byte[] block;
    private final Bzip2Checksum crc = new Bzip2Checksum();
    private int size;
    private int runByte = -1;
    private int run;
    private boolean inStream;
    private boolean anyStream;
    private int streamCrc;
    private long bits;
    private int bitCount;
    private boolean closed;

    /** @param level 1 to 9 */
    Bzip2OutputStream(OutputStream out, int level) {
        this.out = out;
        this.level = level;
        this.block = new byte[level * Bzip2InputStream.LEVEL_BYTES - 20];
    }

    @Override
    public void write(int value) throws IOException {
        int b = value & 0xFF;
        if (b == runByte && run < MAX_RUN) {
            run++;
            return;
        }
        endRun();
        runByte = b;
        run = 1;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(source[i]);
        }
    }

    private void endRun() throws IOException {
        if (run == 0) {
            return;
        }
        if (size + LONGEST_RUN > block.length) {
            endBlock();
        }
        for (int i = 0; i < run; i++) {
            crc.update(runByte);
        }
        int plain = Math.min(run, 4);
        Arrays.fill(block, size, size + plain, (byte) runByte);
        size += plain;
        if (plain == 4) {
            block[size++] = (byte) (run - 4);
        }
        run = 0;
        runByte = -1;
    }

    /** Ends the stream, so that everything written so far can be decoded. */
    @Override
    public void flush() throws IOException {
        endStream();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        endStream();
        if (!anyStream) {
            beginStream();
            endStream();
        }
        out.close();
    }

    // ---- framing

    private void beginStream() throws IOException {
        put(8, 'B');
        put(8, 'Z');
        put(8, 'h');
        put(8, '0' + level);
        inStream = true;
        anyStream = true;
        streamCrc = 0;
    }

    private void endStream() throws IOException {
        endRun();
        endBlock();
        if (!inStream) {
            return;
        }
        putLong(Bzip2InputStream.END);
        putInt(streamCrc);
        put((8 - bitCount) % 8, 0);
        inStream = false;
    }

    private void endBlock() throws IOException {
        if (size == 0) {
            return;
        }
        if (!inStream) {
            beginStream();
        }
        int blockCrc = crc.value();
        streamCrc = Bzip2Checksum.combined(streamCrc, blockCrc);
        putLong(Bzip2InputStream.BLOCK);
        putInt(blockCrc);
        put(1, 0);
        int[] order = BurrowsWheeler.sorted(block, size);
        putSorted(order);
        size = 0;
        crc.reset();
    }

    // ---- a block

    private void putSorted(int[] order) throws IOException {
        byte[] lasts = new byte[size];
        boolean[] used = new boolean[256];
        for (int i = 0; i < size; i++) {
            int before = order[i] == 0 ? size - 1 : order[i] - 1;
            lasts[i] = block[before];
            used[lasts[i] & 0xFF] = true;
            if (order[i] == 0) {
                put(24, i);
            }
        }
        byte[] symbols = new byte[256];
        int count = 0;
        for (int b = 0; b < 256; b++) {
            if (used[b]) {
                symbols[count++] = (byte) b;
            }
        }
        putUsed(used);
        short[] codes = moveToFront(lasts, symbols, count);
        putCoded(codes, count + 2);
    }

    private void putUsed(boolean[] used) throws IOException {
        int rows = 0;
        int[] columns = new int[16];
        for (int b = 0; b < 256; b++) {
            if (used[b]) {
                rows |= 0x8000 >>> (b >> 4);
                columns[b >> 4] |= 0x8000 >>> (b & 15);
            }
        }
        put(16, rows);
        for (int row : columns) {
            if (row != 0) {
                put(16, row);
            }
        }
    }

    /** The places of bytes in the list of those seen last; zeros as the digits of their number, and the end. */
    private static short[] moveToFront(byte[] bytes, byte[] symbols, int count) {
        short[] codes = new short[bytes.length + 2];
        int size = 0;
        int zeros = 0;
        for (byte b : bytes) {
            int place = 0;
            while (symbols[place] != b) {
                place++;
            }
            if (place == 0) {
                zeros++;
                continue;
            }
            size = putZeros(zeros, codes, size);
            zeros = 0;
            System.arraycopy(symbols, 0, symbols, 1, place);
            symbols[0] = b;
            codes[size++] = (short) (place + 1);
        }
        size = putZeros(zeros, codes, size);
        codes[size++] = (short) (count + 1);
        return Arrays.copyOf(codes, size);
    }

    /** Digits 1 and 2 of base 2, the lowest first. */
    private static int putZeros(int zeros, short[] codes, int size) {
        int at = size;
        for (int rest = zeros; rest > 0; rest = rest - 1 >> 1) {
            codes[at++] = (short) (rest - 1 & 1);
        }
        return at;
    }

    private void putCoded(short[] codes, int alphabet) throws IOException {
        int[] frequencies = new int[alphabet];
        // Every symbol of the alphabet needs a code, used or not.
        Arrays.fill(frequencies, 1);
        for (short code : codes) {
            frequencies[code]++;
        }
        int[] lengths = BrotliPrefixCode.lengths(frequencies, MAX_CODE);
        int[] words = words(lengths);
        int groups = (codes.length + Bzip2InputStream.GROUP - 1) / Bzip2InputStream.GROUP;
        // A reader wants two codes at least; all groups use the first of them.
        put(3, 2);
        put(15, groups);
        for (int i = 0; i < groups; i++) {
            put(1, 0);
        }
        putLengths(lengths);
        putLengths(lengths);
        for (short code : codes) {
            put(lengths[code], words[code]);
        }
    }

    /** The canonical code of some lengths, its first bit highest. */
    private static int[] words(int[] lengths) {
        int[] words = new int[lengths.length];
        int word = 0;
        for (int length = 1; length <= MAX_CODE; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    words[symbol] = word++;
                }
            }
            word <<= 1;
        }
        return words;
    }

    private void putLengths(int[] lengths) throws IOException {
        int current = lengths[0];
        put(5, current);
        for (int length : lengths) {
            for (; current < length; current++) {
                put(2, 2);
            }
            for (; current > length; current--) {
                put(2, 3);
            }
            put(1, 0);
        }
    }

    // ---- bits

    private void putLong(long value) throws IOException {
        put(24, (int) (value >>> 24) & 0xFFFFFF);
        put(24, (int) value & 0xFFFFFF);
    }

    private void putInt(int value) throws IOException {
        put(16, value >>> 16);
        put(16, value & 0xFFFF);
    }

    /** The low bits of a number, the highest first. */
    private void put(int count, int value) throws IOException {
        bits = bits << count | value;
        bitCount += count;
        while (bitCount >= 8) {
            bitCount -= 8;
            out.write((int) (bits >>> bitCount));
        }
    }
}
