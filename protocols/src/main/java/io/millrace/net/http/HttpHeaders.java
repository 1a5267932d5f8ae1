package io.millrace.net.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request's header fields in the order they came; names are compared without case. Immutable once the request is
 * handed out.
 */
public final class HttpHeaders {
    private final ArrayList<String> names = new ArrayList<>(16);
    private final ArrayList<String> values = new ArrayList<>(16);

    HttpHeaders() {}

    void add(String name, String value) {
        names.add(name);
        values.add(value);
    }

    public int size() {
        return names.size();
    }

    /** The name of the field at a position, spelled as it was sent. */
    public String name(int position) {
        return names.get(position);
    }

    public String value(int position) {
        return values.get(position);
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        int position = find(name, 0);
        return position < 0 ? Optional.empty() : Optional.of(values.get(position));
    }

    /** The first value of a field, or an empty text. */
    public String get(String name) {
        int position = find(name, 0);
        return position < 0 ? "" : values.get(position);
    }

    public boolean contains(String name) {
        return find(name, 0) >= 0;
    }

    /** All values of a field, in order. */
    public List<String> all(String name) {
        ArrayList<String> found = new ArrayList<>(2);
        for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
            found.add(values.get(i));
        }
        return found;
    }

    int count(String name) {
        int count = 0;
        for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
            count++;
        }
        return count;
    }

    /** Whether a field that is a comma list, such as {@code Connection}, names this token; compared without case. */
    public boolean hasToken(String name, String token) {
        for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
            for (String part : values.get(i).split(",", -1)) {
                if (part.strip().equalsIgnoreCase(token)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int find(String name, int from) {
        for (int i = from; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        // Values may be secrets; a log gets only the names.
        return names.toString();
    }
}
