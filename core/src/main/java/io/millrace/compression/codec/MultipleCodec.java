package io.millrace.compression.codec;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;
import java.util.List;

/**
 * Multiple: several codecs one after the other, as in {@code CODEC(Delta(8), LZ4)}.
 *
 * <p>Payload: u8 n, n method bytes in order of application, then the frame of the last one; a frame is method byte, u32
 * size, u32 raw size, payload, and its decoded bytes are the frame of the codec before it.
 */
final class MultipleCodec implements Codec {
    static final int FRAME_HEADER = 9;
    private static final int MAX_CHAIN = 16;
    private static final int MAX_INTERMEDIATE = 1 << 30;
    private static final int MAX_KEPT = 4 << 20;
    private static final Reusable<Scratch> SCRATCH = new Reusable<>(Scratch::new, s -> {});

    private final List<Codec> chain;

    /** The prototype, for decompression only. */
    public MultipleCodec() {
        this(List.of());
    }

    MultipleCodec(List<Codec> chain) {
        this.chain = List.copyOf(chain);
    }

    @Override
    public int method() {
        return 0x91;
    }

    @Override
    public String name() {
        return "Multiple";
    }

    @Override
    public boolean isGeneric() {
        return false;
    }

    @Override
    public boolean compresses() {
        return chain.stream().anyMatch(Codec::compresses);
    }

    /** The codecs in order of application. */
    public List<Codec> chain() {
        return chain;
    }

    @Override
    public Codec with(List<String> arguments, ElementType type) {
        throw new DbException(ErrorCode.UNKNOWN_CODEC, "Codec Multiple cannot be specified directly");
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        int size = rawSize;
        for (Codec codec : chain) {
            size = FRAME_HEADER + codec.maxCompressedSize(size);
        }
        return 1 + chain.size() + size;
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        int n = chain.size();
        dest[destOff] = (byte) n;
        for (int i = 0; i < n; i++) {
            dest[destOff + 1 + i] = (byte) chain.get(i).method();
        }
        Scratch scratch = SCRATCH.take();
        try {
            byte[] from = src;
            int fromOff = off;
            int size = len;
            for (int i = 0; i < n; i++) {
                Codec codec = chain.get(i);
                boolean last = i == n - 1;
                byte[] to = last ? dest : scratch.array(i & 1, FRAME_HEADER + codec.maxCompressedSize(size));
                int toOff = last ? destOff + 1 + n : 0;
                int payload = codec.compress(from, fromOff, size, to, toOff + FRAME_HEADER);
                to[toOff] = (byte) codec.method();
                LittleEndian.putInt(to, toOff + 1, payload + FRAME_HEADER);
                LittleEndian.putInt(to, toOff + 5, size);
                from = to;
                fromOff = toOff;
                size = payload + FRAME_HEADER;
            }
            return 1 + n + size;
        } finally {
            SCRATCH.give(scratch);
        }
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        if (len < 1) {
            throw CodecErrors.corrupt(this, "the header is cut off");
        }
        int n = src[off] & 0xFF;
        if (n == 0 || n > MAX_CHAIN || len < 1 + n + FRAME_HEADER) {
            throw CodecErrors.corrupt(this, "impossible number of codecs " + n);
        }
        Scratch scratch = SCRATCH.take();
        try {
            byte[] from = src;
            int fromOff = off + 1 + n;
            int size = len - 1 - n;
            for (int i = n - 1; i >= 0; i--) {
                int raw = checkFrame(from, fromOff, size, src[off + 1 + i] & 0xFF);
                Codec codec = Codecs.ofMethod(src[off + 1 + i] & 0xFF);
                int payload = size - FRAME_HEADER;
                if (codec.maxRawSize(from, fromOff + FRAME_HEADER, payload) < raw) {
                    throw CodecErrors.corrupt(this, "a size inside is impossible");
                }
                if (i == 0) {
                    CodecErrors.checkSize(this, raw, rawSize);
                    codec.decompress(from, fromOff + FRAME_HEADER, payload, dest, destOff, rawSize);
                    return;
                }
                if (raw < FRAME_HEADER || raw > intermediateLimit(rawSize)) {
                    throw CodecErrors.corrupt(this, "a size inside is impossible");
                }
                byte[] to = scratch.array(i & 1, raw);
                codec.decompress(from, fromOff + FRAME_HEADER, payload, to, 0, raw);
                from = to;
                fromOff = 0;
                size = raw;
            }
        } finally {
            SCRATCH.give(scratch);
        }
    }

    /** Transformations grow data by a little at most, so a much larger stage is an attack on memory. */
    private static long intermediateLimit(int rawSize) {
        return Math.min(MAX_INTERMEDIATE, 10L * rawSize + 1024);
    }

    private int checkFrame(byte[] bytes, int at, int size, int method) {
        if (method == method()) {
            throw CodecErrors.corrupt(this, "it is nested");
        }
        if (size < FRAME_HEADER || (bytes[at] & 0xFF) != method || LittleEndian.getInt(bytes, at + 1) != size) {
            throw CodecErrors.corrupt(this, "a header inside does not fit");
        }
        int raw = LittleEndian.getInt(bytes, at + 5);
        if (raw < 0) {
            throw CodecErrors.corrupt(this, "a size inside is impossible");
        }
        return raw;
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        return Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        return String.join(", ", chain.stream().map(Codec::toString).toList());
    }

    /** Two arrays between which the stages alternate. */
    private static final class Scratch {
        private final byte[][] arrays = {new byte[0], new byte[0]};

        byte[] array(int index, int size) {
            byte[] kept = arrays[index];
            if (kept.length >= size) {
                return kept;
            }
            byte[] made = new byte[size];
            if (size <= MAX_KEPT) {
                arrays[index] = made;
            }
            return made;
        }
    }
}
