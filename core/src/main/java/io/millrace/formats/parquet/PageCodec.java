package io.millrace.formats.parquet;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.compression.codec.Lz4Library;
import io.millrace.compression.codec.Snappy;
import io.millrace.compression.content.ContentCoding;
import io.millrace.compression.content.ExpansionLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The compressions of pages, by Parquet's numbers. */
enum PageCodec {
    NONE(0),
    SNAPPY(1),
    GZIP(2),
    ZSTD(6),
    LZ4_RAW(7);

    private static final int ZSTD_LEVEL = 3;

    final int number;

    PageCodec(int number) {
        this.number = number;
    }

    static PageCodec of(long number) {
        for (PageCodec codec : values()) {
            if (codec.number == number) {
                return codec;
            }
        }
        throw new DbException(
                ErrorCode.NOT_IMPLEMENTED, "Parquet pages compressed with codec " + number + " cannot be read");
    }

    /** By the value of {@code output_format_parquet_compression_method}. */
    static PageCodec ofSetting(String name) {
        return switch (name) {
            case "none" -> NONE;
            case "snappy" -> SNAPPY;
            case "gzip" -> GZIP;
            case "zstd" -> ZSTD;
            case "lz4" -> LZ4_RAW;
            default ->
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Unexpected value of ParquetCompression: '" + name
                                + "'. Must be one of ['none', 'snappy', 'zstd', 'gzip', 'lz4']");
        };
    }

    byte[] compress(byte[] bytes, int length) {
        return switch (this) {
            case NONE -> Arrays.copyOf(bytes, length);
            case SNAPPY -> Snappy.compress(bytes, length);
            case GZIP -> stream(ContentCoding.GZIP, 6, bytes, length);
            case ZSTD -> stream(ContentCoding.ZSTD, ZSTD_LEVEL, bytes, length);
            case LZ4_RAW -> Lz4Library.fastCompressor().compress(bytes, 0, length);
        };
    }

    private static byte[] stream(ContentCoding coding, int level, byte[] bytes, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length / 2 + 64);
        try (OutputStream stream = coding.encode(out, level)) {
            stream.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Exactly {@code size} bytes of what is compressed in a range. */
    byte[] decompress(byte[] bytes, int from, int length, int size) {
        return switch (this) {
            case NONE -> {
                if (size > length) {
                    throw ThriftReader.broken("a page of " + size + " bytes in " + length);
                }
                yield Arrays.copyOfRange(bytes, from, from + size);
            }
            case SNAPPY -> Snappy.decompress(bytes, from, from + length, size);
            case GZIP -> stream(ContentCoding.GZIP, bytes, from, length, size);
            case ZSTD -> stream(ContentCoding.ZSTD, bytes, from, length, size);
            case LZ4_RAW -> {
                // one byte says at most 255 more
                if (size > 256L * length + 64) {
                    throw ThriftReader.broken("a page of " + size + " bytes in " + length);
                }
                byte[] out = new byte[size];
                int got = Lz4Library.decompress(bytes, from, length, out, 0, size);
                if (got != size) {
                    throw ThriftReader.broken("an LZ4 page of another length");
                }
                yield out;
            }
        };
    }

    private static byte[] stream(ContentCoding coding, byte[] bytes, int from, int length, int size) {
        try (InputStream raw = coding.decode(new ByteArrayInputStream(bytes, from, length), ExpansionLimits.DEFAULT)) {
            byte[] out = raw.readNBytes(size);
            if (out.length < size) {
                throw ThriftReader.broken("a compressed page ends early");
            }
            return out;
        } catch (IOException e) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Broken Parquet data: " + e.getMessage(), e);
        }
    }
}
