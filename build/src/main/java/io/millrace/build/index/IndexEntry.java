package io.millrace.build.index;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of an index: a class and its names, the canonical one first.
 *
 * @param names the canonical name, then the aliases; never empty
 * @param className the class's binary name
 */
record IndexEntry(List<String> names, String className) {

    /** Reads what {@link #line()} wrote. */
    static IndexEntry parse(String line) {
        String[] fields = line.split("\t", -1);
        List<String> names = new ArrayList<>();
        names.add(fields[0]);
        if (!fields[1].isEmpty()) {
            names.addAll(List.of(fields[1].split(",", -1)));
        }
        return new IndexEntry(names, fields[2]);
    }

    /** Canonical name, aliases separated by commas, and class name, separated by tabs. */
    String line() {
        return names.getFirst() + "\t" + String.join(",", names.subList(1, names.size())) + "\t" + className;
    }
}
