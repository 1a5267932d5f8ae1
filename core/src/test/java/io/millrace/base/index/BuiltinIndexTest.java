package io.millrace.base.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.build.index.BuiltinProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles small modules with the real processor and reads their index back. */
final class BuiltinIndexTest {

    private static final String SEAM = "package toy; @io.millrace.base.index.Seam public interface Shape {}";
    private static final String SQUARE = """
            package toy;
            /** A square. */
            @io.millrace.base.index.Builtin({"square", "Quadrat", "kare"})
            final class Square implements Shape { Square() {} }
            """;
    private static final String CIRCLE = """
            package toy;
            /** Between a circle and its seam. */
            abstract class Round implements Shape {}
            /** A circle. */
            @io.millrace.base.index.Builtin("CIRCLE") final class Circle extends Round {}
            """;

    @TempDir
    Path folder;

    @Test
    void findsMembersByTheirExactNames() throws Exception {
        compile("a", SEAM, SQUARE, CIRCLE);
        BuiltinIndex<?> index = load("a");
        assertThat(index.names()).containsExactly("CIRCLE", "square");
        assertThat(index.find("kare").orElseThrow().getClass().getName()).isEqualTo("toy.Square");
        assertThat(index.find("circle")).isEmpty();
        assertThat(index.canonicalName("Quadrat")).contains("square");
        assertThat(index.aliases("square")).containsExactly("Quadrat", "kare");
        assertThat(index.aliases("oval")).isEmpty();
        assertThat(index.all()).hasSize(2);
    }

    @Test
    void ignoresCaseInAnyLocale() throws Exception {
        compile("a", SEAM, CIRCLE);
        BuiltinIndex<?> index = load("a");
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertThat(index.findIgnoringCase("circle")).isEqualTo(index.find("CIRCLE"));
            assertThat(index.findIgnoringCase("oval")).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void makesEachMemberOnce() throws Exception {
        compile("a", SEAM, SQUARE);
        BuiltinIndex<?> index = load("a");
        List<Object> made = new ArrayList<>();
        List<Thread> threads = Stream.generate(() -> Thread.ofPlatform().start(() -> {
                    Object square = index.find("square").orElseThrow();
                    synchronized (made) {
                        made.add(square);
                    }
                }))
                .limit(4)
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(made).hasSize(4).containsOnly(index.find("Quadrat").orElseThrow());
    }

    @Test
    void joinsTheListsOfSeveralJars() throws Exception {
        compile("a", SEAM, SQUARE);
        compile("b", CIRCLE);
        assertThat(load("a", "b").names()).containsExactly("CIRCLE", "square");
    }

    @Test
    void refusesOneNameInTwoJars() throws Exception {
        compile("a", SEAM, SQUARE);
        compile("b", CIRCLE.replace("CIRCLE", "kare"));
        assertThatThrownBy(() -> load("a", "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("toy.Square")
                .hasMessageContaining("toy.Circle")
                .hasMessageContaining("'kare'");
    }

    @Test
    void keepsLinesOfClassesThatAreNotCompiledAgain() throws Exception {
        compile("a", SEAM, SQUARE, CIRCLE);
        compile("a", CIRCLE.replace("CIRCLE", "ball"));
        assertThat(load("a").names()).containsExactly("ball", "square");
    }

    @Test
    void dropsLinesOfClassesThatAreGone() throws Exception {
        compile("a", SEAM, SQUARE);
        Files.delete(folder.resolve("a/toy/Square.class"));
        compile("a", "package toy; class Other {}");
        assertThat(load("a").names()).isEmpty();
    }

    @Test
    void refusesClassesThatBreakTheRules() throws Exception {
        assertThat(errors(SEAM, SQUARE.replace("final", ""))).contains("toy.Square must be final");
        assertThat(errors(SEAM, SQUARE.replace("Square()", "Square(int side)"))).contains("needs a constructor");
        assertThat(errors(SEAM, SQUARE.replace("Square()", "private Square()"))).contains("needs a constructor");
        assertThat(errors(SEAM, SQUARE.replace("/** A square. */", ""))).contains("needs a Javadoc comment");
        assertThat(errors(SQUARE.replace("implements Shape", ""))).contains("must implement an interface");
        assertThat(errors(SEAM, SQUARE.replace("kare", "ka,re"))).contains("has an empty name, or one with a comma");
        assertThat(errors(SEAM, SQUARE.replace("kare", "square"))).contains("repeats one of its names");
    }

    @Test
    void refusesOneNameForTwoClasses() throws Exception {
        assertThat(errors(SEAM, SQUARE, CIRCLE.replace("CIRCLE", "kare")))
                .contains("'kare' names both toy.Circle and toy.Square in seam toy.Shape");
    }

    @Test
    void refusesWhatIsNoSeam() {
        assertThatThrownBy(() -> BuiltinIndex.of(Runnable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Runnable");
    }

    private BuiltinIndex<?> load(String... modules) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String module : modules) {
            urls.add(folder.resolve(module).toUri().toURL());
        }
        // Left open: the index loads classes after this method returns.
        URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
        return BuiltinIndex.of(loader.loadClass("toy.Shape"));
    }

    private void compile(String module, String... sources) throws IOException {
        assertThat(run(module, sources)).isEmpty();
    }

    private String errors(String... sources) throws IOException {
        return run("broken", sources);
    }

    /** Compiles into a folder of its own, seeing all earlier ones, and returns what the compiler said. */
    private String run(String module, String... sources) throws IOException {
        Path output = Files.createDirectories(folder.resolve(module));
        Path annotations = Path.of(URI.create(
                Seam.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        String classPath = folder.resolve("a") + File.pathSeparator + output + File.pathSeparator + annotations;
        StringWriter said = new StringWriter();
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        said,
                        null,
                        null,
                        List.of("-d", output.toString(), "-cp", classPath, "-proc:full"),
                        null,
                        Stream.of(sources).map(BuiltinIndexTest::source).toList());
        task.setLocale(Locale.ROOT);
        task.setProcessors(List.of(new BuiltinProcessor()));
        task.call();
        return said.toString();
    }

    private static JavaFileObject source(String text) {
        String name = text.replaceFirst("(?s).*(class|interface) (\\w+).*", "$2");
        return new SimpleJavaFileObject(URI.create("string:///toy/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
