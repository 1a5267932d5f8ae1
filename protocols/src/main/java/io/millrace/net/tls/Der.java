package io.millrace.net.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** As much of ASN.1's distinguished encoding as keys and certificates need. */
final class Der {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int UTF8_STRING = 0x0C;
    static final int UTC_TIME = 0x17;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final byte[] NULL = {0x05, 0x00};
    static final byte[] TRUE = {0x01, 0x01, (byte) 0xFF};

    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int EXPLICIT = 0xA0;

    private Der() {}

    /** One element: tag, length, and the contents one after the other. */
    static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int bytes = (32 - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 | bytes);
            for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
                out.write(length >> shift);
            }
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... contents) {
        return element(SEQUENCE, contents);
    }

    /** {@code [number] EXPLICIT}. */
    static byte[] tagged(int number, byte[]... contents) {
        return element(EXPLICIT | number, contents);
    }

    static byte[] integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    static byte[] integer(BigInteger value) {
        return element(INTEGER, value.toByteArray());
    }

    static byte[] utf8(String text) {
        return element(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whole bytes, or some of the last one's bits unused. */
    static byte[] bits(int unused, byte... bytes) {
        return element(BIT_STRING, new byte[] {(byte) unused}, bytes);
    }

    /** An object identifier from its dotted text. */
    static byte[] oid(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(parts[0]) * 40 + Integer.parseInt(parts[1]));
        for (int i = 2; i < parts.length; i++) {
            int value = Integer.parseInt(parts[i]);
            for (int shift = 28; shift > 0; shift -= 7) {
                if (value >> shift != 0) {
                    out.write(0x80 | value >> shift & 0x7F);
                }
            }
            out.write(value & 0x7F);
        }
        return element(OBJECT_IDENTIFIER, out.toByteArray());
    }

    /**
     * The whole of the first element inside a SEQUENCE that has a tag, from its tag to its end; an empty array if there is none.
     *
     * @throws IllegalArgumentException if the bytes are no such sequence
     */
    static byte[] child(byte[] sequence, int tag) {
        try {
            int at = contentStart(sequence, 0);
            while (at < sequence.length) {
                int content = contentStart(sequence, at);
                int end = content + length(sequence, at);
                if ((sequence[at] & 0xFF) == tag) {
                    return Arrays.copyOfRange(sequence, at, end);
                }
                at = end;
            }
            return new byte[0];
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The key is cut off", e);
        }
    }

    /** What stands in an element. */
    static byte[] content(byte[] element) {
        return Arrays.copyOfRange(element, contentStart(element, 0), element.length);
    }

    private static int contentStart(byte[] bytes, int at) {
        int first = bytes[at + 1] & 0xFF;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
    }

    private static int length(byte[] bytes, int at) {
        int first = bytes[at + 1] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7F); i++) {
            length = length << 8 | bytes[at + 2 + i] & 0xFF;
        }
        return length;
    }
}
