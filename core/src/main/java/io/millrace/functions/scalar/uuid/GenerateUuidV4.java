package io.millrace.functions.scalar.uuid;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.SplittableRandom;

/** A random UUID of version 4 for each row. */
@Builtin("generateUUIDv4")
final class GenerateUuidV4 extends RandomUuids {
    GenerateUuidV4() {
        super("generateUUIDv4");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("UUID", "generateUUIDv4([x])", "A random UUID of version 4 for each row.")
                .example("SELECT substring(toString(generateUUIDv4()), 15, 1)", "4");
    }

    @Override
    void write(SplittableRandom random, long[] words, int at) {
        words[at] = random.nextLong() & ~0xF000L | 0x4000L;
        words[at + 1] = random.nextLong() >>> 2 | 1L << 63;
    }
}
