package io.millrace.base.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays one file over another as ClickHouse does: elements of the same name and attributes are merged in their order, {@code replace} puts an element in
 * the place of the other one, {@code remove} takes it away, and what has no counterpart is added.
 */
final class ConfigMerge {
    /** Attributes that say how an element gets its value rather than what it is. */
    static final Set<String> CONTROLS = Set.of(
            "replace",
            "remove",
            "incl",
            "from_env",
            "from_zk",
            "optional",
            "hide_in_preprocessed",
            "encrypted_by",
            "merge");

    private ConfigMerge() {}

    static ConfigTree merge(ConfigTree base, ConfigTree over) {
        List<ConfigTree> children = new ArrayList<>(base.children());
        // An element of the base is met once: a second one of the same name in the file above meets the next.
        List<Boolean> met = new ArrayList<>();
        children.forEach(child -> met.add(false));
        for (ConfigTree child : over.children()) {
            boolean remove = child.attributes().containsKey("remove");
            boolean replace = child.attributes().containsKey("replace");
            if (remove && replace) {
                throw child.wrong("both 'replace' and 'remove' are set. Leave one of them");
            }
            int at = counterpart(children, met, child);
            if (at < 0) {
                if (!remove) {
                    children.add(child);
                    met.add(true);
                }
            } else if (remove) {
                children.remove(at);
                met.remove(at);
            } else {
                children.set(at, replace ? child : merge(children.get(at), child));
                met.set(at, true);
            }
        }
        Map<String, String> attributes = new HashMap<>(base.attributes());
        attributes.putAll(over.attributes());
        return new ConfigTree(over.name(), attributes, over.text(), children, over.origin());
    }

    private static int counterpart(List<ConfigTree> children, List<Boolean> met, ConfigTree wanted) {
        for (int i = 0; i < children.size(); i++) {
            if (!met.get(i) && sameElement(children.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean sameElement(ConfigTree one, ConfigTree other) {
        return one.name().equals(other.name()) && identity(one).equals(identity(other));
    }

    private static Map<String, String> identity(ConfigTree element) {
        Map<String, String> own = new HashMap<>(element.attributes());
        own.keySet().removeAll(CONTROLS);
        return own;
    }
}
