package io.millrace.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static io.millrace.rules.House.inside;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody may use, or only a few named packages. */
final class FencesTest {

    /** Ways to files that go around the one I/O interface, which tests fail on purpose. */
    private static final Set<String> FILE_ACCESS = Set.of(
            "java.nio.file.Files",
            "java.nio.channels.FileChannel",
            "java.nio.channels.AsynchronousFileChannel",
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile");

    private static final DescribedPredicate<JavaClass> FILES =
            DescribedPredicate.describe("direct file access", type -> FILE_ACCESS.contains(type.getName()));

    @Test
    void nobodyUsesUnsafe() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("sun..").or(resideInAPackage("jdk.internal..")))
                .because("it ends with a coming JDK; a var handle or a memory segment does the same")
                .check(House.classes());
    }

    @Test
    void regularExpressionsAreOurs() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.regex.."))
                .because("the JDK's may take exponential time on a user's pattern")
                .check(House.classes());
    }

    @Test
    void nobodyHidesStateInThreads() {
        noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ThreadLocal.class))
                .because("work moves between threads; pass a parameter, or a scoped value for the log")
                .check(House.classes());
    }

    @Test
    void onlyTheProgramTalksToTheTerminal() {
        noClasses()
                .that(not(inside("app")))
                .should(ACCESS_STANDARD_STREAMS)
                .because("everything else runs in servers and tests too")
                .check(House.classes());
    }

    @Test
    void onlyTheProgramEndsTheProcess() {
        noClasses()
                .that(not(inside("app")))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("the process belongs to the program")
                .check(House.classes());
    }

    @Test
    void filesAreReachedThroughOneInterface() {
        noClasses()
                // History and query files belong to the user of the command line.
                .that(not(inside("base.io", "app")))
                .should()
                .dependOnClassesThat(FILES)
                .orShould()
                .callMethod(Path.class, "toRealPath", LinkOption[].class)
                .orShould()
                .callMethod(Path.class, "toFile")
                .because("io.millrace.base.io can lose, damage and count what is written, so that tests can")
                .check(House.classes());
    }

    @Test
    void vectorsStayInTheirPackages() {
        noClasses()
                .that(not(resideInAPackage("..simd..")))
                .should()
                .dependOnClassesThat(resideInAPackage("jdk.incubator.."))
                .because("an incubating module needs a scalar twin beside it")
                .check(House.classes());
    }

    @Test
    void namesSayWhatThingsAre() {
        List<String> endings = List.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Common", "Misc");
        TreeSet<String> vague = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            if (endings.stream().anyMatch(type.getSimpleName()::endsWith)) {
                vague.add(type.getName());
            }
            if (Stream.of(type.getPackageName().split("\\."))
                    .anyMatch(name -> endings.stream().anyMatch(name::equalsIgnoreCase))) {
                vague.add(type.getPackageName());
            }
        }
        assertThat(vague).as("names that do not say what a thing is").isEmpty();
    }
}
