package io.millrace.compression.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.XxHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Content codings: round trips, concatenated members, damage and bombs. */
final class ContentCodingTest {
    private static final long SEED = 271_828L;

    private static byte[] text(int size, Random random) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte)
                    (i > 50 && random.nextInt(3) > 0 ? bytes[i - 1 - random.nextInt(50)] : 'a' + random.nextInt(26));
        }
        return bytes;
    }

    private static byte[] encode(ContentCoding coding, byte[] raw) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = coding.encode(coded, 3)) {
            int half = raw.length / 2;
            out.write(raw, 0, half);
            out.flush();
            out.write(raw, half, raw.length - half);
        }
        return coded.toByteArray();
    }

    private static byte[] decode(ContentCoding coding, byte[] coded) throws IOException {
        try (InputStream in = coding.decode(new OneByOne(coded), ExpansionLimits.DEFAULT)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource
    void roundTripsAndConcatenatedMembers(ContentCoding coding) throws IOException {
        Random random = new Random(SEED);
        for (int size : new int[] {0, 1, 100, 70_000, 900_000}) {
            byte[] first = text(size, random);
            byte[] second = text(1000, random);
            byte[] coded = encode(coding, first);
            assertThat(decode(coding, coded)).as("%s %d", coding, size).isEqualTo(first);
            if (coding == ContentCoding.BROTLI) {
                continue; // knows no members
            }
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(coded);
            both.write(encode(coding, second));
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            expected.write(first);
            expected.write(second);
            assertThat(decode(coding, both.toByteArray()))
                    .as("%s %d twice", coding, size)
                    .isEqualTo(expected.toByteArray());
        }
        assertThat(decode(coding, new byte[0])).isEmpty();
    }

    @Test
    void whatFollowsABrotliStreamIsNotDroppedInSilence() throws IOException {
        for (int size : new int[] {0, 100, 70_000, 900_000}) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(encode(ContentCoding.BROTLI, text(size, new Random(SEED))));
            both.write(encode(ContentCoding.BROTLI, text(20_000, new Random(SEED))));
            assertThatThrownBy(() -> decode(ContentCoding.BROTLI, both.toByteArray()))
                    .as("%d bytes", size)
                    .isInstanceOfSatisfying(
                            DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BROTLI_READ_FAILED));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BROTLI") // its reader looks further ahead
    void whatWasFlushedCanBeDecoded(ContentCoding coding) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = coding.encode(coded, 3)) {
            byte[] row = text(500, new Random(SEED));
            out.write(row);
            out.flush();
            byte[] soFar = coded.toByteArray();
            InputStream in = coding.decode(new ByteArrayInputStream(soFar), ExpansionLimits.DEFAULT);
            assertThat(in.readNBytes(500)).as(coding.httpName()).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @EnumSource
    void damageIsACleanError(ContentCoding coding) throws IOException {
        Random random = new Random(SEED);
        byte[] good = encode(coding, text(5000, random));
        for (int round = 0; round < 600; round++) {
            byte[] hurt = round % 3 == 0 ? Arrays.copyOf(good, 1 + random.nextInt(good.length - 1)) : good.clone();
            if (round % 3 > 0) {
                hurt[random.nextInt(round % 3 == 1 ? 20 : hurt.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                decode(coding, hurt);
            } catch (DbException expected) {
                assertThat(expected.code())
                        .as("seed %d round %d: %s", SEED, round, expected.getMessage())
                        .isIn(
                                ErrorCode.ZLIB_INFLATE_FAILED,
                                ErrorCode.ZSTD_DECODER_FAILED,
                                ErrorCode.LZ4_DECODER_FAILED,
                                ErrorCode.BROTLI_READ_FAILED,
                                ErrorCode.LZMA_STREAM_DECODER_FAILED,
                                ErrorCode.BZIP2_STREAM_DECODER_FAILED,
                                ErrorCode.SNAPPY_UNCOMPRESS_FAILED,
                                ErrorCode.TOO_MANY_BYTES);
                continue;
            }
            // a gzip header has fields that nobody reads, an LZ4 frame without checksums can change unseen
            assertThat(round % 3).as("%s cut off", coding).isNotZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "DEFLATE", "ZSTD", "BROTLI", "XZ", "BZIP2"})
    void bombsAreStopped(ContentCoding coding) throws IOException {
        byte[] bomb = encode(coding, new byte[64 << 20]);
        ExpansionLimits tight = new ExpansionLimits(100, 1 << 20, Long.MAX_VALUE);
        InputStream in = coding.decode(new ByteArrayInputStream(bomb), tight);
        assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_BYTES));
        InputStream capped = coding.decode(new ByteArrayInputStream(bomb), new ExpansionLimits(1 << 30, 0, 5 << 20));
        assertThatThrownBy(() -> capped.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(DbException.class);
    }

    /** Two linked blocks: the second is one match that reaches into the first. */
    @Test
    void linkedBlocksOfLz4Frames() throws IOException {
        byte[] descriptor = {0x40, 0x40};
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(HexFormat.of().parseHex("04224d18"));
        frame.write(descriptor);
        frame.write(XxHash.hash32(descriptor, 0, 2, 0) >>> 8 & 0xFF);
        // 8 literals "abcdefgh", stored as they are
        frame.write(HexFormat.of().parseHex("08000080" + "6162636465666768"));
        // token: no literals, match of 4 + 2 at distance 8; then 1 literal "!"
        frame.write(HexFormat.of().parseHex("05000000" + "020800" + "1021"));
        frame.write(new byte[4]);
        assertThat(new String(
                        decode(ContentCoding.LZ4, frame.toByteArray()), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("abcdefghabcdef!");
    }

    /** Two chunks of snappy's own framing format, one of them coded, with padding between; then the same data in Hadoop's frame. */
    @Test
    void bothFramesOfSnappy() throws IOException {
        byte[] own = HexFormat.of()
                .parseHex(
                        "ff060000734e61507059010d0000e5b08ac7313233343536373839fe020000000000110000b03b6c4a12203132333435363738391509");
        assertThat(decode(ContentCoding.SNAPPY, own)).asString().isEqualTo("123456789".repeat(3));
        byte[] hadoop = HexFormat.of().parseHex("000000120000000d12203132333435363738391509");
        assertThat(decode(ContentCoding.SNAPPY, hadoop)).asString().isEqualTo("123456789".repeat(2));
    }

    /** What bzip2 itself writes, with its six codes; and data whose rotations are all alike. */
    @Test
    void bzip2OfOthersAndOfRepetitions() throws IOException {
        byte[] coded = HexFormat.of()
                .parseHex(
                        "425a6839314159265359385533d600003c410000803244a000310c008a0d1402bd88b82b2e71e2ee48a70a12070aa67ac0");
        assertThat(decode(ContentCoding.BZIP2, coded)).asString().isEqualTo("aaaaaaaaaaab".repeat(30) + "hello");
        byte[] alike = "ab".repeat(200_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(decode(ContentCoding.BZIP2, encode(ContentCoding.BZIP2, alike)))
                .isEqualTo(alike);
    }

    @Test
    void names() {
        assertThat(ContentCoding.ofName(" GZip ")).contains(ContentCoding.GZIP);
        assertThat(ContentCoding.ofName("compress")).isEmpty();
        assertThat(ContentCoding.preferred("snappy")).isEmpty();
        assertThat(ContentCoding.preferred("gzip, deflate, lz4;q=0.1")).contains(ContentCoding.LZ4);
        assertThat(ContentCoding.preferred("identity")).isEmpty();
        assertThat(ContentCoding.ofFileName("a.csv.zst")).contains(ContentCoding.ZSTD);
    }

    /** Gives one byte at a time and never says that more is available, like a slow socket. */
    private static final class OneByOne extends InputStream {
        private final byte[] bytes;
        private int at;

        OneByOne(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int off, int len) {
            if (at == bytes.length) {
                return -1;
            }
            int count = Math.min(len, Math.min(bytes.length - at, 1 + at % 7));
            System.arraycopy(bytes, at, target, off, count);
            at += count;
            return count;
        }
    }
}
