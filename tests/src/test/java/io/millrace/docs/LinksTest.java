package io.millrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Relative links of the pages lead to files and headings that exist, every page is linked, and the README's folder map is the tree. */
final class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FOLDER = Pattern.compile("^\\| `([a-z]+)/` \\|");
    private static final Pattern NOT_IN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");

    @Test
    void linksResolve() throws IOException {
        TreeSet<String> broken = new TreeSet<>();
        TreeSet<Path> linked = new TreeSet<>();
        for (Page page : Page.all()) {
            Path file = Page.ROOT.resolve(page.name());
            for (String link : links(page)) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? file
                        : file.resolveSibling(parts[0]).normalize();
                linked.add(target);
                if (!Files.exists(target)
                        || parts.length == 2 && !headings(target).contains(parts[1])) {
                    broken.add(page.name() + " -> " + link);
                }
            }
        }
        assertThat(linked).as("links looked at").hasSizeGreaterThan(10);
        assertThat(broken).as("links that lead nowhere").isEmpty();
        assertThat(Page.all().stream().map(Page::name).filter(name -> name.startsWith("docs/")))
                .as("pages of docs/ that something links to")
                .allMatch(name -> linked.contains(Page.ROOT.resolve(name)));
    }

    private static List<String> links(Page page) {
        return LINK.matcher(String.join("\n", page.lines()))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** The anchors of a page's headings, as web sites that show Markdown make them. */
    private static List<String> headings(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ +", "").toLowerCase(Locale.ROOT))
                .map(text -> NOT_IN_ANCHOR.matcher(text).replaceAll("").replace(' ', '-'))
                .toList();
    }

    @Test
    void folderMapIsTheTree() throws IOException {
        TreeSet<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(Page.ROOT.resolve("README.md"))) {
            Matcher row = FOLDER.matcher(line);
            if (row.find()) {
                listed.add(row.group(1));
            }
        }
        try (Stream<Path> entries = Files.list(Page.ROOT)) {
            List<String> folders = entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !MADE.contains(name))
                    .toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(folders);
        }
    }

    /** What building and starting leave behind. */
    private static final List<String> MADE = List.of("data", "target");
}
