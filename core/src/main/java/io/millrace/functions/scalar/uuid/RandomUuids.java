package io.millrace.functions.scalar.uuid;

import io.millrace.data.column.Column;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.functions.scalar.random.RandomNumbers;
import java.util.SplittableRandom;

/** Base of generateUUIDv4 and generateUUIDv7. */
abstract class RandomUuids extends RandomNumbers {
    RandomUuids(String name) {
        super(name);
    }

    /** Writes one value's two words at {@code at}. */
    abstract void write(SplittableRandom random, long[] words, int at);

    @Override
    protected final DataType resultType() {
        return Types.UUID;
    }

    @Override
    protected final Column numbers(SplittableRandom random, int rows) {
        long[] words = new long[2 * rows];
        for (int i = 0; i < words.length; i += 2) {
            write(random, words, i);
        }
        return new WideColumn(words, 2, rows);
    }
}
