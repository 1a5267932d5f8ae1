package io.millrace.compression.content;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Writes brotli (RFC 7932) without its dictionary and its contexts: repetitions, and a prefix code per block. No library
 * that writes brotli is plain Java. Not thread-safe.
 */
final class BrotliOutputStream extends OutputStream {
    private static final int BLOCK = 1 << 17;
    private static final int HASH_BITS = 15;
    private static final int LEAST_MATCH = 4;
    private static final int LITERALS = 256;
    private static final int COMMANDS = 704;
    private static final int DISTANCES = 64;
    /** The window: four megabytes, more than is ever looked back. */
    private static final int WINDOW_22 = 11;

    private static final int[] INSERT_BASE = {
        0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 18, 26, 34, 50, 66, 98, 130, 194, 322, 578, 1090, 2114, 6210, 22594
    };
    private static final int[] INSERT_EXTRA = {
        0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 24
    };
    private static final int[] COPY_BASE = {
        2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 22, 30, 38, 54, 70, 102, 134, 198, 326, 582, 1094, 2118
    };
    private static final int[] COPY_EXTRA = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 24};
    /** Where the commands of eight lengths of insertions (rows) and of copies (columns) begin. */
    private static final int[] CELLS = {128, 192, 384, 256, 320, 512, 448, 576, 640};

    private final OutputStream out;
    private final int depth;
    private final BrotliBits bits = new BrotliBits();
    /** The block before, which may be copied from, and the one being filled. */
    private final byte[] window = new byte[2 * BLOCK];

    private final int[] heads = new int[1 << HASH_BITS];
    private final int[] before = new int[2 * BLOCK];
    private int from;
    private int to;
    private int lastDistance = 4;
    private boolean closed;

    /** Commands of the block: literals, copied bytes, distance; three numbers each. */
    private int[] commands = new int[3 << 10];

    private int commandCount;

    /** @param level 1 to 9: how many earlier places are tried for each match */
    BrotliOutputStream(OutputStream out, int level) {
        this.out = out;
        this.depth = 1 << Math.min(level, 9);
        Arrays.fill(heads, -1);
        bits.put(WINDOW_22, 4);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, source.length);
        int at = offset;
        int left = length;
        while (left > 0) {
            if (to - from == BLOCK || to == window.length) {
                encode();
            }
            int count = Math.min(left, Math.min(BLOCK - (to - from), window.length - to));
            System.arraycopy(source, at, window, to, count);
            to += count;
            at += count;
            left -= count;
        }
    }

    /** Makes everything written so far decodable: an empty block of metadata ends at a byte. */
    @Override
    public void flush() throws IOException {
        if (to > from) {
            encode();
        }
        if ((bits.position() & 7) != 0) {
            bits.put(6, 6);
            bits.align();
        }
        send();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            if (to > from) {
                encode();
            }
            bits.put(3, 2);
            bits.align();
            send();
            out.close();
        }
    }

    private void send() throws IOException {
        out.write(bits.bytes(), 0, bits.wholeBytes());
        bits.dropWholeBytes();
    }

    /** Writes what has been collected as one block. */
    private void encode() throws IOException {
        int length = to - from;
        findRepetitions();
        long begin = bits.position();
        int distance = lastDistance;
        header(length, false);
        body();
        if (bits.position() - begin > 8L * length + 64) {
            bits.rewind(begin);
            lastDistance = distance;
            header(length, true);
            bits.align();
            bits.putBytes(window, from, length);
        }
        send();
        from = to;
        if (to > window.length - BLOCK) {
            slide();
        }
    }

    private void header(int length, boolean plain) {
        bits.put(0, 1);
        boolean fourNibbles = length <= 1 << 16;
        bits.put(fourNibbles ? 0 : 1, 2);
        bits.put(length - 1, fourNibbles ? 16 : 20);
        bits.put(plain ? 1 : 0, 1);
    }

    /** Keeps the last block to copy from. */
    private void slide() {
        int shift = to - BLOCK;
        System.arraycopy(window, shift, window, 0, BLOCK);
        for (int i = 0; i < heads.length; i++) {
            heads[i] = Math.max(-1, heads[i] - shift);
        }
        for (int i = 0; i < BLOCK; i++) {
            before[i] = Math.max(-1, before[i + shift] - shift);
        }
        from = BLOCK;
        to = BLOCK;
    }

    // ---- repetitions

    private void findRepetitions() {
        commandCount = 0;
        int literals = from;
        int at = from;
        while (at + LEAST_MATCH <= to) {
            int candidate = insert(at);
            int best = 0;
            int bestAt = 0;
            for (int tries = depth; candidate >= 0 && tries > 0; tries--) {
                int length = common(candidate, at);
                if (length > best) {
                    best = length;
                    bestAt = candidate;
                }
                candidate = before[candidate];
            }
            if (best < LEAST_MATCH) {
                at++;
                continue;
            }
            command(at - literals, best, at - bestAt);
            int end = at + best;
            for (at++; at < end; at++) {
                if (at + LEAST_MATCH <= to) {
                    insert(at);
                }
            }
            literals = at;
        }
        if (to > literals) {
            command(to - literals, 0, 0);
        }
    }

    /** Notes a place, and answers the last one that looks like it. */
    private int insert(int at) {
        int four =
                window[at] & 0xFF | (window[at + 1] & 0xFF) << 8 | (window[at + 2] & 0xFF) << 16 | window[at + 3] << 24;
        int slot = four * 0x9E3779B1 >>> (32 - HASH_BITS);
        int earlier = heads[slot];
        heads[slot] = at;
        before[at] = earlier;
        return earlier;
    }

    private int common(int a, int b) {
        int end = Arrays.mismatch(window, a, a + to - b, window, b, to);
        return end < 0 ? to - b : end;
    }

    private void command(int literals, int copied, int distance) {
        if (3 * commandCount == commands.length) {
            commands = Arrays.copyOf(commands, 2 * commands.length);
        }
        commands[3 * commandCount] = literals;
        commands[3 * commandCount + 1] = copied;
        commands[3 * commandCount + 2] = distance;
        commandCount++;
    }

    // ---- writing

    private void body() {
        int[] literalCounts = new int[LITERALS];
        int[] commandCounts = new int[COMMANDS];
        int[] distanceCounts = new int[DISTANCES];
        int at = from;
        int last = lastDistance;
        for (int i = 0; i < commandCount; i++) {
            int literals = commands[3 * i];
            int copied = commands[3 * i + 1];
            for (int end = at + literals; at < end; at++) {
                literalCounts[window[at] & 0xFF]++;
            }
            commandCounts[commandCode(literals, copied)]++;
            if (copied > 0) {
                distanceCounts[distanceCode(commands[3 * i + 2], last)]++;
                last = commands[3 * i + 2];
                at += copied;
            }
        }
        BrotliPrefixCode literalCode = new BrotliPrefixCode(literalCounts);
        BrotliPrefixCode commandCode = new BrotliPrefixCode(commandCounts);
        BrotliPrefixCode distanceCode = new BrotliPrefixCode(distanceCounts);
        // One kind of block each, no postfix and direct distances, literals without context, one tree each.
        bits.put(0, 3 + 6 + 2 + 2);
        literalCode.describe(8, bits);
        commandCode.describe(10, bits);
        distanceCode.describe(6, bits);
        write(literalCode, commandCode, distanceCode);
    }

    private void write(BrotliPrefixCode literalCode, BrotliPrefixCode commandCode, BrotliPrefixCode distanceCode) {
        int at = from;
        for (int i = 0; i < commandCount; i++) {
            int literals = commands[3 * i];
            int copied = commands[3 * i + 1];
            int distance = commands[3 * i + 2];
            int insertCode = code(INSERT_BASE, literals);
            int copyCode = code(COPY_BASE, Math.max(copied, 2));
            commandCode.put(commandCode(literals, copied), bits);
            bits.put(literals - INSERT_BASE[insertCode], INSERT_EXTRA[insertCode]);
            bits.put(Math.max(copied, 2) - COPY_BASE[copyCode], COPY_EXTRA[copyCode]);
            for (int end = at + literals; at < end; at++) {
                literalCode.put(window[at] & 0xFF, bits);
            }
            if (copied > 0) {
                int code = distanceCode(distance, lastDistance);
                distanceCode.put(code, bits);
                if (code > 0) {
                    int extra = 31 - Integer.numberOfLeadingZeros(distance + 3) - 1;
                    bits.put(distance + 3 & (1 << extra) - 1, extra);
                }
                lastDistance = distance;
                at += copied;
            }
        }
    }

    /** A block's last command copies nothing; what it would copy is not looked at. */
    private static int commandCode(int literals, int copied) {
        int insertCode = code(INSERT_BASE, literals);
        int copyCode = code(COPY_BASE, Math.max(copied, 2));
        return CELLS[3 * (insertCode >> 3) + (copyCode >> 3)] + ((insertCode & 7) << 3) + (copyCode & 7);
    }

    private static int code(int[] base, int length) {
        int at = Arrays.binarySearch(base, length);
        return at < 0 ? -at - 2 : at;
    }

    private static int distanceCode(int distance, int last) {
        if (distance == last) {
            return 0;
        }
        int shifted = distance + 3;
        int extra = 31 - Integer.numberOfLeadingZeros(shifted) - 1;
        return 16 + 2 * (extra - 1) + (shifted >> extra & 1);
    }
}
