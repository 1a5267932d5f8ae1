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
    RequestText(HttpExchange exchange, byte[] query, boolean framed, FrameLimits limits) throws IOException {
        boolean alone = exchange.request().framing() == BodyFraming.NONE;
        this.body = new Watched(exchange.body(), alone);
        if (alone) {
            this.source = ByteSource.of(query);
            return;
        }
        InputStream raw = decoded(body, exchange.request().headers().get("Content-Encoding"));
        InputStream rest = framed ? new CompressedInputStream(raw, limits) : raw;
        if (query.length == 0) {
            this.source = ByteSource.of(rest);
        } else {
            byte[] head = Arrays.copyOf(query, query.length + 1);
            head[query.length] = '\n';
            this.source = ByteSource.of(head, 0, head.length, rest);
        }
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
