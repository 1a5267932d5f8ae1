package io.millrace.engine.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Addresses that share their first bits, such as {@code 10.0.0.0/8}. Addresses of IPv4 and of IPv6 that stand for each other
 * ({@code ::ffff:10.0.0.1}) are the same. Immutable.
 *
 * @param address in the 16 bytes of IPv6
 * @param mask which bits count, 16 bytes
 * @param text as it was written
 */
public record AddressRange(byte[] address, byte[] mask, String text) {
    private static final int BYTES = 16;
    private static final int IPV4_BYTES = 4;

    /** Reads {@code address}, {@code address/bits} or {@code address/mask}; empty if it is none of them. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String addressText = slash < 0 ? text : text.substring(0, slash);
        try {
            byte[] address = literal(addressText);
            byte[] mask = new byte[BYTES];
            Arrays.fill(mask, (byte) -1);
            if (slash >= 0) {
                String maskText = text.substring(slash + 1);
                if (maskText.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    mask = ofBits(Integer.parseInt(maskText) + (isIpv4(addressText) ? (BYTES - IPV4_BYTES) * 8 : 0));
                } else {
                    byte[] given = literal(maskText);
                    int from = isIpv4(maskText) ? BYTES - IPV4_BYTES : 0;
                    System.arraycopy(given, from, mask, from, BYTES - from);
                }
            }
            return Optional.of(new AddressRange(address, mask, text));
        } catch (UnknownHostException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress peer) {
        byte[] bytes = wide(peer);
        for (int i = 0; i < BYTES; i++) {
            if (((bytes[i] ^ address[i]) & mask[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv4(String text) {
        return text.indexOf(':') < 0;
    }

    private static byte[] ofBits(int bits) {
        if (bits < 0 || bits > BYTES * 8) {
            throw new NumberFormatException("A prefix has no " + bits + " bits");
        }
        byte[] mask = new byte[BYTES];
        for (int bit = 0; bit < bits; bit++) {
            mask[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return mask;
    }

    /** An address as it is written; names, which would have to be looked up, are refused. */
    private static byte[] literal(String text) throws UnknownHostException {
        try {
            return wide(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            throw new UnknownHostException(text);
        }
    }

    static byte[] wide(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == BYTES) {
            return bytes;
        }
        byte[] wide = new byte[BYTES];
        wide[10] = -1;
        wide[11] = -1;
        System.arraycopy(bytes, 0, wide, BYTES - IPV4_BYTES, IPV4_BYTES);
        return wide;
    }
}
