package io.millrace.net.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.net.http.MultipartBody.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms in pieces of any size. */
final class MultipartBodyTest {
    private static final long SEED = 161_803L;
    private static final String TYPE = "multipart/form-data; boundary=\"x-Y\"; charset=utf-8";

    /** Gives at most some bytes at a time. */
    private static InputStream slow(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, most));
            }
        };
    }

    private static List<String> read(byte[] body, int most) throws IOException {
        MultipartBody form = MultipartBody.of(slow(body, most), TYPE);
        List<String> parts = new ArrayList<>();
        for (Optional<Part> part = form.next(); part.isPresent(); part = form.next()) {
            String content = new String(part.get().content().readAllBytes(), StandardCharsets.ISO_8859_1);
            parts.add(part.get().name() + (part.get().isFile() ? " file " : " field ") + content);
        }
        return parts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100_000})
    void partsAreFoundHoweverTheyArrive(int most) throws IOException {
        String body =
                "preamble\r\n--x-Y\r\nContent-Disposition: form-data; name=\"a b\"\r\n\r\n\r\n--x-\r\n\r\n--x-Y  \r\n"
                        + "content-disposition: form-data; filename=\"\"; name=\"q\\\"\"\r\nContent-Type: text/plain\r\n\r\n"
                        + "\r\r\n-\r\n--x-Y\r\nContent-Disposition: form-data; name=empty\r\n\r\n\r\n--x-Y--\r\nepilogue";
        assertThat(read(body.getBytes(StandardCharsets.ISO_8859_1), most))
                .containsExactly("a b field \r\n--x-\r\n", "q\" file \r\r\n-", "empty field ");
    }

    @Test
    void aPartThatIsNotReadIsSkipped() throws IOException {
        String body = "--x-Y\r\nContent-Disposition: form-data; name=a\r\n\r\n" + "1".repeat(100_000)
                + "\r\n--x-Y\r\nContent-Disposition: form-data; name=b\r\n\r\n2\r\n--x-Y--";
        MultipartBody form = MultipartBody.of(slow(body.getBytes(StandardCharsets.ISO_8859_1), 1000), TYPE);
        assertThat(form.next().orElseThrow().name()).isEqualTo("a");
        assertThat(form.next().orElseThrow().content().readAllBytes()).containsExactly('2');
        assertThat(form.next()).isEmpty();
        assertThat(form.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x-Y",
                "--x-Y\r\n",
                "--x-Y\r\nContent-Disposition: form-data; name=a\r\n",
                "--x-Y\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
                "--x-Y\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x-Y",
                "--x-Y\r\nno colon\r\n\r\n1\r\n--x-Y--",
                "--x-Yz\r\n\r\n1\r\n--x-Y--",
            })
    void aBrokenFormIsAnError(String body) {
        assertThatThrownBy(() -> read(body.getBytes(StandardCharsets.ISO_8859_1), 5))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void aBoundaryIsNeeded() {
        assertThatThrownBy(() -> MultipartBody.of(slow(new byte[0], 1), "multipart/form-data"))
                .isInstanceOf(HttpException.class);
    }

    @Test
    void randomContentComesThrough() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                content.append("\r\n-xY \0".charAt(random.nextInt(7)));
            }
            String text = content.toString();
            if (("\r\n" + text).contains("\r\n--x-Y")) {
                continue;
            }
            String body = "--x-Y\r\nContent-Disposition: form-data; name=a\r\n\r\n" + text + "\r\n--x-Y--\r\n";
            assertThat(read(body.getBytes(StandardCharsets.ISO_8859_1), 1 + random.nextInt(9)))
                    .as("seed %d round %d", SEED, round)
                    .containsExactly("a field " + text);
        }
    }
}
