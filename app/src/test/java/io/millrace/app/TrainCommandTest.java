package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher throws away what Java has recorded if one of the statements fails, and nobody would notice. */
class TrainCommandTest {
    @Test
    void everyStatementWorks(@TempDir Path folder) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Streams streams =
                new Streams(InputStream.nullInputStream(), new ByteArrayOutputStream(), err, false, false, false);
        int status = Main.commandLine(streams)
                .execute("train", folder.resolve("data").toString());
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
    }
}
