package io.millrace.base.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts values from elsewhere into elements, as ClickHouse does: {@code from_env="NAME"} that of an environment variable, {@code incl="name"} the content
 * of an element of the file {@code include_from}; {@code <include incl="name"/>} is replaced by that content. Then the attributes that asked for it are
 * gone.
 *
 * @param environment variables by name
 * @param included the file {@code include_from}
 */
record Substitutions(Map<String, String> environment, Optional<ConfigTree> included) {
    private static final Logger LOG = LoggerFactory.getLogger(Substitutions.class);

    /** More than that is a circle. */
    private static final int MAX_DEPTH = 32;

    ConfigTree apply(ConfigTree root) {
        return children(root, 0);
    }

    private ConfigTree children(ConfigTree element, int depth) {
        if (depth > MAX_DEPTH && included.isPresent()) {
            throw element.wrong("substitutions are nested too deep; probably one includes itself");
        }
        List<ConfigTree> done = new ArrayList<>();
        for (ConfigTree child : element.children()) {
            Optional<String> included = attribute(child, "incl");
            if (child.name().equals("include") && included.isPresent()) {
                substitute(child, included.get())
                        .ifPresent(s -> done.addAll(children(s, depth + 1).children()));
            } else {
                done.add(one(child, depth + 1));
            }
        }
        Map<String, String> attributes = new HashMap<>(element.attributes());
        attributes.keySet().removeAll(ConfigMerge.CONTROLS);
        return element.with(attributes, element.text(), done);
    }

    private ConfigTree one(ConfigTree element, int depth) {
        refuseUnknown(element, "from_zk", "this server does not use ZooKeeper");
        refuseUnknown(element, "encrypted_by", "this server does not decrypt values");
        Optional<String> variable = attribute(element, "from_env");
        Optional<String> name = attribute(element, "incl");
        if (variable.isPresent()) {
            if (name.isPresent()) {
                throw element.wrong("has both 'incl' and 'from_env'. Leave one of them");
            }
            return children(fromEnvironment(element, variable.get()), depth);
        }
        ConfigTree filled = name.flatMap(n -> substitute(element, n))
                .map(s -> included(element, s))
                .orElse(element);
        return children(filled, depth);
    }

    private ConfigTree fromEnvironment(ConfigTree element, String variable) {
        String value = environment.get(variable);
        if (value == null) {
            if (isOptional(element)) {
                return element;
            }
            throw element.wrong("the environment variable " + variable
                    + " is not set. Set it, or add optional=\"true\" to the element");
        }
        if (!element.text().isEmpty() && !element.attributes().containsKey("replace")) {
            throw element.wrong("has a value and is to be set from the environment. Remove the value");
        }
        return element.with(element.attributes(), value.strip(), element.children());
    }

    private static ConfigTree included(ConfigTree element, ConfigTree source) {
        if (!element.text().isEmpty() && !element.attributes().containsKey("replace")) {
            throw element.wrong("has a value and is to be included. Remove the value");
        }
        Map<String, String> attributes = new HashMap<>(element.attributes());
        attributes.keySet().removeAll(ConfigMerge.CONTROLS);
        attributes.putAll(source.attributes());
        List<ConfigTree> children =
                new ArrayList<>(element.attributes().containsKey("replace") ? List.of() : element.children());
        children.addAll(source.children());
        return element.with(attributes, source.text(), children);
    }

    private Optional<ConfigTree> substitute(ConfigTree element, String name) {
        Optional<ConfigTree> found = included.flatMap(file -> file.at(name));
        if (found.isEmpty() && !isOptional(element)) {
            LOG.warn(
                    "Configuration element <{}> in {}: nothing to include for '{}'",
                    element.name(),
                    element.origin(),
                    name);
        }
        return found;
    }

    private static void refuseUnknown(ConfigTree element, String attribute, String why) {
        if (element.attributes().containsKey(attribute)) {
            throw element.wrong("has the attribute '" + attribute + "', but " + why + ". Write the value itself");
        }
    }

    private static boolean isOptional(ConfigTree element) {
        return attribute(element, "optional")
                .filter(v -> v.equals("true") || v.equals("1"))
                .isPresent();
    }

    private static Optional<String> attribute(ConfigTree element, String name) {
        return Optional.ofNullable(element.attributes().get(name));
    }
}
