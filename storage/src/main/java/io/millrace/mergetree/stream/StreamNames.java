package io.millrace.mergetree.stream;

import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.SipHash;
import java.nio.charset.StandardCharsets;

/** Names of streams and their files: escaped, and hashed when they are longer than a file system likes. */
public final class StreamNames {
    /** ClickHouse's default {@code max_file_name_length}. */
    public static final int MAX_FILE_NAME_BYTES = 127;

    private static final String HEX = "0123456789ABCDEF";

    private StreamNames() {}

    /** Letters, digits and underscores stay; every other byte becomes {@code %XX}. */
    public static String escape(String name) {
        StringBuilder text = new StringBuilder(name.length() + 8);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_') {
                text.append((char) b);
            } else {
                text.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return text.toString();
    }

    /** The base name of the files of a stream (or index): the name itself, or its hash when it is too long. */
    public static String fileBase(String escapedName) {
        byte[] bytes = escapedName.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MAX_FILE_NAME_BYTES ? escapedName : hashed(bytes);
    }

    private static String hashed(byte[] bytes) {
        Hash128 hash = new Hash128();
        SipHash.hash128(bytes, 0, bytes.length, hash);
        return hash.toNumberHex();
    }
}
