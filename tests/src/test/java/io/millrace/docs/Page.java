package io.millrace.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One Markdown page and its examples. An example is a fence {@code sql} or {@code sh}; a fence {@code text} right behind it is its exact answer, in which
 * {@code ...} stands for the rest of a line. Without one it answers nothing. {@code no-test} behind the language keeps an example from being run. Immutable.
 */
record Page(String name, List<String> lines, List<Example> examples) {
    /** Where the project begins, seen from the module that tests run in. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String FENCE = "```";

    /** What an example is written in. */
    enum Language {
        SQL,
        SH
    }

    /**
     * @param line of its fence, from 1
     * @param tested false for those that are only shown
     */
    record Example(int line, Language language, boolean tested, String text, String answer) {}

    /** The README, the other pages of the root, and everything below {@code docs}. */
    static List<Page> all() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> root = Files.list(ROOT)) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new Page(ROOT.relativize(file).toString().replace('\\', '/'), lines, examples(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static List<Example> examples(List<String> lines) {
        List<Example> found = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String opening = lines.get(at);
            if (!opening.startsWith(FENCE)) {
                continue;
            }
            int line = at + 1;
            int end = closing(lines, line);
            String text = String.join("\n", lines.subList(line, end));
            at = end;
            switch (opening.substring(FENCE.length())) {
                case "sql", "sh" -> {
                    int answer = end + 1;
                    while (answer < lines.size() && lines.get(answer).isEmpty()) {
                        answer++;
                    }
                    boolean answered =
                            answer < lines.size() && lines.get(answer).equals(FENCE + "text");
                    int answerEnd = answered ? closing(lines, answer + 1) : 0;
                    String wanted = answered ? String.join("\n", lines.subList(answer + 1, answerEnd)) : "";
                    found.add(new Example(line, language(opening), true, text, wanted));
                }
                case "sql no-test", "sh no-test" -> found.add(new Example(line, language(opening), false, text, ""));
                default -> {}
            }
        }
        return List.copyOf(found);
    }

    private static Language language(String opening) {
        return opening.startsWith(FENCE + "sql") ? Language.SQL : Language.SH;
    }

    private static int closing(List<String> lines, int from) {
        int end = from;
        while (!lines.get(end).equals(FENCE)) {
            end++;
        }
        return end;
    }
}
