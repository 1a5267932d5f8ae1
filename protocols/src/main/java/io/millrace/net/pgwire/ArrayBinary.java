package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.type.DataType;

/** Reads an array in binary: dimensions, the element's type, then the elements with their lengths. */
final class ArrayBinary {
    private static final int MAX_DIMENSIONS = 6;

    private final ValueReader reader;
    private final byte[] bytes;
    private final int end;
    private int at;
    private WireType element = WireType.TEXT;
    private int[] lengths = {};

    ArrayBinary(ValueReader reader, byte[] bytes, int from, int length) {
        this.reader = reader;
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
    }

    void read(DataType.ArrayType type, ArrayColumn.Builder builder) {
        int dimensions = number();
        number();
        element = PgType.ofOid(number()).map(WireType::of).orElse(WireType.TEXT);
        if (dimensions < 0 || dimensions > MAX_DIMENSIONS) {
            throw malformed();
        }
        if (dimensions == 0) {
            builder.endRow();
            return;
        }
        lengths = new int[dimensions];
        long total = 1;
        for (int i = 0; i < dimensions; i++) {
            lengths[i] = number();
            number();
            total *= Math.max(0, lengths[i]);
            if (lengths[i] < 0 || total > end - at) {
                throw malformed();
            }
        }
        array(type, 0, builder);
        if (at != end) {
            throw malformed();
        }
    }

    private void array(DataType.ArrayType type, int level, ArrayColumn.Builder builder) {
        boolean innermost = level == lengths.length - 1;
        for (int i = 0; i < lengths[level]; i++) {
            if (!innermost && type.element() instanceof DataType.ArrayType inner) {
                array(inner, level + 1, (ArrayColumn.Builder) builder.elements());
            } else if (innermost && !(type.element() instanceof DataType.ArrayType)) {
                element(type.element(), builder);
            } else {
                throw new DbException(
                        ErrorCode.TYPE_MISMATCH,
                        "an array with another number of dimensions is wanted: " + type.name());
            }
        }
        builder.endRow();
    }

    private void element(DataType type, ArrayColumn.Builder builder) {
        int length = number();
        if (length < 0) {
            ArrayText.appendNull(type, builder);
            return;
        }
        if (length > end - at) {
            throw malformed();
        }
        reader.binary(element, type, bytes, at, length, builder.elements());
        at += length;
    }

    private int number() {
        if (end - at < 4) {
            throw malformed();
        }
        int value = BigEndian.getInt(bytes, at);
        at += 4;
        return value;
    }

    private static DbException malformed() {
        return new DbException(ErrorCode.INCORRECT_DATA, "incorrect binary data format of an array");
    }
}
