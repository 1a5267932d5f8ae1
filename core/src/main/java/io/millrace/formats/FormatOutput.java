package io.millrace.formats;

import io.millrace.base.io.ByteSink;

/** Where writers put their bytes. Not thread-safe. */
public interface FormatOutput {
    /** The sink to append to; ask again after {@link #drain}. */
    ByteSink sink();

    /** Says that the sink may be sent and cleared now; called at least once per block and about every 64 KiB. */
    void drain();

    /** Collects everything in one sink. */
    static FormatOutput of(ByteSink sink) {
        return new FormatOutput() {
            @Override
            public ByteSink sink() {
                return sink;
            }

            @Override
            public void drain() {
                // stays in the sink
            }
        };
    }
}
