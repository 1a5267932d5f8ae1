package io.millrace.sql.ast;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The value of a literal as written; its type is chosen by the analyzer as ClickHouse does. Immutable.
 */
public sealed interface LiteralValue {

    /** {@code NULL}. */
    record NullValue() implements LiteralValue {}

    /** {@code true} or {@code false}. */
    record BoolValue(boolean value) implements LiteralValue {}

    /** A whole number from -2^63 to 2^64-1; a number beyond is a {@link FloatValue}, as in ClickHouse. */
    record IntegerValue(BigInteger value) implements LiteralValue {
        public static IntegerValue of(long value) {
            return new IntegerValue(BigInteger.valueOf(value));
        }
    }

    /** A number with a fraction or an exponent, {@code inf} or {@code nan}. */
    record FloatValue(double value) implements LiteralValue {}

    /** A string: any bytes, with escapes already replaced. Nobody may change the array. */
    record StringValue(byte[] bytes) implements LiteralValue {
        public static StringValue of(String text) {
            return new StringValue(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The bytes read as UTF-8, broken sequences replaced. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof StringValue that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "StringValue[" + text() + "]";
        }
    }

    /** {@code [1, 2]} where all elements are literals. */
    record ArrayValue(List<LiteralValue> elements) implements LiteralValue {
        public ArrayValue {
            elements = List.copyOf(elements);
        }
    }

    /** {@code (1, 'a')} where all elements are literals. */
    record TupleValue(List<LiteralValue> elements) implements LiteralValue {
        public TupleValue {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {'a': 1}} where all keys and values are literals; only settings are written so. */
    record MapValue(List<Entry> entries) implements LiteralValue {
        public MapValue {
            entries = List.copyOf(entries);
        }
    }

    /** One key and its value in a {@link MapValue}. */
    record Entry(LiteralValue key, LiteralValue value) {}
}
