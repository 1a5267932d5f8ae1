package io.millrace.net.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a {@code multipart/form-data} body, one after the other, read as they arrive. Owned by the connection's
 * thread.
 *
 * <p>Reads throw {@link HttpException} 400 when the body is not what its type says.
 */
public final class MultipartBody {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int MAX_BOUNDARY = 200;
    private static final int MAX_PART_HEAD = 8 * 1024;
    private static final int MAX_PART_FIELDS = 32;

    private final InputStream body;
    private final byte[] delimiter;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private boolean ended;
    private PartContent current = new PartContent();

    /**
     * One part of a form.
     *
     * @param name of the field; may be empty
     * @param isFile whether a file name is given, even an empty one
     * @param content ends where the part ends; whatever is left of it is skipped by {@link #next}
     */
    public record Part(String name, boolean isFile, InputStream content) {}

    private MultipartBody(InputStream body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter needs no line before it.
        buffer[limit++] = '\r';
        buffer[limit++] = '\n';
    }

    /** Whether a body of this type has parts. */
    public static boolean isMultipart(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * Starts to read.
     *
     * @throws HttpException 400 without a boundary
     */
    public static MultipartBody of(InputStream body, String contentType) throws HttpException {
        String boundary = parameter(contentType, "boundary").orElse("");
        if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw HttpException.bad("The Content-Type multipart/form-data has no usable boundary");
        }
        return new MultipartBody(body, boundary);
    }

    /** The next part; empty behind the last one. */
    public Optional<Part> next() throws IOException {
        current.skipRest();
        if (ended) {
            return Optional.empty();
        }
        String end = line(MAX_BOUNDARY);
        if (end.startsWith("--")) {
            finish();
            return Optional.empty();
        }
        if (!end.isBlank()) {
            throw HttpException.bad("A part of the form begins behind a broken boundary");
        }
        HttpHeaders headers = new HttpHeaders();
        int size = 0;
        for (String line = line(MAX_PART_HEAD); !line.isEmpty(); line = line(MAX_PART_HEAD)) {
            int colon = line.indexOf(':');
            size += line.length();
            if (colon <= 0 || headers.size() == MAX_PART_FIELDS || size > MAX_PART_HEAD) {
                throw HttpException.bad("A part of the form has an invalid head");
            }
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        String disposition = headers.get("Content-Disposition");
        current = new PartContent();
        return Optional.of(new Part(
                parameter(disposition, "name").orElse(""),
                parameter(disposition, "filename").isPresent(),
                current));
    }

    /** What follows the last boundary means nothing. */
    private void finish() throws IOException {
        ended = true;
        limit = 0;
        position = 0;
        while (body.read(buffer, 0, buffer.length) >= 0) {
            // Read to the end, so that the connection can be used again.
        }
    }

    /** A parameter of a header such as {@code form-data; name="query"}; names are compared without case. */
    private static Optional<String> parameter(String header, String name) {
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                return Optional.empty();
            }
            String found = header.substring(at + 1, equals).strip();
            StringBuilder value = new StringBuilder();
            at = value(header, equals + 1, value);
            if (found.equalsIgnoreCase(name)) {
                return Optional.of(value.toString());
            }
        }
        return Optional.empty();
    }

    /** Reads a value, quoted or not, and answers where the semicolon behind it stands. */
    private static int value(String header, int from, StringBuilder value) {
        int at = from;
        if (at < header.length() && header.charAt(at) == '"') {
            at++;
            while (at < header.length() && header.charAt(at) != '"') {
                if (header.charAt(at) == '\\' && at + 1 < header.length()) {
                    at++;
                }
                value.append(header.charAt(at++));
            }
            return header.indexOf(';', at);
        }
        int end = header.indexOf(';', at);
        value.append(header.substring(at, end < 0 ? header.length() : end).strip());
        return end;
    }

    private String line(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int b = read();
            if (b == '\r' && peek() == '\n') {
                position++;
                return line.toString(StandardCharsets.UTF_8);
            }
            if (b < 0) {
                if (line.toString(StandardCharsets.ISO_8859_1).equals("--")) {
                    return "--";
                }
                throw tooEarly();
            }
            if (line.size() == longest) {
                throw HttpException.bad("A part of the form has an invalid head");
            }
            line.write(b);
        }
    }

    private int read() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : -1;
    }

    private int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xff : -1;
    }

    /** Keeps what is unread and reads more behind it. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int count = body.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count > 0;
    }

    private static HttpException tooEarly() {
        return HttpException.bad("The form ends before its last boundary");
    }

    /** What stands between two delimiters. */
    private final class PartContent extends InputStream {
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int clear = 0;
            while (!over && (clear = clearBytes()) == 0) {
                if (startsWithDelimiter()) {
                    position += delimiter.length;
                    over = true;
                } else if (!fill()) {
                    throw tooEarly();
                }
            }
            if (over) {
                return -1;
            }
            int count = Math.min(length, clear);
            System.arraycopy(buffer, position, target, offset, count);
            position += count;
            return count;
        }

        /** How many bytes from here on certainly belong to the part. */
        private int clearBytes() {
            for (int at = position; at < limit; at++) {
                if (buffer[at] == '\r') {
                    int known = Math.min(delimiter.length, limit - at);
                    if (Arrays.equals(buffer, at, at + known, delimiter, 0, known)) {
                        return at - position;
                    }
                }
            }
            return limit - position;
        }

        private boolean startsWithDelimiter() {
            return limit - position >= delimiter.length
                    && Arrays.equals(buffer, position, position + delimiter.length, delimiter, 0, delimiter.length);
        }

        void skipRest() throws IOException {
            byte[] skipped = new byte[8 * 1024];
            while (!ended && read(skipped, 0, skipped.length) >= 0) {
                // Nobody wants it.
            }
        }
    }
}
