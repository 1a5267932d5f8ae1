package io.millrace.functions.scalar.ip;

import io.millrace.base.error.DbException;
import io.millrace.data.text.IpText;
import io.millrace.functions.scalar.row.TextView;

/** Reading addresses from texts without throwing. */
final class AddressText {
    private AddressText() {}

    /** The IPv4 address as an unsigned number, or -1. */
    static long v4(TextView text, int row) {
        try {
            return text.length(row) == 0
                    ? -1
                    : IpText.parseV4(text.bytes(), text.from(row), text.to(row)) & 0xFFFF_FFFFL;
        } catch (DbException e) {
            return -1;
        }
    }

    /** Writes an IPv6 address's 16 bytes; false if the text is none. */
    static boolean v6(TextView text, int row, byte[] target, int at) {
        try {
            if (text.length(row) == 0) {
                return false;
            }
            IpText.parseV6(text.bytes(), text.from(row), text.to(row), target, at);
            return true;
        } catch (DbException e) {
            return false;
        }
    }
}
