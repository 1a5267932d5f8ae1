package io.millrace.clients;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Shell commands with programs of this machine. Stateless. */
final class Commands {
    private static final long PATIENCE_SECONDS = 60;

    private Commands() {}

    static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What a command prints; bash, because the manual's echo knows {@code -ne}. */
    static String run(String command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("millrace-command-", ".txt");
        try {
            Process process = new ProcessBuilder("bash", "-c", command)
                    .redirectInput(new File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return "no end within " + PATIENCE_SECONDS + " s";
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }
}
