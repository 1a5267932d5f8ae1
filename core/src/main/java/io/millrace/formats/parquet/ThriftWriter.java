package io.millrace.formats.parquet;

import io.millrace.base.io.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes Thrift's compact form; fields of a struct in rising order. Not thread-safe. */
final class ThriftWriter {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteSink out = new ByteSink(512);
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void field(int id, int type) {
        int delta = id - last;
        if (delta > 0 && delta < 16) {
            out.putByte(delta << 4 | type);
        } else {
            out.putByte(type);
            out.putVarint(zigzag(id));
        }
        last = id;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    ThriftWriter bool(int id, boolean value) {
        field(id, value ? 1 : 2);
        return this;
    }

    ThriftWriter int8(int id, int value) {
        field(id, 3);
        out.putByte(value);
        return this;
    }

    ThriftWriter int32(int id, int value) {
        field(id, I32);
        out.putVarint(zigzag(value));
        return this;
    }

    ThriftWriter int64(int id, long value) {
        field(id, I64);
        out.putVarint(zigzag(value));
        return this;
    }

    ThriftWriter text(int id, String value) {
        field(id, BINARY);
        string(value);
        return this;
    }

    private void string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.putVarint(utf8.length);
        out.put(utf8);
    }

    ThriftWriter texts(int id, List<String> values) {
        list(id, BINARY, values.size());
        values.forEach(this::string);
        return this;
    }

    ThriftWriter ints(int id, List<Integer> values) {
        list(id, I32, values.size());
        values.forEach(v -> out.putVarint(zigzag(v)));
        return this;
    }

    /** Begins a list of so many structs, each to be written with {@link #element} and {@link #end}. */
    ThriftWriter structs(int id, int count) {
        list(id, STRUCT, count);
        return this;
    }

    private void list(int id, int type, int count) {
        field(id, LIST);
        if (count < 15) {
            out.putByte(count << 4 | type);
        } else {
            out.putByte(0xF0 | type);
            out.putVarint(count);
        }
    }

    /** Begins a struct in a field. */
    ThriftWriter struct(int id) {
        field(id, STRUCT);
        return element();
    }

    /** Begins a struct in a list. */
    ThriftWriter element() {
        outer.push(last);
        last = 0;
        return this;
    }

    /** Ends the innermost struct, or the outermost one. */
    ThriftWriter end() {
        out.putByte(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }
}
