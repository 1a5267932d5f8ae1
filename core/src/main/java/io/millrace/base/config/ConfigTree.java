package io.millrace.base.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a configuration with what stands in it; immutable. Paths are names joined by slashes, relative to the element, such as
 * {@code users/default/password}.
 *
 * @param name of the element
 * @param attributes as written, without those that say how files are merged
 * @param text what stands directly in the element, without white space around it; substitutions are done
 * @param children in their order
 */
public record ConfigTree(String name, Map<String, String> attributes, String text, List<ConfigTree> children) {
    public ConfigTree {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** A configuration that says nothing. */
    public static ConfigTree empty() {
        return new ConfigTree("clickhouse", Map.of(), "", List.of());
    }

    /** All elements at a path, in their order. */
    public List<ConfigTree> all(String path) {
        List<ConfigTree> found = List.of(this);
        for (String step : path.split("/", -1)) {
            List<ConfigTree> next = new ArrayList<>();
            for (ConfigTree element : found) {
                for (ConfigTree child : element.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The first element at a path. */
    public Optional<ConfigTree> at(String path) {
        return all(path).stream().findFirst();
    }

    /** The text of the first element at a path. */
    public Optional<String> text(String path) {
        return at(path).map(ConfigTree::text);
    }
}
