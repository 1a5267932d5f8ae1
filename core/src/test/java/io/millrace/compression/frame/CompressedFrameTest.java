package io.millrace.compression.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;
import io.millrace.compression.codec.ElementType;
import io.millrace.compression.codec.ZstdCodec;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Block framing: blocks of a real engine decode, ours come back, damage is found. */
final class CompressedFrameTest {
    private static final long SEED = 31_415L;

    @Test
    void blocksCutOutOfRealParts() throws IOException {
        int checked = 0;
        int reencoded = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                CompressedFrameTest.class.getResourceAsStream("blocks_from_real_parts.tsv"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                byte[] block = HexFormat.of().parseHex(cells[4]);
                CompressedFrameReader frames = CompressedFrameReader.of(block, FrameLimits.DEFAULT);
                assertThat(frames.next()).isTrue();
                assertThat(frames.rawSize()).as(cells[0]).isEqualTo(Integer.parseInt(cells[3]));
                byte[] expected = HexFormat.of().parseHex(cells[5]);
                assertThat(Arrays.copyOf(frames.raw(), expected.length))
                        .as(cells[0])
                        .isEqualTo(expected);
                byte[] raw = Arrays.copyOf(frames.raw(), frames.rawSize());
                assertThat(frames.next()).isFalse();
                reencoded += sameBytesAgain(block, raw, cells[0]) ? 1 : 0;
                checked++;
            }
        }
        assertThat(checked).isEqualTo(57);
        assertThat(reencoded).isGreaterThanOrEqualTo(8);
    }

    /** Transformations have one result: ours must be the engine's, byte for byte. */
    private static boolean sameBytesAgain(byte[] block, byte[] raw, String source) {
        int method = block[16] & 0xFF;
        String width = Integer.toString(block[25]);
        Codecs.Call call = switch (method) {
            case 0x02 -> Codecs.Call.of("NONE");
            case 0x92 -> Codecs.Call.of("Delta", width);
            case 0x93 -> Codecs.Call.of("T64");
            case 0x94 -> Codecs.Call.of("DoubleDelta", width);
            case 0x95 -> Codecs.Call.of("Gorilla", width);
            case 0x98 -> Codecs.Call.of("FPC", Integer.toString(block[26]), width);
            case 0x9a -> Codecs.Call.of("GCD");
            default -> Codecs.Call.of("Default");
        };
        if (call.name().equals("Default")) {
            return false;
        }
        ElementType type = method == 0x93 ? ElementType.UINT32 : ElementType.UINT64;
        ByteSink sink = new ByteSink();
        Codec codec = Codecs.create(List.of(call), type, Codecs.LZ4, true);
        new CompressedFrameWriter().writeBlock(raw, 0, raw.length, codec, sink);
        assertThat(sink.toByteArray()).as("%s as %s", source, codec).isEqualTo(block);
        return true;
    }

    @Test
    void bytesOfKnownBlocks() {
        ByteSink sink = new ByteSink();
        CompressedFrameWriter writer = new CompressedFrameWriter();
        writer.writeBlock(new byte[] {'a'}, 0, 1, Codecs.LZ4, sink);
        assertThat(HexFormat.of().formatHex(sink.toByteArray()))
                .isEqualTo("f665de48a65f09e8a570e4973a38ee79820b000000010000001061");
        sink.clear();
        writer.writeBlock(new byte[] {1}, 0, 1, Codecs.NONE, sink);
        assertThat(HexFormat.of().formatHex(sink.toByteArray()))
                .isEqualTo("7074d2629a96de443b9ae47a44b9462e020a0000000100000001");
    }

    @Test
    void seekAndReadAnyBlock() {
        Random random = new Random(SEED);
        ByteSink sink = new ByteSink();
        CompressedFrameWriter writer = new CompressedFrameWriter();
        Codec[] codecs = {Codecs.LZ4, Codecs.NONE, new ZstdCodec(3)};
        byte[][] blocks = new byte[60][];
        long[] positions = new long[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new byte[1 + random.nextInt(i == 30 ? 1 : 30_000)];
            random.nextBytes(blocks[i]);
            positions[i] = sink.size();
            int written = writer.writeBlock(blocks[i], 0, blocks[i].length, codecs[i % 3], sink);
            assertThat(sink.size()).isEqualTo((int) positions[i] + written);
        }
        CompressedFrameReader frames = CompressedFrameReader.of(sink.toByteArray(), FrameLimits.DEFAULT);
        for (int round = 0; round < 500; round++) {
            int i = random.nextInt(blocks.length);
            if (round % 3 == 0 && frames.nextPosition() < sink.size()) {
                i = Arrays.binarySearch(positions, frames.nextPosition());
            } else {
                frames.seek(positions[i]);
            }
            assertThat(frames.next()).isTrue();
            assertThat(frames.framePosition()).isEqualTo(positions[i]);
            assertThat(Arrays.copyOf(frames.raw(), frames.rawSize())).isEqualTo(blocks[i]);
        }
    }

    @Test
    void streamsOfAnyPortions() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            byte[] input = new byte[random.nextInt(200_000)];
            random.nextBytes(input);
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            try (CompressedOutputStream out =
                    new CompressedOutputStream(wire, Codecs.LZ4, 1 + random.nextInt(50_000))) {
                for (int at = 0; at < input.length; ) {
                    int count = Math.min(input.length - at, 1 + random.nextInt(40_000));
                    if (count == 1) {
                        out.write(input[at]);
                    } else {
                        out.write(input, at, count);
                    }
                    at += count;
                    if (random.nextInt(5) == 0) {
                        out.flush();
                    }
                }
            }
            CompressedInputStream in =
                    new CompressedInputStream(new Dribble(wire.toByteArray(), random), FrameLimits.DEFAULT);
            assertThat(in.readAllBytes()).as("seed %d round %d", SEED, round).isEqualTo(input);
        }
    }

    @Test
    void damageIsAlwaysACleanError() throws IOException {
        Random random = new Random(SEED);
        ByteSink sink = new ByteSink();
        byte[] raw = new byte[3000];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) (i / 7);
        }
        CompressedFrameWriter writer = new CompressedFrameWriter();
        writer.writeBlock(raw, 0, 2000, Codecs.LZ4, sink);
        writer.writeBlock(raw, 2000, 1000, new ZstdCodec(1), sink);
        byte[] good = sink.toByteArray();
        FrameLimits small = new FrameLimits(true, 1 << 20);
        for (int round = 0; round < 4000; round++) {
            byte[] hurt = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int i = random.nextInt(3); i > 0 && hurt.length > 0; i--) {
                hurt[random.nextInt(Math.min(hurt.length, random.nextBoolean() ? 40 : hurt.length))] ^=
                        (byte) (1 << random.nextInt(8));
            }
            FrameLimits limits = random.nextBoolean() ? small : small.withoutChecksums();
            try {
                CompressedFrameReader frames = CompressedFrameReader.of(hurt, limits);
                while (frames.next()) {
                    assertThat(frames.rawSize()).isLessThanOrEqualTo(1 << 20);
                }
            } catch (DbException expected) {
                assertThat(expected.code())
                        .isIn(
                                ErrorCode.CHECKSUM_DOESNT_MATCH,
                                ErrorCode.CANNOT_DECOMPRESS,
                                ErrorCode.TOO_LARGE_SIZE_COMPRESSED,
                                ErrorCode.UNKNOWN_COMPRESSION_METHOD,
                                ErrorCode.CANNOT_READ_ALL_DATA);
            }
            try {
                new CompressedInputStream(new ByteArrayInputStream(hurt), limits).readAllBytes();
            } catch (DbException expected) {
                assertThat(expected.code()).isNotEqualTo(ErrorCode.LOGICAL_ERROR);
            }
        }
    }

    @Test
    void wrongSizesAreRefusedBeforeMemoryIsTaken() {
        byte[] block = HexFormat.of().parseHex("f665de48a65f09e8a570e4973a38ee79820b000000010000001061");
        byte[] hugeRaw = block.clone();
        hugeRaw[24] = 0x3F;
        assertThatThrownBy(() -> CompressedFrameReader.of(hugeRaw, FrameLimits.DEFAULT.withoutChecksums())
                        .next())
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_DECOMPRESS));
        byte[] overLimit = block.clone();
        overLimit[24] = 0x7F;
        assertThatThrownBy(() ->
                        CompressedFrameReader.of(overLimit, FrameLimits.DEFAULT).next())
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE_SIZE_COMPRESSED));
        byte[] badChecksum = block.clone();
        badChecksum[0] ^= 1;
        assertThatThrownBy(() -> CompressedFrameReader.of(badChecksum, FrameLimits.DEFAULT)
                        .next())
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CHECKSUM_DOESNT_MATCH));
    }

    /** A stream that gives few bytes at a time. */
    private static final class Dribble extends ByteArrayInputStream {
        private final Random random;

        Dribble(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int off, int len) {
            return super.read(target, off, Math.min(len, 1 + random.nextInt(5000)));
        }
    }
}
