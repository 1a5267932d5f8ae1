package io.millrace.functions.scalar.json;

import io.millrace.base.io.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JSON text taken apart: a list of nodes in the order of the text, each with its kind and the bounds of its
 * bytes. Reused from row to row; not
 * thread-safe.
 */
final class JsonDocument {
    /** What a node is. */
    enum Kind {
        NULL,
        BOOL,
        NUMBER,
        STRING,
        ARRAY,
        OBJECT
    }

    private static final int MAX_DEPTH = 1000;

    private byte[] bytes = new byte[0];
    private int at;
    private int to;
    private Kind[] kinds = new Kind[64];
    private int[] begins = new int[64];
    private int[] ends = new int[64];
    /** The node behind the last one inside of this. */
    private int[] nexts = new int[64];

    private int count;

    /** Whether the bytes are one valid JSON value; node 0 is its root then. */
    boolean parse(byte[] text, int from, int end) {
        bytes = text;
        at = from;
        to = end;
        count = 0;
        if (!value(0)) {
            return false;
        }
        skipSpace();
        return at == to;
    }

    Kind kind(int node) {
        return kinds[node];
    }

    int begin(int node) {
        return begins[node];
    }

    int end(int node) {
        return ends[node];
    }

    int next(int node) {
        return nexts[node];
    }

    byte[] bytes() {
        return bytes;
    }

    /** The first node inside of an array or object; objects alternate names and values. */
    int firstChild(int node) {
        return node + 1;
    }

    boolean isTrue(int node) {
        return bytes[begins[node]] == 't';
    }

    /** Elements of an array or members of an object; 0 for anything else. */
    int size(int node) {
        int size = 0;
        if (kinds[node] == Kind.ARRAY || kinds[node] == Kind.OBJECT) {
            for (int child = node + 1; child < nexts[node]; child = nexts[child]) {
                size++;
            }
        }
        return kinds[node] == Kind.OBJECT ? size / 2 : size;
    }

    /** The value of a member, or -1. */
    int member(int node, byte[] name) {
        if (kinds[node] != Kind.OBJECT) {
            return -1;
        }
        for (int child = node + 1; child < nexts[node]; child = nexts[nexts[child]]) {
            if (nameEquals(child, name)) {
                return nexts[child];
            }
        }
        return -1;
    }

    private boolean nameEquals(int node, byte[] name) {
        int from = begins[node] + 1;
        int end = ends[node] - 1;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\\') {
                ByteSink text = new ByteSink();
                appendText(node, text);
                return Arrays.equals(text.array(), 0, text.size(), name, 0, name.length);
            }
        }
        return Arrays.equals(bytes, from, end, name, 0, name.length);
    }

    /**
     * The n-th element or member's value from 1, from the end when negative; 0 is the node itself; -1 if there is
     * none.
     */
    int element(int node, long n) {
        boolean object = kinds[node] == Kind.OBJECT;
        if (!object && kinds[node] != Kind.ARRAY) {
            return -1;
        }
        int name = memberAt(node, n);
        return name < 0 ? -1 : object ? nexts[name] : name;
    }

    /** The n-th element, or the name of the n-th member. */
    int memberAt(int node, long n) {
        int size = size(node);
        long index = n < 0 ? size + n : n - 1;
        if (index < 0 || index >= size) {
            return -1;
        }
        int child = node + 1;
        for (long i = 0; i < index; i++) {
            child = kinds[node] == Kind.OBJECT ? nexts[nexts[child]] : nexts[child];
        }
        return child;
    }

    /** Appends a string's text, escapes replaced. */
    void appendText(int node, ByteSink out) {
        JsonText.unescape(bytes, begins[node] + 1, ends[node] - 1, out);
    }

    /** Appends a node as compact JSON. */
    void appendJson(int node, ByteSink out) {
        JsonText.write(this, node, out);
    }

    /** Whether a number has neither fraction nor exponent. */
    boolean isInteger(int node) {
        for (int i = begins[node]; i < ends[node]; i++) {
            if (bytes[i] == '.' || (bytes[i] | 0x20) == 'e') {
                return false;
            }
        }
        return true;
    }

    String text(int node) {
        return new String(bytes, begins[node], ends[node] - begins[node], StandardCharsets.UTF_8);
    }

    double number(int node) {
        return Double.parseDouble(text(node));
    }

    private int open(Kind kind) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            begins = Arrays.copyOf(begins, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            nexts = Arrays.copyOf(nexts, count * 2);
        }
        kinds[count] = kind;
        begins[count] = at;
        return count++;
    }

    private boolean close(int node) {
        ends[node] = at;
        nexts[node] = count;
        return true;
    }

    private void skipSpace() {
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
    }

    private boolean value(int depth) {
        skipSpace();
        if (at == to || depth > MAX_DEPTH) {
            return false;
        }
        return switch (bytes[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Kind.BOOL);
            case 'f' -> word("false", Kind.BOOL);
            case 'n' -> word("null", Kind.NULL);
            default -> number();
        };
    }

    private boolean word(String word, Kind kind) {
        int node = open(kind);
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == to || bytes[at] != word.charAt(i)) {
                return false;
            }
        }
        return close(node);
    }

    private boolean number() {
        int node = open(Kind.NUMBER);
        if (bytes[at] == '-') {
            at++;
        }
        int first = at;
        if (digits() == 0 || bytes[first] == '0' && at > first + 1) {
            return false;
        }
        if (at < to && bytes[at] == '.') {
            at++;
            if (digits() == 0) {
                return false;
            }
        }
        if (at < to && (bytes[at] | 0x20) == 'e') {
            at++;
            if (at < to && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            if (digits() == 0) {
                return false;
            }
        }
        return close(node);
    }

    private int digits() {
        int from = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private boolean string() {
        int node = open(Kind.STRING);
        at++;
        while (at < to) {
            byte b = bytes[at++];
            if (b == '"') {
                return close(node);
            }
            if (b >= 0 && b < ' ') {
                return false;
            }
            if (b == '\\') {
                if (at == to || bytes[at] < 0 || "\"\\/bfnrtu".indexOf(bytes[at]) < 0) {
                    return false;
                }
                if (bytes[at++] == 'u') {
                    for (int i = 0; i < 4; i++, at++) {
                        if (at == to || Character.digit(bytes[at], 16) < 0) {
                            return false;
                        }
                    }
                }
            }
        }
        return false;
    }

    private boolean array(int depth) {
        int node = open(Kind.ARRAY);
        at++;
        skipSpace();
        if (at < to && bytes[at] == ']') {
            at++;
            return close(node);
        }
        while (value(depth + 1)) {
            skipSpace();
            if (at < to && bytes[at] == ']') {
                at++;
                return close(node);
            }
            if (at == to || bytes[at++] != ',') {
                return false;
            }
        }
        return false;
    }

    private boolean object(int depth) {
        int node = open(Kind.OBJECT);
        at++;
        skipSpace();
        if (at < to && bytes[at] == '}') {
            at++;
            return close(node);
        }
        while (true) {
            skipSpace();
            if (at == to || bytes[at] != '"' || !string()) {
                return false;
            }
            skipSpace();
            if (at == to || bytes[at++] != ':' || !value(depth + 1)) {
                return false;
            }
            skipSpace();
            if (at < to && bytes[at] == '}') {
                at++;
                return close(node);
            }
            if (at == to || bytes[at++] != ',') {
                return false;
            }
        }
    }
}
