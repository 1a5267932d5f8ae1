package io.millrace.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How an error is told in the middle of a body: between marks that carry a tag announced in the head, so that no data
 * can be taken for it.
 *
 * @param tag sixteen random letters
 */
record ExceptionFrame(String tag) {
    private static final String MARK = "__exception__";
    /** Clients look for the frame in so many bytes at the end. */
    private static final int MOST_BYTES = 16_384;

    private static final int LENGTH_DIGITS = 8;

    static ExceptionFrame random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder tag = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            tag.append((char) ('a' + random.nextInt(26)));
        }
        return new ExceptionFrame(tag.toString());
    }

    /** The framed text, cut if it is too long. The length counts the line feed behind the text. */
    byte[] around(String text) {
        String before = "\r\n" + MARK + "\r\n" + tag + "\r\n";
        String after = " " + tag + "\r\n" + MARK + "\r\n";
        int room = MOST_BYTES - before.length() - after.length() - LENGTH_DIGITS;
        byte[] message = (text + "\n").getBytes(StandardCharsets.UTF_8);
        if (message.length > room) {
            message = Arrays.copyOf(message, room);
            message[room - 1] = '\n';
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 128);
        frame.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(message);
        frame.writeBytes((message.length + after).getBytes(StandardCharsets.UTF_8));
        return frame.toByteArray();
    }
}
