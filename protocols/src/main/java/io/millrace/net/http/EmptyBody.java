package io.millrace.net.http;

import io.millrace.net.listen.ConnectionInput;

/** No body. */
final class EmptyBody extends RequestBody {
    EmptyBody(ConnectionInput input) {
        super(input, Long.MAX_VALUE, () -> {});
        markEnded();
    }

    @Override
    int receive(byte[] target, int offset, int length) {
        return -1;
    }

    @Override
    long expected() {
        return 0;
    }
}
