package io.millrace.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions with the type and value, or the error code, that a real engine gave for them. */
final class RecordedAnswersTest {
    /** One line of recorded.tsv. */
    record Answer(String expression, String type, String value) {}

    static Stream<Answer> answers() throws IOException {
        return lines().stream().map(line -> {
            String[] fields = line.split("\t", 3);
            return new Answer(fields[0], fields[1], fields[2]);
        });
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordedAnswersTest.class.getResourceAsStream("recorded.tsv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void agrees(Answer answer) {
        if (answer.type().equals("error")) {
            assertThatThrownBy(() -> Sql.evaluate(answer.expression()))
                    .isInstanceOfSatisfying(
                            DbException.class,
                            e -> assertThat(Integer.toString(e.code().number())).isEqualTo(answer.value()));
            return;
        }
        Sql.Value value = Sql.evaluate(answer.expression());
        assertThat(value.type().name()).isEqualTo(answer.type());
        assertThat(Sql.text(value, 0)).isEqualTo(answer.value());
        assertThat(Sql.columns("SELECT " + answer.expression(), 70, 67)).isEqualTo(answer.value());
    }
}
