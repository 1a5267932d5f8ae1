package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.IntHash;
import io.millrace.base.hash.MurmurHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** MurmurHash2 as Kafka partitions by it, 32 bits. */
@Builtin("kafkaMurmurHash")
final class KafkaMurmurHash extends AnyHash {
    KafkaMurmurHash() {
        super(
                "kafkaMurmurHash",
                Types.UINT32,
                false,
                (b, from, n) -> MurmurHash.kafka(b, from, n) & 0xFFFF_FFFFL,
                (h, n) -> IntHash.combine32((int) h, (int) n) & 0xFFFF_FFFFL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "kafkaMurmurHash(a, ...)", "MurmurHash2 as Kafka partitions by it, 32 bits.")
                .example("SELECT kafkaMurmurHash('a')", "584102524");
    }
}
