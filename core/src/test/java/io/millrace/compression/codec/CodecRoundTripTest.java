package io.millrace.compression.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;
import io.millrace.compression.codec.Codecs.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every codec on every width: what goes in comes out, and damaged payloads end in a clean error. */
final class CodecRoundTripTest {
    private static final long SEED = 7_112_025L;

    private record Case(Codec codec, int width) {}

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (ElementType type : ElementType.values()) {
            for (String chain : new String[] {
                "NONE",
                "LZ4",
                "LZ4HC",
                "LZ4HC/3",
                "ZSTD",
                "ZSTD/9",
                "ZSTD/3/20",
                "Delta",
                "DoubleDelta",
                "Gorilla",
                "T64",
                "T64/bit",
                "FPC",
                "FPC/1",
                "FPC/20",
                "FPC/28",
                "GCD",
                "Delta,LZ4",
                "DoubleDelta,ZSTD",
                "Gorilla,LZ4",
                "GCD,Delta,T64,LZ4",
                "T64,LZ4"
            }) {
                try {
                    cases.add(new Case(create(chain, type), Math.max(1, type.width())));
                } catch (DbException notForThisType) {
                    assertThat(notForThisType.code())
                            .isIn(ErrorCode.BAD_ARGUMENTS, ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE);
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(200);
        return cases;
    }

    private static Codec create(String chain, ElementType type) {
        List<Call> calls = Arrays.stream(chain.split(","))
                .map(one -> one.split("/"))
                .map(parts -> new Call(parts[0], List.of(parts).subList(1, parts.length)))
                .toList();
        return Codecs.create(calls, type, Codecs.LZ4, true);
    }

    /** Values of one width in shapes that codecs care about, with tails that make no whole value. */
    private static List<byte[]> inputs(int width, Random random) {
        List<byte[]> inputs = new ArrayList<>();
        inputs.add(new byte[0]);
        inputs.add(new byte[] {42});
        for (int count : new int[] {1, 2, 3, 63, 64, 65, 300, 1000}) {
            for (int shape = 0; shape < 10; shape++) {
                byte[] data = new byte[count * width + (shape == 9 ? random.nextInt(width) : 0)];
                long walk = random.nextLong();
                long base = random.nextLong();
                for (int i = 0; i < count; i++) {
                    walk += random.nextInt(100) - 40;
                    long value = switch (shape) {
                        case 0 -> 0;
                        case 1 -> base;
                        case 2 -> i;
                        case 3 -> random.nextLong();
                        case 4 -> walk;
                        case 5 -> (i & 1) == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
                        case 6 ->
                            width == 4
                                    ? Float.floatToRawIntBits(20 + random.nextInt(50) / 10f)
                                    : Double.doubleToRawLongBits(20 + random.nextInt(50) / 10d);
                        case 7 -> 1000L * random.nextInt(1000);
                        case 8 -> random.nextInt(20) - 10;
                        default -> random.nextLong() >> random.nextInt(64);
                    };
                    for (int b = 0; b < width; b += 8) {
                        LittleEndian.put(data, i * width + b, Math.min(width, 8), b == 0 ? value : value >> 63);
                    }
                }
                for (int i = count * width; i < data.length; i++) {
                    data[i] = (byte) random.nextInt();
                }
                inputs.add(data);
            }
        }
        return inputs;
    }

    @Test
    void everythingComesBack() {
        Random random = new Random(SEED);
        for (Case one : cases()) {
            for (byte[] input : inputs(one.width(), random)) {
                byte[] payload = compress(one.codec(), input);
                byte[] dest = new byte[input.length + 10];
                Arrays.fill(dest, (byte) 0x77);
                Codecs.ofMethod(one.codec().method()).decompress(payload, 3, payload.length - 3, dest, 5, input.length);
                assertThat(Arrays.copyOfRange(dest, 5, 5 + input.length))
                        .as("seed %d, %s, %d bytes", SEED, one.codec(), input.length)
                        .isEqualTo(input);
                assertThat(dest).startsWith(0x77, 0x77, 0x77, 0x77, 0x77).endsWith(0x77, 0x77, 0x77, 0x77, 0x77);
                assertThat(Codecs.ofMethod(one.codec().method()).maxRawSize(payload, 3, payload.length - 3))
                        .as(one.codec().toString())
                        .isGreaterThanOrEqualTo(input.length);
            }
        }
    }

    /** The payload behind three foreign bytes; also checks the promised bound. */
    private static byte[] compress(Codec codec, byte[] input) {
        byte[] shifted = new byte[input.length + 4];
        System.arraycopy(input, 0, shifted, 4, input.length);
        byte[] room = new byte[3 + codec.maxCompressedSize(input.length)];
        int size = codec.compress(shifted, 4, input.length, room, 3);
        return Arrays.copyOf(room, 3 + size);
    }

    @Test
    void damagedPayloadsEndInACleanError() {
        Random random = new Random(SEED);
        for (Case one : cases()) {
            for (byte[] input : inputs(one.width(), random)) {
                if (input.length > 700) {
                    continue;
                }
                byte[] payload = compress(one.codec(), input);
                for (int round = 0; round < 6; round++) {
                    byte[] hurt = hurt(payload, random);
                    int rawSize = random.nextInt(4) == 0 ? random.nextInt(2 * input.length + 2) : input.length;
                    byte[] dest = new byte[rawSize + 8];
                    try {
                        Codecs.ofMethod(one.codec().method()).decompress(hurt, 0, hurt.length, dest, 4, rawSize);
                    } catch (DbException expected) {
                        assertThat(expected.code())
                                .as("seed %d, %s: %s", SEED, one.codec(), expected.getMessage())
                                .isIn(ErrorCode.CANNOT_DECOMPRESS, ErrorCode.UNKNOWN_COMPRESSION_METHOD);
                    }
                    assertThat(dest).startsWith(0, 0, 0, 0).endsWith(0, 0, 0, 0);
                }
            }
        }
    }

    private static byte[] hurt(byte[] payload, Random random) {
        byte[] hurt = Arrays.copyOfRange(payload, 3, payload.length);
        if (hurt.length == 0 || random.nextInt(3) == 0) {
            return Arrays.copyOf(hurt, random.nextInt(hurt.length + 4));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            // headers stand in front: hurt them more often
            int at = random.nextBoolean() ? random.nextInt(Math.min(24, hurt.length)) : random.nextInt(hurt.length);
            hurt[at] = (byte) (random.nextBoolean() ? hurt[at] ^ 1 << random.nextInt(8) : random.nextInt());
        }
        return hurt;
    }

    @Test
    void javaDecoderOfLz4AgreesWithTheLibrary() {
        Random random = new Random(SEED);
        for (int round = 0; round < 400; round++) {
            byte[] input = new byte[random.nextInt(5000)];
            int alphabet = 1 + random.nextInt(6);
            for (int i = 0; i < input.length; i++) {
                input[i] = (byte)
                        (i > 20 && random.nextInt(4) > 0
                                ? input[i - 1 - random.nextInt(20)]
                                : random.nextInt(alphabet));
            }
            byte[] payload = compress(Codecs.LZ4, input);
            byte[] dest = new byte[input.length + 3];
            int size = Lz4Decoder.decompress(payload, 3, payload.length - 3, dest, 3, input.length, 3);
            assertThat(size).as("seed %d round %d", SEED, round).isEqualTo(input.length);
            assertThat(Arrays.copyOfRange(dest, 3, dest.length)).isEqualTo(input);
            byte[] hurt = hurt(payload, random);
            byte[] guarded = new byte[input.length + 8];
            Lz4Decoder.decompress(hurt, 0, hurt.length, guarded, 4, input.length, 4);
            assertThat(guarded).startsWith(0, 0, 0, 0).endsWith(0, 0, 0, 0);
        }
    }

    @Test
    void argumentsAreCheckedAsInClickHouse() {
        assertCode(ErrorCode.ILLEGAL_CODEC_PARAMETER, ElementType.UINT64, Call.of("Delta", "3"));
        assertCode(ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE, ElementType.UINT64, Call.of("Delta", "1", "2"));
        assertCode(ErrorCode.ILLEGAL_CODEC_PARAMETER, ElementType.UINT64, Call.of("Delta", "a"));
        assertCode(ErrorCode.ILLEGAL_CODEC_PARAMETER, ElementType.UINT64, Call.of("ZSTD", "30"));
        assertCode(ErrorCode.DATA_TYPE_CANNOT_HAVE_ARGUMENTS, ElementType.UINT64, Call.of("LZ4", "1"));
        assertCode(ErrorCode.ILLEGAL_CODEC_PARAMETER, ElementType.FLOAT64, Call.of("FPC", "30"));
        assertCode(ErrorCode.BAD_ARGUMENTS, ElementType.UINT32, Call.of("FPC"));
        assertCode(ErrorCode.UNKNOWN_CODEC, ElementType.UINT64, Call.of("lz4"));
        assertCode(ErrorCode.UNKNOWN_CODEC, ElementType.UINT64, Call.of("Multiple", "LZ4"));
        assertCode(ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE, ElementType.FLOAT64, Call.of("T64"));
        assertCode(ErrorCode.ILLEGAL_CODEC_PARAMETER, ElementType.UINT8, Call.of("T64", "x"));
        assertCode(ErrorCode.BAD_ARGUMENTS, ElementType.UINT64, Call.of("Delta"));
        assertCode(ErrorCode.BAD_ARGUMENTS, ElementType.UINT64, Call.of("LZ4"), Call.of("ZSTD"));
        assertCode(ErrorCode.BAD_ARGUMENTS, ElementType.UINT32, Call.of("Gorilla"), Call.of("LZ4"));
        assertCode(ErrorCode.BAD_ARGUMENTS, ElementType.VARIABLE, Call.of("Delta"), Call.of("LZ4"));
        Codec codec =
                Codecs.create(List.of(Call.of("Delta"), Call.of("ZSTD", "3")), ElementType.DATETIME, Codecs.LZ4, false);
        assertThat(codec).hasToString("Delta(4), ZSTD(3)");
        assertThat(Codecs.genericPart(codec)).get().hasToString("ZSTD(3)");
        assertThat(Codecs.create(List.of(Call.of("Default")), ElementType.UINT8, Codecs.LZ4, false))
                .isSameAs(Codecs.LZ4);
    }

    private static void assertCode(ErrorCode code, ElementType type, Call... calls) {
        assertThatThrownBy(() -> Codecs.create(List.of(calls), type, Codecs.LZ4, false))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
