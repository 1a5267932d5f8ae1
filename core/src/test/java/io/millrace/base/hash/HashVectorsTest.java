package io.millrace.base.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every hash function against values of a real ClickHouse 26.7. */
final class HashVectorsTest {
    private interface Function {
        String apply(byte[] s, int off, int len);
    }

    private interface Wide {
        void apply(byte[] s, int off, int len, Hash128 out);
    }

    private interface Narrow {
        int apply(byte[] s, int off, int len);
    }

    private interface Long64 {
        long apply(byte[] s, int off, int len);
    }

    private static final Map<String, Function> FUNCTIONS = Map.ofEntries(
            Map.entry("cityHash64", of64(CityHash::hash64)),
            Map.entry("URLHash", of64(CityHash::hash64)),
            Map.entry("sipHash64", of64(SipHash::hash64)),
            Map.entry("sipHash64Keyed", of64((s, o, n) -> SipHash.hash64(s, o, n, 3, 9))),
            Map.entry("farmHash64", of64(FarmHash::hash64)),
            Map.entry("farmFingerprint64", of64(FarmHash::fingerprint64)),
            Map.entry("metroHash64", of64(MetroHash::hash64)),
            Map.entry("xxHash64", of64((s, o, n) -> XxHash.hash64(s, o, n, 0))),
            Map.entry("xxHash32", of32((s, o, n) -> XxHash.hash32(s, o, n, 0))),
            Map.entry("xxh3", of64(Xxh3::hash64)),
            Map.entry("murmurHash2_32", of32(MurmurHash::hash2x32)),
            Map.entry("murmurHash2_64", of64(MurmurHash::hash2x64)),
            Map.entry("murmurHash3_32", of32(MurmurHash::hash3x32)),
            Map.entry("murmurHash3_64", of64(MurmurHash::hash3x64)),
            Map.entry("gccMurmurHash", of64(MurmurHash::gcc)),
            Map.entry("kafkaMurmurHash", of32(MurmurHash::kafka)),
            Map.entry("wyHash64", of64(WyHash::hash64)),
            Map.entry("javaHash", (s, o, n) -> Integer.toString(JavaHash.hash32(s, o, n))),
            Map.entry("hiveHash", (s, o, n) -> Integer.toString(JavaHash.hive(s, o, n))),
            Map.entry("CRC32", of32(Crc::crc32)),
            Map.entry("CRC32IEEE", of32(Crc::crc32Ieee)),
            Map.entry("CRC64", of64(Crc::crc64)),
            Map.entry("halfMD5", of64((s, o, n) -> Digests.md5().half(s, o, n))),
            Map.entry("hex(sipHash128", of128(SipHash::hash128)),
            Map.entry("hex(sipHash128Reference", of128(SipHash::hash128Reference)),
            Map.entry("hex(murmurHash3_128", of128(MurmurHash::hash3x128)),
            Map.entry("hex(MD5", digest("MD5")),
            Map.entry("hex(SHA1", digest("SHA-1")),
            Map.entry("hex(SHA256", digest("SHA-256")),
            Map.entry("hex(SHA512", digest("SHA-512")));

    private static Function of64(Long64 hash) {
        return (s, off, len) -> Long.toUnsignedString(hash.apply(s, off, len));
    }

    private static Function of32(Narrow hash) {
        return (s, off, len) -> Integer.toUnsignedString(hash.apply(s, off, len));
    }

    private static Function of128(Wide hash) {
        return (s, off, len) -> {
            Hash128 out = new Hash128();
            hash.apply(s, off, len, out);
            return HexFormat.of().withUpperCase().formatHex(out.toBytes());
        };
    }

    private static Function digest(String algorithm) {
        return (s, off, len) -> {
            Digests digest = Digests.of(algorithm);
            byte[] out = new byte[digest.resultBytes()];
            digest.digest(s, off, len, out, 0);
            return HexFormat.of().withUpperCase().formatHex(out);
        };
    }

    @Test
    void cityHash128() throws IOException {
        int checked = 0;
        for (String[] row : rows("cityhash128_v102.tsv")) {
            byte[] input = HexFormat.of().parseHex(row[0]);
            Hash128 out = new Hash128();
            CityHash.hash128(shifted(input), 3, input.length, out);
            assertThat(Long.toUnsignedString(out.low())).isEqualTo(row[1]);
            assertThat(Long.toUnsignedString(out.high())).isEqualTo(row[2]);
            assertThat(out).hasToString(row[3]);
            checked++;
        }
        assertThat(checked).isGreaterThan(40);
    }

    @Test
    void chainedFileHashInAnyPortions() throws IOException {
        for (String[] row : rows("file_hash_2048_chain.tsv")) {
            byte[] input = pattern(Integer.parseInt(row[0]));
            FileHash hash = new FileHash();
            for (int portion : new int[] {1, 7, 2047, 2048, 2049, 100_000}) {
                for (int at = 0; at < input.length; at += portion) {
                    hash.update(input, at, Math.min(portion, input.length - at));
                }
                assertThat(hash.finish())
                        .as("%s bytes in portions of %d", row[0], portion)
                        .hasToString(row[1]);
            }
        }
    }

    @Test
    void stringsOfTheVectors() throws IOException {
        int checked = 0;
        for (String[] row : rows("hashes.tsv")) {
            String call = row[1];
            int open = call.startsWith("hex(") ? call.indexOf('(', 4) : call.indexOf('(');
            if (open < 0) {
                continue;
            }
            Function function = FUNCTIONS.get(call.substring(0, open));
            Optional<byte[]> argument = stringArgument(call.substring(open + 1).replaceFirst("\\)+$", ""));
            if (function == null || argument.isEmpty()) {
                continue;
            }
            byte[] input = argument.get();
            assertThat(function.apply(shifted(input), 3, input.length)).as(call).isEqualTo(row[3]);
            checked++;
        }
        assertThat(checked).isGreaterThan(300);
    }

    @Test
    void everyLength() throws IOException {
        List<String[]> rows = rows("hashes_by_length.tsv");
        String[] header = rows.getFirst();
        for (String[] row : rows.subList(1, rows.size())) {
            byte[] input = pattern(Integer.parseInt(row[0]));
            for (int i = 1; i < row.length; i++) {
                String name = header[i].replaceFirst("^toString\\(", "").replaceFirst("\\((tuple|\\(|s\\)).*$", "");
                assertThat(FUNCTIONS.get(name)).as(header[i]).isNotNull();
                if (name.equals("farmHash64") && input.length >= 512) {
                    // from here on the reference engine takes a SIMD form of its processor; see FarmHash.hash64
                    continue;
                }
                assertThat(FUNCTIONS.get(name).apply(shifted(input), 3, input.length))
                        .as("%s of %s bytes", name, row[0])
                        .isEqualTo(row[i]);
            }
        }
    }

    @Test
    void numbersAndCombinations() throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String[] row : rows("hashes.tsv")) {
            values.put(row[1], row.length > 3 ? row[3] : "");
        }
        byte[] a = {'a'};
        byte[] b = {'b'};
        byte[] one = {1};
        assertThat(values.get("intHash32(toInt8(-1))"))
                .as("intHash32(toInt8(-1))")
                .isEqualTo(Integer.toUnsignedString(IntHash.hash32(-1)));
        assertThat(values.get("intHash64(toInt8(-1))"))
                .as("intHash64(toInt8(-1))")
                .isEqualTo(Long.toUnsignedString(IntHash.hash64(-1)));
        assertThat(values.get("cityHash64(toInt8(-1))"))
                .as("cityHash64(toInt8(-1))")
                .isEqualTo(Long.toUnsignedString(IntHash.hash64(255)));
        long city = CityHash.mix(CityHash.hash64(a, 0, 1), CityHash.hash64(b, 0, 1));
        assertThat(values.get("cityHash64('a','b')")).as("cityHash64('a','b')").isEqualTo(Long.toUnsignedString(city));
        long cityTuple = CityHash.mix(CityHash.mix(IntHash.hash64(1), IntHash.hash64(2)), IntHash.hash64(3));
        assertThat(values.get("cityHash64((1,2,3))"))
                .as("cityHash64((1,2,3))")
                .isEqualTo(Long.toUnsignedString(cityTuple));
        long cityArray = IntHash.hash64(3);
        for (int i = 1; i <= 3; i++) {
            cityArray = CityHash.mix(cityArray, IntHash.hash64(i));
        }
        assertThat(values.get("cityHash64([1,2,3])"))
                .as("cityHash64([1,2,3])")
                .isEqualTo(Long.toUnsignedString(cityArray));
        assertThat(values.get("xxh3(tuple())"))
                .as("xxh3(tuple())")
                .isEqualTo(Long.toUnsignedString(CityHash.OF_NO_ARGUMENTS));
        long sip = SipHash.combine64(SipHash.hash64(a, 0, 1), SipHash.hash64(b, 0, 1));
        assertThat(values.get("sipHash64('a','b')")).as("sipHash64('a','b')").isEqualTo(Long.toUnsignedString(sip));
        Hash128 wide = new Hash128();
        Hash128 next = new Hash128();
        SipHash.hash128(one, 0, 1, wide);
        SipHash.hash128(a, 0, 1, next);
        SipHash.combine128(wide, next, false);
        assertThat(values)
                .containsEntry(
                        "hex(sipHash128(1,'a'))", HexFormat.of().withUpperCase().formatHex(wide.toBytes()));
        long farm = CityHash.mix(FarmHash.hash64(a, 0, 1), FarmHash.hash64(b, 0, 1));
        assertThat(values.get("farmHash64('a','b')")).as("farmHash64('a','b')").isEqualTo(Long.toUnsignedString(farm));
        long metro = CityHash.mix(IntHash.hash64(1), MetroHash.hash64(a, 0, 1));
        assertThat(values.get("metroHash64((1,'a'))"))
                .as("metroHash64((1,'a'))")
                .isEqualTo(Long.toUnsignedString(metro));
        long xx3 = CityHash.mix(Xxh3.hash64(one, 0, 1), Xxh3.hash64(a, 0, 1));
        assertThat(values.get("xxh3((1,'a'))")).as("xxh3((1,'a'))").isEqualTo(Long.toUnsignedString(xx3));
        long xx = CityHash.mix(XxHash.hash64(a, 0, 1, 0), XxHash.hash64(b, 0, 1, 0));
        assertThat(values.get("xxHash64('a','b')")).as("xxHash64('a','b')").isEqualTo(Long.toUnsignedString(xx));
        int xx32 = IntHash.combine32(XxHash.hash32(one, 0, 1, 0), XxHash.hash32(a, 0, 1, 0));
        assertThat(values.get("xxHash32((1,'a'))")).as("xxHash32((1,'a'))").isEqualTo(Integer.toUnsignedString(xx32));
        long murmur = IntHash.combine64(MurmurHash.hash3x64(a, 0, 1), MurmurHash.hash3x64(b, 0, 1));
        assertThat(values.get("murmurHash3_64('a','b')"))
                .as("murmurHash3_64('a','b')")
                .isEqualTo(Long.toUnsignedString(murmur));
        long murmur2 = IntHash.combine64(MurmurHash.hash2x64(one, 0, 1), MurmurHash.hash2x64(a, 0, 1));
        assertThat(values.get("murmurHash2_64((1,'a'))"))
                .as("murmurHash2_64((1,'a'))")
                .isEqualTo(Long.toUnsignedString(murmur2));
        int murmur32 = IntHash.combine32(MurmurHash.hash3x32(one, 0, 1), MurmurHash.hash3x32(a, 0, 1));
        assertThat(values.get("murmurHash3_32((1,'a'))"))
                .as("murmurHash3_32((1,'a'))")
                .isEqualTo(Integer.toUnsignedString(murmur32));
        int murmur2x32 = IntHash.combine32(MurmurHash.hash2x32(one, 0, 1), MurmurHash.hash2x32(a, 0, 1));
        assertThat(values.get("murmurHash2_32((1,'a'))"))
                .as("murmurHash2_32((1,'a'))")
                .isEqualTo(Integer.toUnsignedString(murmur2x32));
    }

    /** {@code 'text'} or {@code repeat('text',n)}; empty for every other argument. */
    private static Optional<byte[]> stringArgument(String argument) {
        if (argument.matches("'[^']*'")) {
            return Optional.of(argument.substring(1, argument.length() - 1).getBytes(StandardCharsets.UTF_8));
        }
        if (argument.matches("repeat\\('[^']*',\\d+")) {
            int comma = argument.lastIndexOf(',');
            String text = argument.substring(8, comma - 1);
            return Optional.of(
                    text.repeat(Integer.parseInt(argument.substring(comma + 1))).getBytes(StandardCharsets.UTF_8));
        }
        return Optional.empty();
    }

    /** The same bytes at offset 3 of an array that ends with them: reads outside the range would fail or change the value. */
    private static byte[] shifted(byte[] input) {
        byte[] moved = new byte[input.length + 3];
        Arrays.fill(moved, (byte) 0x5A);
        System.arraycopy(input, 0, moved, 3, input.length);
        return moved;
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 131 + 7);
        }
        return bytes;
    }

    private static List<String[]> rows(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = HashVectorsTest.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
        }
        return rows;
    }
}
