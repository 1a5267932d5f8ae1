package io.millrace.base.text.regex;

import io.millrace.base.text.search.Substring;
import io.millrace.base.text.unicode.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled regular expression in RE2's syntax with RE2's leftmost-first meaning.
 *
 * <p>Text is matched as UTF-8, in which an invalid byte is matched by {@code \C} only; a pattern that is not valid UTF-8 itself is read as Latin-1 and
 * matches single bytes, as in ClickHouse. Immutable and thread-safe; threads search with their own {@link #matcher}.
 */
public final class Regex {
    /** The programs that read forwards and backwards, and the matcher that needs none of them, if the pattern is simple enough. */
    record Programs(Program forward, Program backward, Optional<StraightLine> straightLine) {}

    private final byte[] pattern;
    private final int groupCount;
    private final Map<String, Integer> groupNames;
    private final Literals literals;
    private final @Nullable Programs programs;

    private Regex(
            byte[] pattern,
            int groupCount,
            Map<String, Integer> names,
            Literals literals,
            @Nullable Programs programs) {
        this.pattern = pattern;
        this.groupCount = groupCount;
        this.groupNames = names;
        this.literals = literals;
        this.programs = programs;
    }

    /** Compiles; a bad or too large pattern is an error with code CANNOT_COMPILE_REGEXP and ClickHouse's text. */
    public static Regex compile(byte[] pattern, RegexOptions options) {
        boolean latin1 = !Utf8.isValid(pattern, 0, pattern.length);
        PatternText text = new PatternText(pattern, latin1);
        RegexParser parser = new RegexParser(text, options);
        Node root = parser.parse();
        Literals literals = Literals.of(root, latin1);
        Programs programs = null;
        if (!literals.whole()) {
            Program forward = Compiler.compile(root, text, latin1, false);
            Program backward = Compiler.compile(root, text, latin1, true);
            programs = new Programs(forward, backward, latin1 ? Optional.empty() : StraightLine.of(root));
        }
        return new Regex(
                pattern.clone(), parser.groupCount(), Collections.unmodifiableMap(parser.names()), literals, programs);
    }

    public static Regex compile(String pattern, RegexOptions options) {
        return compile(pattern.getBytes(StandardCharsets.UTF_8), options);
    }

    public static Regex compile(String pattern) {
        return compile(pattern, RegexOptions.DEFAULT);
    }

    /** A searcher for one thread; cheap to make, but it gets faster as it is used. */
    public Matcher matcher() {
        return programs == null
                ? new LiteralMatcher(this, literals.required().orElseThrow())
                : new AutomatonMatcher(this, programs);
    }

    /** Capturing groups, not counting the whole match. */
    public int groupCount() {
        return groupCount;
    }

    /** Group numbers by name, in the order of the pattern; the first of equal names. */
    public Map<String, Integer> groupNames() {
        return groupNames;
    }

    /** A search that every matching text satisfies, if one is known: a cheap filter. */
    Optional<Substring> requiredSubstring() {
        return literals.required();
    }

    /** The substring search this pattern amounts to, if it is plain text. */
    Optional<Substring> asSubstring() {
        return literals.whole() ? literals.required() : Optional.empty();
    }

    Literals literals() {
        return literals;
    }

    @Override
    public String toString() {
        return new String(pattern, StandardCharsets.UTF_8);
    }
}
