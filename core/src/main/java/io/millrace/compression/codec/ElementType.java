package io.millrace.compression.codec;

/**
 * What a codec must know of the values in a stream: their width, and for T64 their kind.
 *
 * <p>{@code t64} is the number that T64 stores in its payload, 0 where T64 does not apply. IPv4 counts as UINT32, Bool
 * as UINT8.
 */
public enum ElementType {
    UINT8(1, 1, false),
    UINT16(2, 2, false),
    UINT32(4, 3, false),
    UINT64(8, 4, false),
    INT8(1, 6, true),
    INT16(2, 7, true),
    INT32(4, 8, true),
    INT64(8, 9, true),
    DATE(2, 13, false),
    DATETIME(4, 14, false),
    DATETIME64(8, 15, true),
    ENUM8(1, 17, false),
    ENUM16(2, 18, false),
    DECIMAL32(4, 19, true),
    DECIMAL64(8, 20, true),
    FLOAT32(4, 0, false),
    FLOAT64(8, 0, false),
    /** Decimal128, Int128, UInt128, UUID, IPv6. */
    WIDE128(16, 0, false),
    /** Decimal256, Int256, UInt256. */
    WIDE256(32, 0, false),
    /** Strings, and everything that has no fixed width. */
    VARIABLE(0, 0, false);

    private static final ElementType[] BY_T64 = new ElementType[21];

    static {
        for (ElementType type : values()) {
            if (type.t64 > 0) {
                BY_T64[type.t64] = type;
            }
        }
    }

    private final int width;
    private final int t64;
    private final boolean signed;

    ElementType(int width, int t64, boolean signed) {
        this.width = width;
        this.t64 = t64;
        this.signed = signed;
    }

    /** Bytes of one value; 0 when it varies. */
    public int width() {
        return width;
    }

    boolean isFloat() {
        return this == FLOAT32 || this == FLOAT64;
    }

    int t64() {
        return t64;
    }

    boolean isSigned() {
        return signed;
    }

    /** The type with that number in T64 payloads; VARIABLE if there is none. */
    static ElementType ofT64(int number) {
        ElementType type = number < BY_T64.length ? BY_T64[number] : null;
        return type == null ? VARIABLE : type;
    }
}
