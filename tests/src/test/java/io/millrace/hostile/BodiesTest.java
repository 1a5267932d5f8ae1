package io.millrace.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.compression.content.ContentCoding;
import io.millrace.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that grow, that lie about their length, or are nested too deep: an error at once, and the server goes on. */
final class BodiesTest {
    private static final long SEED = 141_421L;
    private static final int BOMB_MEGABYTES = 256;

    private static TestServer server;
    private static Asking asking;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        asking = Asking.of(server.uri());
    }

    @AfterAll
    static void stop() {
        asking.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(ContentCoding.class)
    void bombsAreStopped(ContentCoding coding) throws IOException, InterruptedException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = coding.encode(bomb, 3)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < BOMB_MEGABYTES; i++) {
                out.write(zeros);
            }
        }
        HttpResponse<String> answer = asking.post(
                "/?query=" + Asking.encoded("INSERT INTO FUNCTION null('a String') FORMAT RawBLOB"),
                BodyPublishers.ofByteArray(bomb.toByteArray()),
                "Content-Encoding",
                coding.httpName());
        // These cannot grow a thousand times, or just so; their bombs are as long as the data is worth.
        boolean bounded = coding == ContentCoding.LZ4
                || coding == ContentCoding.GZIP
                || coding == ContentCoding.DEFLATE
                || coding == ContentCoding.SNAPPY;
        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(bounded ? 200 : 400);
        assertThat(asking.isWell()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 100", "100, 2147483647", "-1, 100", "1073741833, 1073741824", "9, 1000000000", "0, 0"})
    void aFrameThatLiesAboutItsLengthIsRefused(int coded, int raw) throws IOException, InterruptedException {
        ByteBuffer frame = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        frame.position(16);
        frame.put((byte) 0x82).putInt(coded).putInt(raw);
        HttpResponse<String> answer = asking.post(
                "/?decompress=1&http_native_compression_disable_checksumming_on_decompress=1",
                BodyPublishers.ofByteArray(frame.array()));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 599);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).isPresent();
        assertThat(asking.isWell()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Native", "RowBinary", "RowBinaryWithNamesAndTypes"})
    void lyingLengthsInFormatsAreRefused(String format) throws IOException, InterruptedException {
        asking.post("/", "CREATE TABLE IF NOT EXISTS lies (s String, a Array(UInt64)) ENGINE = Memory");
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            byte[] body = new byte[1 + random.nextInt(40)];
            random.nextBytes(body);
            // Small counts of columns and rows, then a length of up to nine bytes.
            body[0] = (byte) (1 + random.nextInt(2));
            HttpResponse<String> answer = asking.post(
                    "/?query=" + Asking.encoded("INSERT INTO lies FORMAT " + format), BodyPublishers.ofByteArray(body));
            assertThat(answer.statusCode()).as("seed %d round %d", SEED, round).isIn(200, 400, 404, 500);
            assertThat(answer.body()).as("seed %d round %d", SEED, round).doesNotContain("LOGICAL_ERROR");
        }
        assertThat(asking.isWell()).isTrue();
    }

    @Test
    void nestingAndSizeAreBounded() throws IOException, InterruptedException {
        String[] statements = {
            "SELECT " + "(".repeat(10_000) + "1" + ")".repeat(10_000),
            "SELECT " + "[".repeat(5_000) + "]".repeat(5_000),
            "SELECT " + "-".repeat(3) + "(".repeat(900) + "1" + ")".repeat(900),
            "SELECT '" + "x".repeat(10 << 20) + "'",
            "SELECT 1 IN (" + "1,".repeat(100_000) + "1)",
            "SELECT " + "f(".repeat(100_000),
            "CREATE TABLE wide (" + "a UInt8, ".repeat(100_000) + "b UInt8) ENGINE = Memory",
        };
        for (String statement : statements) {
            HttpResponse<String> answer = asking.post("/", statement);
            assertThat(answer.body()).doesNotContain("LOGICAL_ERROR");
            assertThat(asking.isWell()).isTrue();
        }
        asking.post("/", "CREATE TABLE IF NOT EXISTS deep (s String) ENGINE = Memory");
        HttpResponse<String> json = asking.post(
                "/?input_format_skip_unknown_fields=1&query=" + Asking.encoded("INSERT INTO deep FORMAT JSONEachRow"),
                "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertThat(json.body()).doesNotContain("LOGICAL_ERROR");
        assertThat(asking.isWell()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|a)*$", "(a|aa)+$", "(.*a){20}", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y"})
    void patternsTakeLinearTime(String pattern) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = asking.post(
                "/?param_p=" + Asking.encoded(pattern), "SELECT match(repeat('a', 1000000) || '!', {p:String})");
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }

    @Test
    void formsAreBounded() throws IOException, InterruptedException {
        String part = "--x\r\nContent-Disposition: form-data; name=\"f%d\"\r\n\r\n\r\n";
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            many.append(part.formatted(i));
        }
        HttpResponse<String> answer = asking.post(
                "/",
                BodyPublishers.ofByteArray((many + "--x--\r\n").getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(statusOfLargeField()).isBetween(400, 599);
        assertThat(asking.isWell()).isTrue();
    }

    private static int statusOfLargeField() throws InterruptedException {
        try {
            return asking.post(
                            "/",
                            BodyPublishers.concat(
                                    BodyPublishers.ofString(
                                            "--x\r\nContent-Disposition: form-data; name=query\r\n\r\n"),
                                    BodyPublishers.ofByteArray(new byte[70 << 20])),
                            "Content-Type",
                            "multipart/form-data; boundary=x")
                    .statusCode();
        } catch (IOException closedWhileSending) {
            return 400;
        }
    }
}
