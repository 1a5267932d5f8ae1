package io.millrace.functions.scalar.json;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A path like {@code $.a[0].b[*]}. Immutable; threads share it. */
final class JsonPath {
    /** One step down. */
    private sealed interface Step {
        record Member(byte[] name) implements Step {}

        record Element(int from, int to) implements Step {}
    }

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    static JsonPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at == text.length() || text.charAt(at) != '$') {
            throw bad(text);
        }
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '.') {
                int from = ++at;
                boolean quoted = at < text.length() && text.charAt(at) == '"';
                if (quoted) {
                    int end = text.indexOf('"', from + 1);
                    if (end < 0) {
                        throw bad(text);
                    }
                    steps.add(new Step.Member(text.substring(from + 1, end).getBytes(StandardCharsets.UTF_8)));
                    at = end + 1;
                    continue;
                }
                while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
                    at++;
                }
                if (at == from) {
                    throw bad(text);
                }
                steps.add(new Step.Member(text.substring(from, at).getBytes(StandardCharsets.UTF_8)));
            } else if (c == '[') {
                int end = text.indexOf(']', at);
                if (end < 0) {
                    throw bad(text);
                }
                steps.add(bracket(text, text.substring(at + 1, end).strip()));
                at = end + 1;
            } else {
                throw bad(text);
            }
        }
        return new JsonPath(steps);
    }

    private static Step bracket(String path, String inside) {
        if (inside.equals("*")) {
            return new Step.Element(0, Integer.MAX_VALUE);
        }
        if (inside.length() > 1 && (inside.startsWith("'") || inside.startsWith("\""))) {
            return new Step.Member(inside.substring(1, inside.length() - 1).getBytes(StandardCharsets.UTF_8));
        }
        String[] range = inside.split(" to ");
        try {
            int from = Integer.parseInt(range[0].strip());
            return new Step.Element(from, range.length > 1 ? Integer.parseInt(range[1].strip()) + 1 : from + 1);
        } catch (NumberFormatException e) {
            throw bad(path);
        }
    }

    private static DbException bad(String text) {
        return new DbException(ErrorCode.BAD_ARGUMENTS, "Unable to parse JSONPath '" + text + "'");
    }

    /** The nodes the path leads to. */
    List<Integer> nodes(JsonDocument document) {
        List<Integer> nodes = List.of(0);
        for (Step step : steps) {
            List<Integer> deeper = new ArrayList<>();
            for (int node : nodes) {
                switch (step) {
                    case Step.Member m -> {
                        int child = document.member(node, m.name());
                        if (child >= 0) {
                            deeper.add(child);
                        }
                    }
                    case Step.Element e -> {
                        int size = document.kind(node) == JsonDocument.Kind.ARRAY ? document.size(node) : 0;
                        for (int i = e.from(); i < Math.min(size, e.to()); i++) {
                            deeper.add(document.element(node, i + 1));
                        }
                    }
                }
            }
            nodes = deeper;
        }
        return nodes;
    }
}
