package io.millrace.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.ByteSink;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of single values: recorded ones, and random ones against the JDK. */
class ValueTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1, -1",
        "0.1, 0.1",
        "1.5, 1.5",
        "1e20, 100000000000000000000",
        "1e21, 1e21",
        "123456789012345680000, 123456789012345680000",
        "1234567890123456800000, 1.2345678901234568e21",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "123456.789, 123456.789",
        "1e16, 10000000000000000",
        "12345678901234567, 12345678901234568",
        "0.30000000000000004, 0.30000000000000004",
        "1e300, 1e300",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "5e-324, 5e-324",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "4503599627370496.5, 4503599627370496",
        "-0.0, -0",
        "123e-20, 1.23e-18",
        "0.00001234, 0.00001234",
        "9007199254740993, 9007199254740992",
        "2e-3, 0.002"
    })
    void recordedDoubles(String literal, String text) {
        assertThat(text(Double.parseDouble(literal))).isEqualTo(text);
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(FloatText.parseDouble(bytes, 0, bytes.length)).isEqualTo(Double.parseDouble(literal));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "16777217, 16777216",
        "1e10, 10000000000",
        "1e20, 100000000000000000000",
        "1e21, 1e21",
        "3.4028235e38, 3.4028235e38",
        "1e-45, 1e-45",
        "1.17549435e-38, 1.1754944e-38",
        "0.33333334, 0.33333334",
        "123456789, 123456790",
        "1e-7, 1e-7"
    })
    void recordedFloats(String literal, String text) {
        ByteSink out = new ByteSink();
        new FloatText().write(Float.parseFloat(literal), out);
        assertThat(out.toString()).isEqualTo(text);
    }

    @Test
    void randomFloatsReadBackAndAreShort() {
        Random random = seeded();
        for (int i = 0; i < 200_000; i++) {
            double value = switch (i % 3) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextInt() / 1000.0;
                default -> Math.scalb(1.0, random.nextInt(2000) - 1020);
            };
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                continue;
            }
            String text = text(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertThat(FloatText.parseDouble(bytes, 0, bytes.length)).isEqualTo(value);
            int digits = new BigDecimal(text).stripTrailingZeros().precision();
            assertThat(digits)
                    .isLessThanOrEqualTo(new BigDecimal(Double.toString(value))
                            .stripTrailingZeros()
                            .precision());
            float single = (float) value;
            if (!Float.isInfinite(single)) {
                ByteSink out = new ByteSink();
                new FloatText().write(single, out);
                assertThat(Float.parseFloat(out.toString())).isEqualTo(single);
                assertThat(FloatText.parseFloat(out.array(), 0, out.size())).isEqualTo(single);
            }
        }
    }

    @Test
    void randomIntegers() {
        Random random = seeded();
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            ByteSink out = new ByteSink();
            IntegerText.write(value, out);
            assertThat(out.toString()).isEqualTo(Long.toString(value));
            assertThat(IntegerText.parse(out.array(), 0, out.size(), true)).isEqualTo(value);
            out.clear();
            IntegerText.writeUnsigned(value, out);
            assertThat(out.toString()).isEqualTo(Long.toUnsignedString(value));
            assertThat(IntegerText.parse(out.array(), 0, out.size(), false)).isEqualTo(value);
        }
    }

    @Test
    void datesAgreeWithTheJdk() {
        for (int day = DateText.DATE32_MIN; day <= DateText.DATE32_MAX; day += 7) {
            ByteSink out = new ByteSink();
            DateText.write(day, out);
            assertThat(out.toString()).isEqualTo(LocalDate.ofEpochDay(day).toString());
            assertThat(DateText.parseDate32(out.array(), 0, out.size())).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "America/New_York",
                "Europe/London",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Africa/Casablanca"
            })
    void zonesAgreeWithTheJdk(String name) {
        Random random = seeded();
        TimeZone zone = TimeZone.of(name);
        ZoneId jdk = ZoneId.of(name);
        for (int i = 0; i < 50_000; i++) {
            long moment = random.nextLong(-2_200_000_000L, 10_300_000_000L);
            int offset = jdk.getRules().getOffset(Instant.ofEpochSecond(moment)).getTotalSeconds();
            assertThat(zone.offsetAt(moment)).as("%d", moment).isEqualTo(offset);
            long back = zone.toUnix(moment + offset);
            assertThat(back + zone.offsetAt(back)).isEqualTo(moment + offset);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-10 02:30:00, America/New_York, 1710052200",
        "2024-11-03 01:30:00, America/New_York, 1730611800",
        "2018-10-23T10:12:12Z, UTC, 1540289532",
        "23/10/2018 12:12:57, UTC, 1540296777",
        "'Sat, 18 Aug 2018 07:22:16 GMT', UTC, 1534576936",
        "20240203, UTC, 1706918400",
        "20240203040506, UTC, 1706933106",
        "1706933106, UTC, 1706933106",
        "1706933106123, UTC, 1706933106",
        "2024-01-01 12:00 AM, UTC, 1704067200",
        "Jan 1 2024 1:2:3, UTC, 1704070923",
        "2024-02-03T04:05:06+03:00, UTC, 1706922306",
        "Feb 3 2024 4:05PM, UTC, 1706976300",
        "2024-01-01 10:00:00 MSK, UTC, 1704092400",
        "2024-02-01 25:00:00, UTC, 1706835600",
        "2200-01-01 00:00:00, UTC, 4294967295",
        "1960-01-01 00:00:00, UTC, 0",
        "01.02.2024, UTC, 1706745600",
        "2024/02/03, UTC, 1706918400",
        "2024-01-01-05, UTC, 1704085200"
    })
    void recordedDateTimes(String text, String zone, long seconds) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(new DateTimeText(TimeZone.of(zone)).parse(bytes, 0, bytes.length, true))
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:0:2:3:0:0:4, 1::2:3:0:0:4",
        "::ffff:1.2.3.4, ::ffff:1.2.3.4",
        "::1.2.3.4, ::1.2.3.4",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "0:1:0:2:0:3:0:4, 0:1:0:2:0:3:0:4",
        "64:ff9b::1.2.3.4, 64:ff9b::102:304",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7"
    })
    void recordedIpv6(String text, String shown) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] address = new byte[16];
        IpText.parseV6(bytes, 0, bytes.length, address, 0);
        ByteSink out = new ByteSink();
        IpText.writeV6(address, 0, out);
        assertThat(out.toString()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "-1.239, -123",
        "1e3, 100000",
        ".5, 50",
        "5., 500",
        "1.5e-1, 15",
        "-, 0",
        "1234567.89, 123456789",
        "0000001, 100"
    })
    void recordedDecimals(String text, long unscaled) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(DecimalText.parse(bytes, 0, bytes.length, 9, 2)).isEqualTo(unscaled);
    }

    private static String text(double value) {
        ByteSink out = new ByteSink();
        new FloatText().write(value, out);
        return out.toString();
    }

    private static Random seeded() {
        long seed = Long.getLong("seed", 20_261_121L);
        System.err.println("seed " + seed);
        return new Random(seed);
    }
}
