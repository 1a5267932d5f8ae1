package io.millrace.net.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** The status and the header lines of a response that have not been sent yet. Owned by the connection's thread. */
final class ResponseHead {
    private final ArrayList<Line> front = new ArrayList<>(4);
    private final ArrayList<Line> lines = new ArrayList<>(12);
    private int status = 200;

    private record Line(String name, String value) {}

    int status() {
        return status;
    }

    void status(int newStatus) {
        if (newStatus < 200 || newStatus > 599) {
            throw DbException.bug("HTTP status " + newStatus);
        }
        status = newStatus;
    }

    void set(String name, String value) {
        check(name, value);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).name.equalsIgnoreCase(name)) {
                lines.set(i, new Line(name, value));
                return;
            }
        }
        lines.add(new Line(name, value));
    }

    void setFront(String name, String value) {
        check(name, value);
        front.removeIf(line -> line.name.equalsIgnoreCase(name));
        front.add(new Line(name, value));
    }

    void add(String name, String value) {
        check(name, value);
        lines.add(new Line(name, value));
    }

    void remove(String name) {
        front.removeIf(line -> line.name.equalsIgnoreCase(name));
        lines.removeIf(line -> line.name.equalsIgnoreCase(name));
    }

    void clear() {
        front.clear();
        lines.clear();
    }

    /** Names and values may come from settings; a line feed in one would forge a response. */
    static void check(String name, String value) {
        boolean good = !name.isEmpty();
        for (int i = 0; i < name.length(); i++) {
            good &= name.charAt(i) < 128 && HeadGrammar.isToken(name.charAt(i));
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            good &= c >= 128 || HeadGrammar.isValue(c);
        }
        if (!good) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "HTTP header '" + name + "' has a name or a value with invalid characters");
        }
    }

    static void statusLine(StringBuilder to, HttpVersion version, int status) {
        to.append(version)
                .append(' ')
                .append(status)
                .append(' ')
                .append(HttpStatus.reason(status))
                .append("\r\n");
    }

    static void line(StringBuilder to, String name, String value) {
        to.append(name).append(": ").append(value).append("\r\n");
    }

    void front(StringBuilder to) {
        front.forEach(line -> line(to, line.name, line.value));
    }

    void rest(StringBuilder to) {
        lines.forEach(line -> line(to, line.name, line.value));
    }

    static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
