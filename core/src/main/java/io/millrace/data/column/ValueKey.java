package io.millrace.data.column;

import java.util.Arrays;

/** One value of any layout as bytes with equality, for maps of few entries; not for hot loops. NULL has bytes of its own. */
record ValueKey(byte[] bytes) {
    static ValueKey of(Column column, int row) {
        return switch (column) {
            case ConstColumn c -> of(c.value(), 0);
            case NullableColumn n ->
                n.isNull(row) ? new ValueKey(new byte[0]) : of(n.values(), row).behindFlag();
            case StringColumn s -> new ValueKey(s.copyOf(row));
            case FixedColumn f -> new ValueKey(Arrays.copyOfRange(f.bytes(), row * f.width(), (row + 1) * f.width()));
            case ByteColumn b -> ofLong(b.values()[row]);
            case ShortColumn s -> ofLong(s.values()[row]);
            case IntColumn i -> ofLong(i.values()[row]);
            case LongColumn l -> ofLong(l.values()[row]);
            case FloatColumn f -> ofLong(Float.floatToRawIntBits(f.values()[row]));
            case DoubleColumn d -> ofLong(Double.doubleToRawLongBits(d.values()[row]));
            case WideColumn w -> new ValueKey(w.signed(row).toByteArray());
            case DictionaryColumn d -> of(d.dictionary(), d.codes()[row]);
            case ArrayColumn a -> throw new IllegalArgumentException("an array is no dictionary value");
            case TupleColumn t -> throw new IllegalArgumentException("a tuple is no dictionary value");
            case LambdaColumn l -> throw new IllegalArgumentException("a lambda is no dictionary value");
        };
    }

    private static ValueKey ofLong(long value) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (value >>> (8 * i));
        }
        return new ValueKey(bytes);
    }

    private ValueKey behindFlag() {
        byte[] flagged = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, flagged, 1, bytes.length);
        return new ValueKey(flagged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
