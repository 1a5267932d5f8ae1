package io.millrace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tests of the frame around an error in the middle of a body. */
class ExceptionFrameTest {
    private final ExceptionFrame frame = new ExceptionFrame("abcdefghijklmnop");

    private String around(String text) {
        return new String(frame.around(text), StandardCharsets.UTF_8);
    }

    @Test
    void theLengthCountsTheLineFeed() {
        assertThat(around("Big bäm"))
                .isEqualTo("\r\n__exception__\r\nabcdefghijklmnop\r\nBig bäm\n9 abcdefghijklmnop\r\n__exception__\r\n");
    }

    @Test
    void aLongTextIsCutSoThatClientsFindTheFrame() {
        String cut = around("x".repeat(100_000));
        assertThat(cut.length()).isLessThanOrEqualTo(16_384).isGreaterThan(16_300);
        assertThat(cut).endsWith("x\n16307 abcdefghijklmnop\r\n__exception__\r\n");
    }

    @Test
    void tagsAreSixteenLetters() {
        assertThat(ExceptionFrame.random().tag()).matches("[a-z]{16}");
        assertThat(ExceptionFrame.random()).isNotEqualTo(ExceptionFrame.random());
    }
}
