package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What all rules look at: the compiled classes of the product, and the source files of every module. */
final class House {

    static final String ROOT = "io.millrace";

    /** Below this many classes a rule has looked at the wrong place. */
    private static final int ENOUGH_CLASSES = 100;

    private static final int ENOUGH_FILES = 80;

    static final List<String> MODULES = List.of("build", "core", "storage", "protocols", "app", "tests", "benchmarks");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private House() {}

    /** Every class of the product, without tests. */
    static JavaClasses classes() {
        assertThat(CLASSES.size()).as("classes looked at").isGreaterThan(ENOUGH_CLASSES);
        return CLASSES;
    }

    /** The package below the root that a class belongs to, such as {@code planner}; empty for classes of others. */
    static Optional<String> row(JavaClass type) {
        return below(type.getPackageName());
    }

    /** A class in one of these packages or below them; names are given without the root. */
    static DescribedPredicate<JavaClass> inside(String... packages) {
        return DescribedPredicate.describe(
                "inside " + String.join(", ", packages),
                type -> Stream.of(packages)
                        .map(name -> ROOT + "." + name)
                        .anyMatch(name -> type.getPackageName().equals(name)
                                || type.getPackageName().startsWith(name + ".")));
    }

    /** Every Java file under {@code src/main} or {@code src/test} of every module. */
    static List<Path> sources(String set) {
        List<Path> files = MODULES.stream()
                .map(module -> Path.of("..", module, "src", set, "java"))
                .filter(Files::isDirectory)
                .flatMap(House::javaFiles)
                .sorted()
                .toList();
        if (set.equals("main")) {
            assertThat(files).as("files looked at").hasSizeGreaterThan(ENOUGH_FILES);
        }
        return files;
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> below(String name) {
        if (!name.startsWith(ROOT + ".")) {
            return Optional.empty();
        }
        String rest = name.substring(ROOT.length() + 1);
        int dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }
}
