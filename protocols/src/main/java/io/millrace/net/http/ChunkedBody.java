package io.millrace.net.http;

import io.millrace.net.listen.ConnectionInput;
import java.io.IOException;

/**
 * A body in chunks. Sizes are hexadecimal digits and nothing else; extensions are bounded, unquoted and ignored;
 * trailers are checked and ignored.
 */
final class ChunkedBody extends RequestBody {
    /** Fifteen digits cannot overflow a long. */
    private static final int MAX_SIZE_DIGITS = 15;

    private static final int MAX_SIZE_LINE = 256;
    /** All extensions of a body together; more of them than data is an attack. */
    private static final int MAX_EXTENSIONS = 16 * 1024;

    private final RequestReader lines;
    private long left;
    private boolean insideChunks;
    private int extensions;

    ChunkedBody(ConnectionInput input, RequestReader lines, long limit, BeforeBody beforeFirstRead) {
        super(input, limit, beforeFirstRead);
        this.lines = lines;
    }

    @Override
    int receive(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && !nextChunk()) {
            return -1;
        }
        int count = input.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw tooEarly();
        }
        left -= count;
        return count;
    }

    @Override
    long expected() {
        return Math.max(1, left);
    }

    private boolean nextChunk() throws IOException {
        if (insideChunks) {
            lines.readLine(0, 400, "A chunk is longer than its size says");
        }
        insideChunks = true;
        left = chunkSize();
        if (left > 0) {
            return true;
        }
        HttpHeaders trailers = lines.fields();
        if (trailers.contains("Content-Length")
                || trailers.contains("Transfer-Encoding")
                || trailers.contains("Host")) {
            throw HttpException.bad("A trailer cannot say how the request is framed");
        }
        return false;
    }

    private long chunkSize() throws IOException {
        lines.readLine(MAX_SIZE_LINE, 400, "The size line of a chunk is too long");
        long size = 0;
        int digits = 0;
        int digit;
        while (digits < lines.length() && (digit = hexDigit(lines.at(digits))) >= 0) {
            size = size << 4 | digit;
            digits++;
        }
        if (digits == 0 || digits > MAX_SIZE_DIGITS) {
            throw HttpException.bad("Invalid size of a chunk");
        }
        checkExtensions(digits);
        return size;
    }

    /** {@code ;name} or {@code ;name=value}, without blanks and quotes: readers disagree about what those hide. */
    private void checkExtensions(int from) throws HttpException {
        extensions += lines.length() - from;
        boolean good = extensions <= MAX_EXTENSIONS && (from == lines.length() || lines.at(from) == ';');
        for (int i = from; good && i < lines.length(); i++) {
            byte b = lines.at(i);
            boolean followedByName = i + 1 < lines.length() && HeadGrammar.isToken(lines.at(i + 1));
            good = HeadGrammar.isToken(b) || (b == ';' || b == '=') && followedByName;
        }
        if (!good) {
            throw HttpException.bad("Invalid extension of a chunk");
        }
    }

    private static int hexDigit(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }
}
