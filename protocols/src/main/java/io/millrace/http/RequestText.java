package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.compression.content.ContentCoding;
import io.millrace.compression.content.ExpansionLimits;
import io.millrace.compression.frame.CompressedInputStream;
import io.millrace.compression.frame.FrameLimits;
import io.millrace.net.http.HttpExchange;
import io.millrace.net.http.HttpRequest.BodyFraming;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * The text of a query: what stands in the address, a line feed, and the body, decoded. The body is read only as far as
 * it is asked for, possibly by another thread.
 */
final class RequestText {
    private final ByteSource source;
    private final Watched body;

    /**
     * @param query from the address; empty when the body has it all
     * @param framed whether the body consists of compressed blocks
     * @param limits how much these blocks are believed
     */
    static RequestText of(HttpExchange exchange, byte[] query, boolean framed, FrameLimits limits) throws IOException {
        boolean alone = exchange.request().framing() == BodyFraming.NONE;
        Watched body = new Watched(exchange.body(), alone);
        if (alone) {
            return new RequestText(ByteSource.of(query), body);
        }
        InputStream rest = decoded(exchange, body, framed, limits);
        if (query.length == 0) {
            return new RequestText(ByteSource.of(rest), body);
        }
        byte[] head = Arrays.copyOf(query, query.length + 1);
        head[query.length] = '\n';
        return new RequestText(ByteSource.of(head, 0, head.length, rest), body);
    }

    /** A query that the body has no part in, or none any more. */
    static RequestText alone(byte[] query, boolean bodyReceived) {
        return new RequestText(ByteSource.of(query), new Watched(InputStream.nullInputStream(), bodyReceived));
    }

    private RequestText(ByteSource source, Watched body) {
        this.source = source;
        this.body = body;
    }

    /** What the body holds, after its codings are taken away. */
    static InputStream decoded(HttpExchange exchange, InputStream body, boolean framed, FrameLimits limits)
            throws IOException {
        InputStream raw = decoded(body, exchange.request().headers().get("Content-Encoding"));
        return framed ? new CompressedInputStream(raw, limits) : raw;
    }

    private static InputStream decoded(InputStream coded, String encodings) throws IOException {
        InputStream plain = coded;
        String[] names = encodings.split(",", -1);
        // The coding named last was applied last.
        for (int i = names.length - 1; i >= 0; i--) {
            String name = names[i].strip();
            if (!name.isEmpty() && !name.toLowerCase(Locale.ROOT).equals("identity")) {
                ContentCoding coding = ContentCoding.ofName(name)
                        .orElseThrow(() -> new DbException(
                                ErrorCode.NOT_IMPLEMENTED, "Unknown compression method in Content-Encoding: " + name));
                plain = coding.decode(plain, ExpansionLimits.DEFAULT);
            }
        }
        return plain;
    }

    ByteSource source() {
        return source;
    }

    /** Whether the whole body has been received. */
    boolean isReceived() {
        return body.ended;
    }

    /** Notices the end. */
    private static final class Watched extends FilterInputStream {
        private volatile boolean ended;

        Watched(InputStream in, boolean ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value < 0) {
                ended = true;
            }
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            if (count < 0) {
                ended = true;
            }
            return count;
        }
    }
}
