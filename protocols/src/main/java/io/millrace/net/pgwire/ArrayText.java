package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.type.DataType;

/** Reads {@code {1,NULL,"a b"}}, nested as deep as the type; bounds such as {@code [0:2]=} are skipped. */
final class ArrayText {
    private final ValueReader reader;
    private final byte[] bytes;
    private final int end;
    private final ByteSink scratch = new ByteSink();
    private int at;

    ArrayText(ValueReader reader, byte[] bytes, int from, int to) {
        this.reader = reader;
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    void read(DataType.ArrayType type, ArrayColumn.Builder builder) {
        if (at < end && bytes[at] == '[') {
            while (at < end && bytes[at] != '=') {
                at++;
            }
            at++;
        }
        array(type, builder);
        blanks();
        if (at != end) {
            throw malformed();
        }
    }

    private void array(DataType.ArrayType type, ArrayColumn.Builder builder) {
        need('{');
        blanks();
        if (at < end && bytes[at] == '}') {
            at++;
            builder.endRow();
            return;
        }
        while (true) {
            blanks();
            if (type.element() instanceof DataType.ArrayType inner) {
                array(inner, (ArrayColumn.Builder) builder.elements());
            } else {
                element(type.element(), builder);
            }
            blanks();
            if (at < end && bytes[at] == ',') {
                at++;
                continue;
            }
            need('}');
            builder.endRow();
            return;
        }
    }

    private void element(DataType type, ArrayColumn.Builder builder) {
        scratch.clear();
        boolean quoted = at < end && bytes[at] == '"';
        if (quoted) {
            at++;
            while (at < end && bytes[at] != '"') {
                take();
            }
            need('"');
        } else {
            while (at < end && bytes[at] != ',' && bytes[at] != '}') {
                take();
            }
        }
        int length = scratch.size();
        boolean isNull = !quoted && length == 4 && "null".equalsIgnoreCase(scratch.toString());
        if (isNull) {
            appendNull(type, builder);
        } else {
            reader.text(type, scratch.array(), 0, length, builder.elements());
        }
    }

    static void appendNull(DataType type, ArrayColumn.Builder builder) {
        if (!(type instanceof DataType.NullableType)) {
            throw new DbException(
                    ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
                    "an element of the array is NULL, but its type is " + type.name());
        }
        builder.elements().appendDefault();
    }

    private void take() {
        if (bytes[at] == '\\' && at + 1 < end) {
            at++;
        }
        scratch.putByte(bytes[at++]);
    }

    private void blanks() {
        while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
    }

    private void need(char c) {
        if (at >= end || bytes[at] != c) {
            throw malformed();
        }
        at++;
    }

    private static DbException malformed() {
        return new DbException(ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT, "malformed array literal");
    }
}
