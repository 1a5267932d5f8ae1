package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;

/** Where an aggregate function's serialized state ends: on the wire and on disk states lie back to back, without lengths. Thread-safe. */
public interface StateFormat {
    /** Copies the bytes of exactly one state. */
    void copyState(ByteSource in, ByteSink out);
}
