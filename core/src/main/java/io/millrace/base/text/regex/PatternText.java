package io.millrace.base.text.regex;

import io.millrace.base.error.DbException;
import io.millrace.base.text.unicode.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A pattern as code points with a reading position. Not thread-safe. */
final class PatternText {
    private final int[] points;
    private final String shown;
    int at;

    /** Reads UTF-8, or single bytes if {@code latin1}. */
    PatternText(byte[] pattern, boolean latin1) {
        int[] found = new int[pattern.length];
        int count = 0;
        for (int i = 0; i < pattern.length; count++) {
            found[count] = latin1 ? pattern[i] & 0xFF : Utf8.decode(pattern, i, pattern.length);
            i += latin1 ? 1 : Utf8.length(found[count]);
        }
        points = Arrays.copyOf(found, count);
        shown = new String(pattern, StandardCharsets.UTF_8);
    }

    boolean atEnd() {
        return at >= points.length;
    }

    int length() {
        return points.length;
    }

    /** The code point {@code ahead} places further, or -1 behind the end. */
    int peek(int ahead) {
        return at + ahead < points.length ? points[at + ahead] : -1;
    }

    int next() {
        return points[at++];
    }

    boolean skip(int point) {
        if (peek(0) != point) {
            return false;
        }
        at++;
        return true;
    }

    boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The place of {@code text} at or after the position, or -1. */
    int find(String text) {
        int saved = at;
        for (; at < points.length; at++) {
            if (startsWith(text)) {
                int found = at;
                at = saved;
                return found;
            }
        }
        at = saved;
        return -1;
    }

    String text(int from, int to) {
        return new String(points, from, Math.min(to, points.length) - from);
    }

    DbException error(String error) {
        return RegexSyntaxError.of(shown, error);
    }

    /** An error about the pattern's text from {@code from} to the position. */
    DbException error(String error, int from) {
        return error(error + ": " + text(from, at));
    }

    /** An error about the whole pattern. */
    DbException errorInWhole(String error) {
        return error(error + ": " + shown);
    }
}
