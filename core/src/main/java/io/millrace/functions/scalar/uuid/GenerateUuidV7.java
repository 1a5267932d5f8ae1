package io.millrace.functions.scalar.uuid;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.SplittableRandom;

/**
 * A UUID of version 7 for each row: milliseconds since the epoch, then a counter and random bits, ascending within
 * a block.
 */
@Builtin("generateUUIDv7")
final class GenerateUuidV7 extends RandomUuids {
    GenerateUuidV7() {
        super("generateUUIDv7");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "UUID",
                        "generateUUIDv7([x])",
                        "A UUID of version 7 for each row: milliseconds since the epoch, then a counter and random "
                                + "bits, ascending within a block.")
                .example("SELECT substring(toString(generateUUIDv7()), 15, 1)", "7");
    }

    @Override
    void write(SplittableRandom random, long[] words, int at) {
        long previous = at == 0 ? 0 : words[at - 2] >>> 16;
        long counter = at == 0 ? random.nextInt(0x800) : words[at - 2] & 0xFFF;
        long now = Math.max(System.currentTimeMillis(), previous);
        counter = now == previous ? counter + 1 : random.nextInt(0x800);
        if (counter > 0xFFF) {
            now++;
            counter = 0;
        }
        words[at] = now << 16 | 0x7000L | counter;
        words[at + 1] = random.nextLong() >>> 2 | 1L << 63;
    }
}
