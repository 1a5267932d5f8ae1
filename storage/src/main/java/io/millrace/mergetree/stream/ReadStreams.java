package io.millrace.mergetree.stream;

import java.util.Optional;

/** Where a {@link ColumnReaders} gets the streams of one column of one part from. */
public interface ReadStreams {
    /** The stream of that full escaped name; empty when the part does not have it. */
    Optional<StreamReader> open(String streamName);

    /** Whether the part is Compact: each granule stands for itself. */
    boolean isCompact();
}
