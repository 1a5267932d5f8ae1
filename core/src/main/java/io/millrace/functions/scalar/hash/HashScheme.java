package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.IntHash;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/**
 * How a hash function treats bytes and numbers and joins the hashes of several values. Stateless; threads share
 * it.
 */
record HashScheme(String name, DataType type, boolean mixesNumbers, Bytes bytes, Joining joining) {
    /** The hash of a byte range. */
    interface Bytes {
        long hash(byte[] bytes, int from, int length);
    }

    /** The hash of the values so far and of the next one. */
    interface Joining {
        long join(long hash, long next);
    }

    boolean narrow() {
        return type.equals(Types.UINT32) || type.equals(Types.INT32);
    }

    /** The hash of an integer, which is how numbers and array sizes are hashed by some schemes. */
    long mixed(long value) {
        return narrow() ? IntHash.hash32(value) & 0xFFFF_FFFFL : IntHash.hash64(value);
    }
}
