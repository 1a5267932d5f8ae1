package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.text.DecimalText;
import io.millrace.data.text.FloatText;
import io.millrace.data.text.IntegerText;
import io.millrace.data.type.DataType;

/** Writers of numbers, one class per layout so that each loop has one shape. */
final class NumberWriters {
    private NumberWriters() {}

    /** Int8. */
    static final class Signed8 extends LayoutWriters.Bytes {
        @Override
        public void write(int row, ByteSink out) {
            IntegerText.write(values[row], out);
        }
    }

    /** UInt8. */
    static final class Unsigned8 extends LayoutWriters.Bytes {
        @Override
        public void write(int row, ByteSink out) {
            IntegerText.writeUnsigned(values[row] & 0xFF, out);
        }
    }

    /** Int16. */
    static final class Signed16 extends LayoutWriters.Shorts {
        @Override
        public void write(int row, ByteSink out) {
            IntegerText.write(values[row], out);
        }
    }

    /** UInt16. */
    static final class Unsigned16 extends LayoutWriters.Shorts {
        @Override
        public void write(int row, ByteSink out) {
            IntegerText.writeUnsigned(values[row] & 0xFFFF, out);
        }
    }

    /** Int32. */
    static final class Signed32 extends LayoutWriters.Ints {
        @Override
        public void write(int row, ByteSink out) {
            IntegerText.write(values[row], out);
        }
    }

    /** UInt32. */
    static final class Unsigned32 extends LayoutWriters.Ints {
        @Override
        public void write(int row, ByteSink out) {
            IntegerText.writeUnsigned(values[row] & 0xFFFF_FFFFL, out);
        }
    }

    /** Int64. */
    static final class Signed64 extends LayoutWriters.Longs {
        @Override
        public void write(int row, ByteSink out) {
            IntegerText.write(values[row], out);
        }
    }

    /** UInt64. */
    static final class Unsigned64 extends LayoutWriters.Longs {
        @Override
        public void write(int row, ByteSink out) {
            IntegerText.writeUnsigned(values[row], out);
        }
    }

    /** 128 and 256-bit integers. */
    static final class Wide extends TextWriter {
        private final boolean signed;
        private long[] words = {};
        private int width = 2;

        Wide(boolean signed) {
            this.signed = signed;
        }

        @Override
        public void bind(Column column) {
            WideColumn wide = cast(WideColumn.class, column);
            words = wide.words();
            width = wide.wordsPerValue();
        }

        @Override
        public void write(int row, ByteSink out) {
            IntegerText.writeWide(words, row * width, width, signed, out);
        }
    }

    /** Float32 and Float64. */
    static final class Floating extends TextWriter {
        private final boolean single;
        private final boolean json;
        private final boolean quoteDenormals;
        private final boolean quoteAll;
        private final FloatText text = new FloatText();
        private float[] floats = {};
        private double[] doubles = {};

        Floating(int bits, boolean json, TextOptions options) {
            this.single = bits == 32;
            this.json = json;
            this.quoteDenormals = json && options.jsonQuoteDenormals();
            this.quoteAll = json && options.jsonQuoteFloats() && !single;
        }

        @Override
        public void bind(Column column) {
            if (single) {
                floats = cast(FloatColumn.class, column).values();
            } else {
                doubles = cast(DoubleColumn.class, column).values();
            }
        }

        @Override
        public void write(int row, ByteSink out) {
            if (json) {
                writeJson(row, out);
            } else if (single) {
                text.write(floats[row], out);
            } else {
                text.write(doubles[row], out);
            }
        }

        private void writeJson(int row, ByteSink out) {
            boolean finite = single ? Float.isFinite(floats[row]) : Double.isFinite(doubles[row]);
            if (!finite && !quoteDenormals) {
                out.putText("null");
                return;
            }
            boolean quote = quoteAll || !finite;
            if (quote) {
                out.putByte('"');
            }
            if (single) {
                text.write(floats[row], out);
            } else {
                text.write(doubles[row], out);
            }
            if (quote) {
                out.putByte('"');
            }
        }
    }

    /** Decimals of every width. */
    static final class Decimal extends TextWriter {
        private final int bits;
        private final int scale;
        private final boolean trailingZeros;
        private int[] ints = {};
        private long[] longs = {};

        Decimal(DataType.DecimalType type, boolean trailingZeros) {
            this.bits = type.bits();
            this.scale = type.scale();
            this.trailingZeros = trailingZeros;
        }

        @Override
        public void bind(Column column) {
            switch (bits) {
                case 32 -> ints = cast(IntColumn.class, column).values();
                case 64 -> longs = cast(LongColumn.class, column).values();
                default -> longs = cast(WideColumn.class, column).words();
            }
        }

        @Override
        public void write(int row, ByteSink out) {
            switch (bits) {
                case 32 -> DecimalText.write(ints[row], scale, trailingZeros, out);
                case 64 -> DecimalText.write(longs[row], scale, trailingZeros, out);
                default -> {
                    int width = bits / 64;
                    DecimalText.write(IntegerText.wide(longs, row * width, width, true), scale, trailingZeros, out);
                }
            }
        }
    }
}
