package io.millrace.base.config;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param origin file and line where it was last said, for messages; empty when it is in no file
 */
public record ConfigTree(
        String name, Map<String, String> attributes, String text, List<ConfigTree> children, String origin) {
    public ConfigTree {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** An element that comes from no file. */
    public ConfigTree(String name, Map<String, String> attributes, String text, List<ConfigTree> children) {
        this(name, attributes, text, children, "");
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

    /**
     * A whole number at a path; an empty element is as good as none.
     *
     * @throws DbException INVALID_CONFIG_PARAMETER
     */
    public Optional<Long> number(String path) {
        return at(path).filter(e -> !e.text.isEmpty()).map(e -> {
            try {
                return Long.parseLong(e.text);
            } catch (NumberFormatException notOne) {
                throw e.wrong("'" + e.text + "' is not a whole number");
            }
        });
    }

    /**
     * Whether an element at a path says yes; an empty element does, as in ClickHouse.
     *
     * @throws DbException INVALID_CONFIG_PARAMETER
     */
    public Optional<Boolean> flag(String path) {
        return at(path).map(e -> switch (e.text.toLowerCase(Locale.ROOT)) {
            case "", "1", "true", "yes", "on" -> true;
            case "0", "false", "no", "off" -> false;
            default -> throw e.wrong("'" + e.text + "' is neither true nor false");
        });
    }

    /** The error that something is wrong in this element: says which, where it stands, and what is wrong. */
    public DbException wrong(String what) {
        String place = origin.isEmpty() ? "" : " in " + origin;
        return new DbException(
                ErrorCode.INVALID_CONFIG_PARAMETER, "Configuration element <" + name + ">" + place + ": " + what);
    }

    ConfigTree with(Map<String, String> newAttributes, String newText, List<ConfigTree> newChildren) {
        return new ConfigTree(name, newAttributes, newText, newChildren, origin);
    }
}
