package io.millrace.compression.content;

import io.millrace.base.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/** Decodes bzip2 streams, any number of them behind one another. Not thread-safe. */
final class Bzip2InputStream extends InputStream {
    static final long BLOCK = 0x314159265359L;
    static final long END = 0x177245385090L;
    static final int LEVEL_BYTES = 100_000;
    static final int GROUP = 50;

    private static final int MAX_TABLES = 6;
    private static final int MAX_CODE = 20;
    private static final int FIRST_ROOM = 1 << 14;

    private final CodedBytes coded;
    private final byte[] single = new byte[1];
    private int bits;
    private int bitCount;
    private boolean inStream;
    private int capacity;
    private int streamCrc;

    /** Bytes of the block in their low eight bits; above these, once sorted back, where the next one stands. */
    private int[] next = new int[0];

    private int left;
    private int at;
    private int last;
    private int run;
    private int repeats;
    private int blockCrc;
    private final Bzip2Checksum crc = new Bzip2Checksum();

    Bzip2InputStream(InputStream in) {
        this.coded = new CodedBytes(in, ErrorCode.BZIP2_STREAM_DECODER_FAILED, "bz2");
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, target.length);
        if (len == 0) {
            return 0;
        }
        while (left == 0 && repeats == 0) {
            if (!inStream) {
                bitCount = 0;
                if (!coded.hasMore()) {
                    return -1;
                }
                beginStream();
            }
            nextBlock();
        }
        int done = 0;
        while (done < len && (left > 0 || repeats > 0)) {
            target[off + done++] = (byte) nextByte();
        }
        if (left == 0 && repeats == 0) {
            endBlock();
        }
        return done;
    }

    /** Four equal bytes are followed by how many more of them there are. */
    private int nextByte() {
        int value;
        if (repeats > 0) {
            repeats--;
            value = last;
        } else {
            value = take();
            run = run > 0 && value == last ? run + 1 : 1;
            last = value;
            if (run == 4) {
                run = 0;
                repeats = left > 0 ? take() : 0;
            }
        }
        crc.update(value);
        return value;
    }

    private int take() {
        at = next[at];
        int value = at & 0xFF;
        at >>>= 8;
        left--;
        return value;
    }

    // ---- framing

    private void beginStream() throws IOException {
        boolean known = coded.readByte() == 'B' && coded.readByte() == 'Z' && coded.readByte() == 'h';
        int level = known ? coded.readByte() - '0' : 0;
        if (level < 1 || level > 9) {
            throw coded.malformed("it does not begin like bzip2");
        }
        capacity = level * LEVEL_BYTES;
        streamCrc = 0;
        inStream = true;
    }

    private void nextBlock() throws IOException {
        long magic = (long) bits(24) << 24 | bits(24);
        if (magic == BLOCK) {
            beginBlock();
        } else if (magic == END) {
            if ((bits(16) << 16 | bits(16)) != streamCrc) {
                throw coded.malformed("its checksum does not match");
            }
            inStream = false;
        } else {
            throw coded.malformed("a block does not begin like one");
        }
    }

    private void endBlock() throws IOException {
        if (crc.value() != blockCrc) {
            throw coded.malformed("the checksum of a block does not match");
        }
        streamCrc = Bzip2Checksum.combined(streamCrc, blockCrc);
    }

    private void beginBlock() throws IOException {
        blockCrc = bits(16) << 16 | bits(16);
        if (bits(1) != 0) {
            throw coded.malformed("a block is randomised, which only the first versions of bzip2 did");
        }
        int origin = bits(24);
        byte[] symbols = symbols();
        int size = readBlock(symbols, tables(symbols.length + 2));
        if (origin >= size) {
            throw coded.malformed("a block begins outside of itself");
        }
        sortBack(size);
        at = next[origin] >>> 8;
        left = size;
        run = 0;
        crc.reset();
    }

    // ---- a block

    /** The bytes that the block has, in their order. */
    private byte[] symbols() throws IOException {
        int rows = bits(16);
        byte[] symbols = new byte[256];
        int count = 0;
        for (int row = 0; row < 16; row++) {
            if ((rows & 0x8000 >>> row) != 0) {
                int columns = bits(16);
                for (int column = 0; column < 16; column++) {
                    if ((columns & 0x8000 >>> column) != 0) {
                        symbols[count++] = (byte) (row << 4 | column);
                    }
                }
            }
        }
        if (count == 0) {
            throw coded.malformed("a block has no bytes");
        }
        return Arrays.copyOf(symbols, count);
    }

    /** The prefix codes and which of them is used for which group of symbols. */
    private record Tables(Code[] codes, byte[] selectors) {}

    private Tables tables(int alphabet) throws IOException {
        int tableCount = bits(3);
        int groups = bits(15);
        if (tableCount < 2 || tableCount > MAX_TABLES || groups == 0) {
            throw coded.malformed("a block has no codes");
        }
        byte[] recent = {0, 1, 2, 3, 4, 5};
        byte[] selectors = new byte[groups];
        for (int i = 0; i < groups; i++) {
            int place = 0;
            while (bits(1) != 0) {
                place++;
                if (place >= tableCount) {
                    throw coded.malformed("a block uses a code that it does not have");
                }
            }
            byte chosen = recent[place];
            System.arraycopy(recent, 0, recent, 1, place);
            recent[0] = chosen;
            selectors[i] = chosen;
        }
        Code[] codes = new Code[tableCount];
        for (int i = 0; i < tableCount; i++) {
            codes[i] = new Code(lengths(alphabet));
        }
        return new Tables(codes, selectors);
    }

    private byte[] lengths(int alphabet) throws IOException {
        byte[] lengths = new byte[alphabet];
        int length = bits(5);
        for (int i = 0; i < alphabet; i++) {
            while (true) {
                if (length < 1 || length > MAX_CODE) {
                    throw coded.malformed("a code has a length outside of 1 to " + MAX_CODE);
                }
                if (bits(1) == 0) {
                    break;
                }
                length += bits(1) == 0 ? 1 : -1;
            }
            lengths[i] = (byte) length;
        }
        return lengths;
    }

    /** Undoes the prefix codes, the runs of zeros and move-to-front; answers how many bytes there are. */
    private int readBlock(byte[] symbols, Tables tables) throws IOException {
        int end = symbols.length + 1;
        int size = 0;
        int group = 0;
        int inGroup = 0;
        int zeros = 0;
        int weight = 1;
        while (true) {
            if (inGroup == 0) {
                if (group == tables.selectors.length) {
                    throw coded.malformed("a block has more symbols than codes for them");
                }
                inGroup = GROUP;
                group++;
            }
            inGroup--;
            int symbol = symbol(tables.codes[tables.selectors[group - 1]]);
            if (symbol <= 1) {
                if (weight > capacity) {
                    throw coded.malformed("a block is larger than its stream allows");
                }
                zeros += weight << symbol;
                weight <<= 1;
                continue;
            }
            size = put(symbols[0], zeros, size);
            zeros = 0;
            weight = 1;
            if (symbol == end) {
                return size;
            }
            byte value = symbols[symbol - 1];
            System.arraycopy(symbols, 0, symbols, 1, symbol - 1);
            symbols[0] = value;
            size = put(value, 1, size);
        }
    }

    private int put(byte value, int count, int size) throws IOException {
        if (count > capacity - size) {
            throw coded.malformed("a block is larger than its stream allows");
        }
        if (size + count > next.length) {
            next = Arrays.copyOf(next, Math.min(capacity, Math.max(size + count, Math.max(FIRST_ROOM, 2 * size))));
        }
        Arrays.fill(next, size, size + count, value & 0xFF);
        return size + count;
    }

    /** Undoes the sorting of Burrows and Wheeler: each place learns where the byte behind it stands. */
    private void sortBack(int size) {
        int[] starts = new int[257];
        for (int i = 0; i < size; i++) {
            starts[(next[i] & 0xFF) + 1]++;
        }
        for (int b = 0; b < 256; b++) {
            starts[b + 1] += starts[b];
        }
        for (int i = 0; i < size; i++) {
            next[starts[next[i] & 0xFF]++] |= i << 8;
        }
    }

    // ---- bits

    /** The next bits, up to 24 of them, the highest first. */
    private int bits(int count) throws IOException {
        while (bitCount < count) {
            bits = bits << 8 | coded.readByte();
            bitCount += 8;
        }
        bitCount -= count;
        return bits >>> bitCount & (1 << count) - 1;
    }

    private int symbol(Code code) throws IOException {
        int value = 0;
        for (int length = 1; length <= MAX_CODE; length++) {
            value = value << 1 | bits(1);
            int place = value - code.first[length];
            if (place >= 0 && place < code.count[length]) {
                return code.symbols[code.offset[length] + place];
            }
        }
        throw coded.malformed("a symbol has no code");
    }

    /** A canonical prefix code. */
    private static final class Code {
        private final int[] count = new int[MAX_CODE + 1];
        private final int[] first = new int[MAX_CODE + 1];
        private final int[] offset = new int[MAX_CODE + 1];
        private final short[] symbols;

        Code(byte[] lengths) {
            for (byte length : lengths) {
                count[length]++;
            }
            for (int length = 1; length <= MAX_CODE; length++) {
                first[length] = first[length - 1] + count[length - 1] << 1;
                offset[length] = offset[length - 1] + count[length - 1];
            }
            symbols = new short[lengths.length];
            int[] at = offset.clone();
            for (short symbol = 0; symbol < lengths.length; symbol++) {
                symbols[at[lengths[symbol]]++] = symbol;
            }
        }
    }

    @Override
    public void close() throws IOException {
        coded.close();
    }
}
