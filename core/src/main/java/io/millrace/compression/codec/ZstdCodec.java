package io.millrace.compression.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.List;

/** ZSTD(level, window): denser than LZ4, for cold data, marks and primary indexes; one or more Zstandard frames. */
public final class ZstdCodec implements Codec {
    private static final int DEFAULT_LEVEL = 1;
    private static final int MAX_LEVEL = 22;
    private static final Reusable<ZstdCompressCtx> COMPRESSORS =
            new Reusable<>(ZstdCompressCtx::new, ZstdCompressCtx::close);
    private static final Reusable<ZstdDecompressCtx> DECOMPRESSORS =
            new Reusable<>(ZstdDecompressCtx::new, ZstdDecompressCtx::close);

    private final int level;
    private final int windowLog;

    public ZstdCodec() {
        this(DEFAULT_LEVEL);
    }

    /** With a compression level, 1 to 22 (or negative: faster). */
    public ZstdCodec(int level) {
        this(level, 0);
    }

    private ZstdCodec(int level, int windowLog) {
        this.level = level;
        this.windowLog = windowLog;
    }

    @Override
    public int method() {
        return 0x90;
    }

    @Override
    public String name() {
        return "ZSTD";
    }

    @Override
    public boolean isGeneric() {
        return true;
    }

    @Override
    public boolean compresses() {
        return true;
    }

    @Override
    public Codec with(List<String> arguments, ElementType type) {
        if (arguments.isEmpty()) {
            return this;
        }
        if (arguments.size() > 2) {
            throw new DbException(
                    ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE,
                    "ZSTD codec must have 1 or 2 parameters, given " + arguments.size());
        }
        int wanted = CodecErrors.integer(this, arguments.getFirst());
        if (wanted > MAX_LEVEL) {
            throw new DbException(
                    ErrorCode.ILLEGAL_CODEC_PARAMETER,
                    "ZSTD codec can't have level more than " + MAX_LEVEL + ", given " + wanted);
        }
        int window = 0;
        if (arguments.size() == 2) {
            window = CodecErrors.integer(this, arguments.get(1));
            if (window != 0 && (window < 10 || window > 31)) {
                throw new DbException(
                        ErrorCode.ILLEGAL_CODEC_PARAMETER,
                        "ZSTD codec can't have window log more than 31 and lower than 10, given " + window);
            }
        }
        return new ZstdCodec(wanted, window);
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        // the library's own bound, in arithmetic that cannot pass 2 GiB for the block sizes allowed
        return rawSize + (rawSize >>> 8) + (rawSize < 1 << 17 ? ((1 << 17) - rawSize) >>> 11 : 0) + 64;
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        ZstdCompressCtx context = COMPRESSORS.take();
        try {
            context.setLevel(level);
            context.setLong(windowLog);
            return context.compressByteArray(dest, destOff, maxCompressedSize(len), src, off, len);
        } catch (ZstdException e) {
            throw new DbException(
                    ErrorCode.CANNOT_COMPRESS, "Cannot compress with ZSTD: " + String.valueOf(e.getMessage()), e);
        } finally {
            COMPRESSORS.give(context);
        }
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        ZstdDecompressCtx context = DECOMPRESSORS.take();
        int size;
        try {
            size = context.decompressByteArray(dest, destOff, rawSize, src, off, len);
        } catch (ZstdException e) {
            throw CodecErrors.corrupt(this, String.valueOf(e.getMessage()));
        } finally {
            DECOMPRESSORS.give(context);
        }
        CodecErrors.checkSize(this, size, rawSize);
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        // a block of at least 4 bytes makes at most 128 KiB
        return (len / 4 + 1L) << 17;
    }

    @Override
    public String toString() {
        return windowLog == 0 ? "ZSTD(" + level + ")" : "ZSTD(" + level + ", " + windowLog + ")";
    }
}
