package io.millrace.net.http;

import io.millrace.net.listen.ConnectionInput;
import java.io.IOException;

/** A body of declared length. */
final class LengthBody extends RequestBody {
    private long left;

    LengthBody(ConnectionInput input, long contentLength, long limit, BeforeBody beforeFirstRead) {
        super(input, limit, beforeFirstRead);
        this.left = contentLength;
        if (contentLength == 0) {
            markEnded();
        }
    }

    @Override
    int receive(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = input.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw tooEarly();
        }
        left -= count;
        if (left == 0) {
            markEnded();
        }
        return count;
    }

    @Override
    long expected() {
        return left;
    }
}
