package io.millrace.base.text.regex;

import java.util.List;

/** The syntax tree of a regular expression. Immutable. */
sealed interface Node {
    /** No bound on a repetition. */
    int UNBOUNDED = -1;

    /** The greatest number of copies that counted repetitions make of a part of this node. */
    default int copies() {
        return 1;
    }

    /** Matches the empty string. */
    record Empty() implements Node {}

    /** One code point out of a set. */
    record Chars(CodePoints set) implements Node {}

    /** Any one byte, {@code \C}. */
    record AnyByte() implements Node {}

    /** A condition on a position, one bit of {@link Look}. */
    record Assertion(int look) implements Node {}

    record Concat(List<Node> parts, int copies) implements Node {
        static Node of(List<Node> parts) {
            return switch (parts.size()) {
                case 0 -> new Empty();
                case 1 -> parts.getFirst();
                default -> new Concat(List.copyOf(parts), most(parts));
            };
        }
    }

    /** Alternatives, the preferred first. */
    record Alternate(List<Node> choices, int copies) implements Node {
        static Node of(List<Node> choices) {
            return choices.size() == 1 ? choices.getFirst() : new Alternate(List.copyOf(choices), most(choices));
        }
    }

    record Repeat(Node body, int min, int max, boolean greedy, int copies) implements Node {
        static Repeat of(Node body, int min, int max, boolean greedy, boolean counted) {
            int times = counted ? Math.max(1, max == UNBOUNDED ? min : max) : 1;
            return new Repeat(body, min, max, greedy, (int) Math.min(Integer.MAX_VALUE, (long) times * body.copies()));
        }
    }

    /** A capturing group; index 1 is the first. */
    record Group(int index, Node body) implements Node {
        @Override
        public int copies() {
            return body.copies();
        }
    }

    private static int most(List<Node> nodes) {
        int most = 1;
        for (Node node : nodes) {
            most = Math.max(most, node.copies());
        }
        return most;
    }
}
