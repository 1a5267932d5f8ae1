package io.millrace.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A package uses only packages in rows below its own, and no two packages use each other. */
final class RowsTest {

    /** From the ground up. Packages of one row do not know each other. */
    private static final Map<String, Integer> ROWS = Map.ofEntries(
            Map.entry("base", 0),
            Map.entry("sql", 1),
            Map.entry("data", 1),
            Map.entry("compression", 1),
            Map.entry("formats", 2),
            Map.entry("expressions", 2),
            Map.entry("net", 2),
            Map.entry("functions", 3),
            Map.entry("pipeline", 3),
            Map.entry("catalog", 4),
            Map.entry("planner", 5),
            Map.entry("mergetree", 5),
            Map.entry("tables", 5),
            Map.entry("engine", 6),
            Map.entry("http", 7),
            Map.entry("postgres", 7),
            Map.entry("system", 7),
            Map.entry("app", 8));

    @Test
    void everyPackageHasARow() {
        TreeSet<String> homeless = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            if (House.row(type).filter(ROWS::containsKey).isEmpty()) {
                homeless.add(type.getPackageName());
            }
        }
        assertThat(homeless).as("packages outside the rows").isEmpty();
    }

    @Test
    void packagesUseOnlyRowsBelow() {
        TreeMap<String, String> broken = new TreeMap<>();
        int looked = 0;
        for (JavaClass type : House.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                looked++;
                if (!isAllowed(dependency)) {
                    broken.putIfAbsent(
                            dependency.getOriginClass().getName() + " -> "
                                    + dependency.getTargetClass().getName(),
                            dependency.getDescription());
                }
            }
        }
        assertThat(looked).as("dependencies looked at").isGreaterThan(1000);
        assertThat(broken.values()).as("arrows that do not point down").isEmpty();
    }

    private static boolean isAllowed(Dependency dependency) {
        Optional<String> target = House.row(dependency.getTargetClass().getBaseComponentType());
        Optional<String> origin = House.row(dependency.getOriginClass());
        if (target.isEmpty() || target.equals(origin)) {
            return true;
        }
        return ROWS.getOrDefault(target.get(), Integer.MAX_VALUE)
                < ROWS.getOrDefault(origin.orElse(""), Integer.MIN_VALUE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(House.ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("what uses each other belongs together")
                .check(House.classes());
    }
}
