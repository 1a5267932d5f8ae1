package io.millrace.base.text.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads RE2's syntax into a {@link Node}.
 *
 * <p>Errors carry RE2's wording. Groups may nest {@value #MAX_DEPTH} deep, counted repetitions may make {@value #MAX_REPEAT} copies of a part. Used once.
 */
final class RegexParser {
    private static final int MAX_DEPTH = 1000;
    private static final int MAX_REPEAT = 1000;
    private static final int NUMBER_LIMIT = 100_000_000;

    /** The flags in force; {@code ungreedy} swaps the meaning of {@code x*} and {@code x*?}. */
    private record Flags(boolean ignoreCase, boolean multiLine, boolean dotMatchesNewline, boolean ungreedy) {}

    /** What a parenthesis interrupted, and the alternatives collected since. {@code group} is 0 for a plain one. */
    private static final class Frame {
        final int group;
        final Flags outerFlags;
        final ArrayList<Node> alternatives = new ArrayList<>();
        ArrayList<Node> sequence = new ArrayList<>();

        Frame(int group, Flags outerFlags) {
            this.group = group;
            this.outerFlags = outerFlags;
        }

        Node close() {
            alternatives.add(Node.Concat.of(sequence));
            Node body = Node.Alternate.of(alternatives);
            return group > 0 ? new Node.Group(group, body) : body;
        }
    }

    private final PatternText text;
    private final ArrayDeque<Frame> stack = new ArrayDeque<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private Flags flags;
    private Frame frame;
    private int groups;
    /** Where the repetition operator just read began, or -1: two in a row are an error. */
    private int lastRepeat = -1;

    RegexParser(PatternText text, RegexOptions options) {
        this.text = text;
        flags = new Flags(options.ignoreCase(), options.multiLine(), options.dotMatchesNewline(), false);
        frame = new Frame(0, flags);
    }

    /** Groups seen, without the whole match. */
    int groupCount() {
        return groups;
    }

    /** Group numbers by name; of equal names the first wins. */
    Map<String, Integer> names() {
        return names;
    }

    Node parse() {
        while (!text.atEnd()) {
            int start = text.at;
            if (!repetition()) {
                lastRepeat = -1;
                item();
            } else {
                lastRepeat = lastRepeat < 0 ? start : lastRepeat;
            }
        }
        if (!stack.isEmpty()) {
            throw text.errorInWhole("missing )");
        }
        return frame.close();
    }

    private void item() {
        switch (text.peek(0)) {
            case '(' -> open();
            case ')' -> close();
            case '|' -> {
                text.at++;
                frame.alternatives.add(Node.Concat.of(frame.sequence));
                frame.sequence = new ArrayList<>();
            }
            case '^' -> simple(new Node.Assertion(flags.multiLine() ? Look.BEGIN_LINE : Look.BEGIN_TEXT));
            case '$' -> simple(new Node.Assertion(flags.multiLine() ? Look.END_LINE : Look.END_TEXT));
            case '.' -> simple(new Node.Chars(flags.dotMatchesNewline() ? CodePoints.ANY : CodePoints.ANY_BUT_NEWLINE));
            case '[' -> frame.sequence.add(new Node.Chars(ClassParser.parse(text, flags.ignoreCase())));
            case '\\' -> escape();
            default -> literal(text.next());
        }
    }

    private void simple(Node node) {
        text.at++;
        frame.sequence.add(node);
    }

    private void literal(int point) {
        frame.sequence.add(new Node.Chars(CodePoints.of(point, flags.ignoreCase())));
    }

    private void escape() {
        switch (text.peek(1)) {
            case 'A' -> escaped(new Node.Assertion(Look.BEGIN_TEXT));
            case 'z' -> escaped(new Node.Assertion(Look.END_TEXT));
            case 'b' -> escaped(new Node.Assertion(Look.WORD_EDGE));
            case 'B' -> escaped(new Node.Assertion(Look.NO_WORD_EDGE));
            case 'C' -> escaped(new Node.AnyByte());
            case 'Q' -> {
                text.at += 2;
                while (!text.atEnd() && !text.startsWith("\\E")) {
                    literal(text.next());
                }
                text.at = Math.min(text.length(), text.at + 2);
            }
            default ->
                EscapeParser.charClass(text, flags.ignoreCase())
                        .ifPresentOrElse(
                                set -> frame.sequence.add(new Node.Chars(set)),
                                () -> literal(EscapeParser.character(text)));
        }
    }

    private void escaped(Node node) {
        text.at += 2;
        frame.sequence.add(node);
    }

    /** Reads {@code *}, {@code +}, {@code ?} or a counted repetition; false if none stands here. */
    private boolean repetition() {
        int start = text.at;
        int c = text.peek(0);
        int min = c == '+' ? 1 : 0;
        int max = c == '?' ? 1 : Node.UNBOUNDED;
        boolean counted = c == '{';
        if (counted) {
            long bounds = bounds();
            if (bounds < 0) {
                return false;
            }
            min = (int) (bounds >>> 32);
            max = (int) bounds - 1;
        } else if (c == '*' || c == '+' || c == '?') {
            text.at++;
        } else {
            return false;
        }
        boolean lazy = text.skip('?');
        if (lastRepeat >= 0) {
            throw text.error("bad repetition operator", lastRepeat);
        }
        if (frame.sequence.isEmpty()) {
            throw text.error("no argument for repetition operator", start);
        }
        if (counted && (min > MAX_REPEAT || max > MAX_REPEAT || (max != Node.UNBOUNDED && min > max))) {
            throw text.error("invalid repetition size", start);
        }
        Node.Repeat repeat = Node.Repeat.of(frame.sequence.removeLast(), min, max, lazy == flags.ungreedy(), counted);
        if (repeat.copies() > MAX_REPEAT) {
            throw text.error("invalid repetition size", start);
        }
        frame.sequence.add(repeat);
        return true;
    }

    /** {@code {n}}, {@code {n,}} or {@code {n,m}} as n and (m or unbounded) + 1 in the halves of a long; negative, nothing read, if it is no such thing. */
    private long bounds() {
        int start = text.at++;
        int min = number();
        int max = min;
        if (min >= 0 && text.skip(',')) {
            max = text.peek(0) == '}' ? Node.UNBOUNDED : number();
            max = max < 0 && text.peek(0) != '}' ? NUMBER_LIMIT : max;
        }
        if (min < 0 || max >= NUMBER_LIMIT || !text.skip('}')) {
            text.at = start;
            return -1;
        }
        return (long) min << 32 | max + 1;
    }

    /** A decimal number without leading zeros below the limit, or -1. */
    private int number() {
        int start = text.at;
        int value = 0;
        while (text.peek(0) >= '0' && text.peek(0) <= '9') {
            if (value >= NUMBER_LIMIT / 10) {
                return -1;
            }
            value = value * 10 + text.next() - '0';
        }
        boolean leadingZero = text.at - start > 1 && text.peek(start - text.at) == '0';
        return text.at == start || leadingZero ? -1 : value;
    }

    private void open() {
        int start = text.at;
        Flags outer = flags;
        int group = 0;
        if (text.peek(1) != '?') {
            text.at++;
            group = ++groups;
        } else if (namedGroupAhead()) {
            groupName(start);
            group = groups;
        } else if (flagGroup(start)) {
            return;
        }
        if (stack.size() >= MAX_DEPTH) {
            throw text.error("expression nests too deeply: more than " + MAX_DEPTH + " groups");
        }
        stack.push(frame);
        frame = new Frame(group, outer);
    }

    private boolean namedGroupAhead() {
        boolean lookBehind = text.startsWith("(?<=") || text.startsWith("(?<!");
        return (text.startsWith("(?P<") && text.peek(4) != -1)
                || (text.startsWith("(?<") && text.peek(3) != -1 && !lookBehind);
    }

    private void groupName(int start) {
        int begin = text.at + (text.peek(2) == 'P' ? 4 : 3);
        int end = text.find(">");
        text.at = end < 0 ? text.length() : end + 1;
        String name = end < 0 ? "" : text.text(begin, end);
        boolean valid = !name.isEmpty() && name.codePoints().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
        if (!valid) {
            throw text.error("invalid named capture group", start);
        }
        names.putIfAbsent(name, ++groups);
    }

    /** Reads {@code (?flags)}, true, or {@code (?flags:}, false. */
    private boolean flagGroup(int start) {
        text.at += 2;
        boolean on = true;
        boolean any = false;
        Flags f = flags;
        while (!text.atEnd()) {
            int c = text.next();
            switch (c) {
                case 'i' -> f = new Flags(on, f.multiLine, f.dotMatchesNewline, f.ungreedy);
                case 'm' -> f = new Flags(f.ignoreCase, on, f.dotMatchesNewline, f.ungreedy);
                case 's' -> f = new Flags(f.ignoreCase, f.multiLine, on, f.ungreedy);
                case 'U' -> f = new Flags(f.ignoreCase, f.multiLine, f.dotMatchesNewline, on);
                case '-', ':', ')' -> {
                    if (!on && (c == '-' || !any)) {
                        throw text.error("invalid perl operator", start);
                    }
                    if (c != '-') {
                        flags = f;
                        return c == ')';
                    }
                    on = false;
                }
                default -> {
                    if (c == '<' && !text.skip('=')) {
                        text.skip('!');
                    }
                    throw text.error("invalid perl operator", start);
                }
            }
            any = c != '-';
        }
        throw text.error("invalid perl operator", start);
    }

    private void close() {
        text.at++;
        if (stack.isEmpty()) {
            throw text.errorInWhole("unexpected )");
        }
        Node closed = frame.close();
        flags = frame.outerFlags;
        frame = stack.pop();
        frame.sequence.add(closed);
    }
}
