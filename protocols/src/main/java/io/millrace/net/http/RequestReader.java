package io.millrace.net.http;

import io.millrace.net.http.HttpRequest.BodyFraming;
import io.millrace.net.listen.ConnectionInput;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the heads of the requests of one connection, line by line, refusing what is not exactly HTTP. Owned by the
 * connection's thread.
 */
final class RequestReader {
    private static final int FIRST_LINE_BYTES = 256;
    private static final int MAX_KEPT_LINE_BYTES = 8 * 1024;
    private static final int MAX_METHOD = 32;
    /** What a request line holds beside its target. */
    private static final int REQUEST_LINE_REST = MAX_METHOD + " HTTP/1.1 ".length();

    private final ConnectionInput input;
    private final InetSocketAddress remote;
    private final boolean secure;
    private final HttpLimits limits;
    private byte[] line = new byte[FIRST_LINE_BYTES];
    private int length;

    RequestReader(ConnectionInput input, InetSocketAddress remote, boolean secure, HttpLimits limits) {
        this.input = input;
        this.remote = remote;
        this.secure = secure;
        this.limits = limits;
    }

    /**
     * Reads one head; the body stays in the input.
     *
     * @throws HttpException what is wrong with the request
     */
    HttpRequest read() throws IOException {
        int maxLine = limits.maxUri() + REQUEST_LINE_REST;
        readLine(maxLine, 414, "URI is too long");
        if (length == 0) {
            // Some clients end a POST's body with a line feed that its length does not count.
            readLine(maxLine, 414, "URI is too long");
        }
        int methodEnd = tokenEnd();
        if (methodEnd == 0 || methodEnd > MAX_METHOD || methodEnd == length || line[methodEnd] != ' ') {
            throw HttpException.bad("Invalid method");
        }
        int targetEnd = methodEnd + 1;
        while (targetEnd < length && HeadGrammar.isTarget(line[targetEnd])) {
            targetEnd++;
        }
        if (targetEnd == length || line[targetEnd] != ' ' || targetEnd == methodEnd + 1) {
            throw HttpException.bad("Invalid request line");
        }
        HttpVersion version = HeadGrammar.version(latin1(targetEnd + 1, length));
        if (targetEnd - methodEnd - 1 > limits.maxUri()) {
            throw new HttpException(414, "URI is too long");
        }
        String method = latin1(0, methodEnd);
        String uri = HeadGrammar.originForm(method, latin1(methodEnd + 1, targetEnd));
        return request(method, uri, version, fields());
    }

    private HttpRequest request(String method, String uri, HttpVersion version, HttpHeaders headers)
            throws HttpException {
        checkSingle(headers, "Host");
        checkSingle(headers, "Authorization");
        HeadGrammar.checkHost(headers.get("Host"));
        if (version == HttpVersion.HTTP_1_1 && !headers.contains("Host")) {
            throw HttpException.bad("HTTP/1.1 needs a Host");
        }
        BodyFraming framing = HeadGrammar.framing(version, headers);
        long contentLength =
                framing == BodyFraming.LENGTH ? HeadGrammar.contentLength(headers.get("Content-Length")) : 0;
        if (contentLength > limits.maxBody()) {
            throw new HttpException(413, "The body is larger than " + limits.maxBody() + " bytes");
        }
        if (version == HttpVersion.HTTP_1_1
                && headers.contains("Expect")
                && !headers.get("Expect").equalsIgnoreCase("100-continue")) {
            throw new HttpException(417, "Only Expect: 100-continue is supported");
        }
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        QueryParameters parameters = QueryParameters.parse(question < 0 ? "" : uri.substring(question + 1), limits);
        return new HttpRequest(
                method, uri, path, question >= 0, parameters, version, headers, framing, contentLength, remote, secure);
    }

    private static void checkSingle(HttpHeaders headers, String name) throws HttpException {
        if (headers.count(name) > 1) {
            throw HttpException.bad(name + " is given twice");
        }
    }

    /** Reads header or trailer lines up to and with the empty line. */
    HttpHeaders fields() throws IOException {
        HttpHeaders headers = new HttpHeaders();
        int left = limits.maxHead();
        int longest = limits.maxFieldName() + limits.maxFieldValue() + 2;
        while (true) {
            readLine(Math.min(left, longest), 431, "A header field is too long");
            left -= length;
            if (length == 0) {
                return headers;
            }
            if (headers.size() == limits.maxFields()) {
                throw new HttpException(431, "Too many header fields");
            }
            addField(headers);
        }
    }

    private void addField(HttpHeaders headers) throws HttpException {
        int nameEnd = tokenEnd();
        if (nameEnd == 0 || nameEnd == length || line[nameEnd] != ':') {
            throw HttpException.bad("Invalid header field");
        }
        int from = nameEnd + 1;
        int to = length;
        while (from < to && isBlank(line[from])) {
            from++;
        }
        while (to > from && isBlank(line[to - 1])) {
            to--;
        }
        boolean plain = true;
        for (int i = from; i < to; i++) {
            if (!HeadGrammar.isValue(line[i])) {
                throw HttpException.bad("Invalid character in the value of a header field");
            }
            plain &= line[i] >= 0;
        }
        if (nameEnd > limits.maxFieldName() || to - from > limits.maxFieldValue()) {
            throw new HttpException(431, "A header field is too long");
        }
        headers.add(latin1(0, nameEnd), plain ? latin1(from, to) : text(from, to));
    }

    /** Reads up to CR LF, which alone ends a line; both are taken and not kept. */
    void readLine(int maxLength, int statusWhenLonger, String messageWhenLonger) throws IOException {
        length = 0;
        while (true) {
            int b = input.read();
            if (b == '\r') {
                if (input.read() != '\n') {
                    throw HttpException.bad("A carriage return without a line feed");
                }
                return;
            }
            if (b < 0) {
                throw HttpException.bad("The connection ended inside a request");
            }
            if (b == '\n' || b == 0) {
                throw HttpException.bad(b == 0 ? "A zero byte in a request" : "A line feed without a carriage return");
            }
            if (length == maxLength) {
                throw new HttpException(statusWhenLonger, messageWhenLonger);
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) b;
        }
    }

    /** Gives the memory of a long line back while the connection waits for its next request. */
    void shrink() {
        if (line.length > MAX_KEPT_LINE_BYTES) {
            line = new byte[FIRST_LINE_BYTES];
        }
    }

    /** The length of the line read last. */
    int length() {
        return length;
    }

    byte at(int position) {
        return line[position];
    }

    private int tokenEnd() {
        int end = 0;
        while (end < length && HeadGrammar.isToken(line[end])) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private String latin1(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Clients send UTF-8 where the standard leaves the bytes open; what is not UTF-8 is kept byte by byte. */
    private String text(int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return latin1(from, to);
        }
    }
}
