package io.millrace.sql.ast;

/**
 * Where a piece of syntax begins: the byte offset (0-based, UTF-8) in the statement text.
 *
 * <p>All positions are equal to each other, on purpose: two syntax trees are equal when they say the same, wherever they
 * were written. Compare {@link #offset()} to tell places apart. Immutable.
 */
public record Position(int offset) {
    /** The position of syntax that was made by code and stands in no text. */
    public static final Position NONE = new Position(-1);

    @Override
    public boolean equals(Object other) {
        return other instanceof Position;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
