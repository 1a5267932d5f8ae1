package io.millrace.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.query.QueryProgress.Counts;
import org.junit.jupiter.api.Test;

/** Tests of the JSON in the headers about progress. */
class SummaryTextTest {
    @Test
    void aSummaryHasAllFields() {
        assertThat(SummaryText.summary(new Counts(10, 80, 100, 0, 0, 1, 8, 123_456, 0)))
                .isEqualTo("{\"read_rows\":\"10\",\"read_bytes\":\"80\",\"written_rows\":\"0\",\"written_bytes\":\"0\","
                        + "\"total_rows_to_read\":\"100\",\"result_rows\":\"1\",\"result_bytes\":\"8\","
                        + "\"elapsed_ns\":\"123456\",\"memory_usage\":\"0\"}");
    }

    @Test
    void anInsertHasReadAndMadeWhatItWrote() {
        assertThat(SummaryText.summary(new Counts(0, 0, 0, 2, 18, 0, 0, 5, 7)))
                .startsWith(
                        "{\"read_rows\":\"2\",\"read_bytes\":\"18\",\"written_rows\":\"2\",\"written_bytes\":\"18\"")
                .contains("\"result_rows\":\"2\",\"result_bytes\":\"18\"");
    }

    @Test
    void progressLeavesZerosOut() {
        assertThat(SummaryText.progress(new Counts(10, 80, 0, 0, 0, 0, 0, 5, 0)))
                .isEqualTo("{\"read_rows\":\"10\",\"read_bytes\":\"80\",\"elapsed_ns\":\"5\"}");
    }
}
