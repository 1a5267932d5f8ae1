package io.millrace.compression.content;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.compression.codec.Lz4Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.brotli.dec.BrotliInputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * A coding of HTTP bodies ({@code Content-Encoding}) and of files, by its HTTP name; constants stand in the server's
 * order of preference.
 *
 * <p>Immutable. Streams made here are not thread-safe and close what they were made over. Malformed input is a
 * {@link io.millrace.base.error.DbException} ({@code ZLIB_INFLATE_FAILED}, {@code ZSTD_DECODER_FAILED},
 * {@code LZ4_DECODER_FAILED}, {@code BROTLI_READ_FAILED}, {@code LZMA_STREAM_DECODER_FAILED},
 * {@code BZIP2_STREAM_DECODER_FAILED}, {@code SNAPPY_UNCOMPRESS_FAILED}, a bomb
 * {@code TOO_MANY_BYTES}); {@link IOException} is left to the stream below.
 */
public enum ContentCoding {
    /** Zstandard frames. */
    ZSTD("zstd", "zst"),
    /** Brotli streams. */
    BROTLI("br", "br"),
    /** LZ4 frames (not the bare blocks of the codec). */
    LZ4("lz4", "lz4"),
    /** Gzip members. */
    GZIP("gzip", "gz"),
    /** Zlib streams, as HTTP means with "deflate". */
    DEFLATE("deflate", "deflate"),
    /** Containers of LZMA2. */
    XZ("xz", "xz"),
    /** Bzip2 streams. */
    BZIP2("bz2", "bz2"),
    /** Blocks of snappy, read in Hadoop's frame and in snappy's own, written in Hadoop's. */
    SNAPPY("snappy", "snappy");

    private static final int BUFFER = 64 << 10;
    private static final int ZSTD_MAX_WINDOW_LOG = 27;
    /** What a reader may need for a stream of any of the usual levels. */
    private static final int XZ_MAX_KIBIBYTES = 66 << 10;
    /** Denser levels take tens of megabytes for each reply. */
    private static final int XZ_MAX_LEVEL = 3;

    private final String httpName;
    private final String suffix;

    ContentCoding(String httpName, String suffix) {
        this.httpName = httpName;
        this.suffix = suffix;
    }

    /** The name in {@code Content-Encoding}. */
    public String httpName() {
        return httpName;
    }

    /** The coding with an HTTP name; empty if it is not known here. */
    public static Optional<ContentCoding> ofName(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        for (ContentCoding coding : values()) {
            if (coding.httpName.equals(lower) || lower.equals("x-" + coding.httpName)) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    /** The coding that a file name ends with, as in {@code data.csv.gz}. */
    public static Optional<ContentCoding> ofFileName(String fileName) {
        for (ContentCoding coding : values()) {
            if (fileName.endsWith("." + coding.suffix)) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    /**
     * The coding for a reply: the first of the server's preference that {@code Accept-Encoding} names, quality values
     * ignored. Never snappy: nobody knows which of its frames a client means.
     */
    public static Optional<ContentCoding> preferred(String acceptEncoding) {
        for (ContentCoding coding : values()) {
            if (coding != SNAPPY && acceptEncoding.contains(coding.httpName)) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    /** The raw bytes of a coded stream; concatenated members are one stream, an empty stream has no bytes. */
    public InputStream decode(InputStream coded, ExpansionLimits limits) throws IOException {
        GuardedInputStream.Counted counted = new GuardedInputStream.Counted(coded);
        InputStream raw = switch (this) {
            case GZIP -> new InflatedInputStream(counted, true);
            case DEFLATE -> new InflatedInputStream(counted, false);
            case ZSTD -> new ZstdInputStreamNoFinalizer(counted).setLongMax(ZSTD_MAX_WINDOW_LOG);
            case LZ4 -> new Lz4FrameInputStream(counted);
            case BROTLI -> new LateInputStream(counted, in -> new SingleInputStream(new BrotliInputStream(in), in));
            case XZ -> new LateInputStream(counted, in -> new XZInputStream(in, XZ_MAX_KIBIBYTES));
            case BZIP2 -> new Bzip2InputStream(counted);
            case SNAPPY -> new SnappyInputStream(counted);
        };
        return new GuardedInputStream(raw, counted, limits, this);
    }

    /**
     * A stream that codes what is written to it; {@code flush} makes everything written so far decodable.
     *
     * @param level 1 (fast) to 9 (dense); LZ4 and snappy have one level
     */
    public OutputStream encode(OutputStream coded, int level) throws IOException {
        return switch (this) {
            case GZIP -> new LevelledGzip(coded, level);
            case DEFLATE -> new OwnedDeflater(coded, new Deflater(level));
            case ZSTD -> new ZstdOutputStreamNoFinalizer(coded, level);
            case BROTLI -> new BrotliOutputStream(coded, level);
            case XZ -> new XZOutputStream(coded, new LZMA2Options(Math.min(level, XZ_MAX_LEVEL)));
            case BZIP2 -> new Bzip2OutputStream(coded, level);
            case SNAPPY -> new SnappyOutputStream(coded);
            case LZ4 ->
                new LZ4FrameOutputStream(
                        coded,
                        LZ4FrameOutputStream.BLOCKSIZE.SIZE_256KB,
                        -1L,
                        Lz4Library.fastCompressor(),
                        XXHashFactory.safeInstance().hash32(),
                        LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE);
        };
    }

    /** The error for coded bytes that a library refuses. */
    DbException malformed(IOException why) {
        ErrorCode code = switch (this) {
            case GZIP, DEFLATE -> ErrorCode.ZLIB_INFLATE_FAILED;
            case ZSTD -> ErrorCode.ZSTD_DECODER_FAILED;
            case LZ4 -> ErrorCode.LZ4_DECODER_FAILED;
            case BROTLI -> ErrorCode.BROTLI_READ_FAILED;
            case XZ -> ErrorCode.LZMA_STREAM_DECODER_FAILED;
            case BZIP2 -> ErrorCode.BZIP2_STREAM_DECODER_FAILED;
            case SNAPPY -> ErrorCode.SNAPPY_UNCOMPRESS_FAILED;
        };
        String text = Objects.requireNonNullElse(why.getMessage(), "it is cut off");
        return new DbException(code, "Cannot decode a " + httpName + " stream: " + text, why);
    }

    private static final class LevelledGzip extends GZIPOutputStream {
        LevelledGzip(OutputStream out, int level) throws IOException {
            super(out, BUFFER, true);
            def.setLevel(level);
        }
    }

    /** Frees the deflater that it was given, which the JDK's stream leaves to its maker. */
    private static final class OwnedDeflater extends DeflaterOutputStream {
        OwnedDeflater(OutputStream out, Deflater deflater) {
            super(out, deflater, BUFFER, true);
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                def.end();
            }
        }
    }
}
