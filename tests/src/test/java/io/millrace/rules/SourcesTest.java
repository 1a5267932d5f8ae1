package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How source files look: their length, and the description of each package. */
final class SourcesTest {

    private static final int LONGEST = 400;
    private static final int LONGEST_TEST = 600;

    /** Files that may be longer, with the reason; the list shall shrink. */
    private static final Map<String, String> LONGER =
            Map.ofEntries(Map.entry("PartWriter.java", "the steps of writing a part, in their order"));

    @Test
    void filesAreShort() throws IOException {
        TreeMap<String, Integer> tooLong = new TreeMap<>();
        for (Path file : House.sources("main")) {
            collectLonger(file, LONGEST, tooLong);
        }
        for (Path file : House.sources("test")) {
            collectLonger(file, LONGEST_TEST, tooLong);
        }
        assertThat(tooLong.keySet())
                .as("files with more than %s lines (tests %s) and not excepted: %s", LONGEST, LONGEST_TEST, tooLong)
                .isSubsetOf(LONGER.keySet());
        assertThat(LONGER.keySet()).as("exceptions that are no longer needed").isSubsetOf(tooLong.keySet());
    }

    private static void collectLonger(Path file, int limit, Map<String, Integer> tooLong) throws IOException {
        int lines = Files.readAllLines(file).size();
        if (lines > limit) {
            tooLong.put(file.getFileName().toString(), lines);
        }
    }

    @Test
    void packagesAreDescribedAndNullMarked() throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        for (Path file : House.sources("main")) {
            folders.add(file.getParent());
        }
        TreeSet<Path> broken = new TreeSet<>();
        for (Path folder : folders) {
            Path description = folder.resolve("package-info.java");
            if (!Files.exists(description)) {
                broken.add(folder);
                continue;
            }
            String text = Files.readString(description);
            if (!text.contains("NullMarked") || !text.contains("/**")) {
                broken.add(folder);
            }
        }
        assertThat(folders).as("packages looked at").hasSizeGreaterThan(10);
        assertThat(broken)
                .as("packages whose package-info.java is missing, undocumented or not @NullMarked")
                .isEmpty();
    }
}
