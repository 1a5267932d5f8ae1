package io.millrace.data.type;

import io.millrace.base.error.DbException;

/** How values lie in memory; each has one column class of the same name in {@code data.column}. */
public enum Layout {
    BYTE,
    SHORT,
    INT,
    LONG,
    /** Several 64-bit words per value, least significant first: 128 and 256-bit integers and decimals, UUID. */
    WIDE,
    FLOAT,
    DOUBLE,
    STRING,
    /** A fixed number of bytes per value. */
    FIXED,
    NULLABLE,
    DICTIONARY,
    ARRAY,
    TUPLE;

    /** The layout of integers of a width. */
    static Layout ofBits(int bits) {
        return switch (bits) {
            case 8 -> BYTE;
            case 16 -> SHORT;
            case 32 -> INT;
            case 64 -> LONG;
            case 128, 256 -> WIDE;
            default -> throw DbException.bug("No integer of " + bits + " bits");
        };
    }
}
