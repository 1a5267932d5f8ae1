package io.millrace.mergetree.stream;

/** Where a {@link ColumnWriter} gets the streams to write into. */
public interface WriteStreams {
    /**
     * A stream of that full escaped name.
     *
     * @param values whether it holds the values themselves: only those are written with codecs for particular types
     */
    Stream open(String streamName, boolean values);

    /** Whether the part is Compact: each granule stands for itself. */
    boolean isCompact();

    /** One stream as its column writer sees it; {@link #out} may change its codec when streams share a file. */
    interface Stream {
        StreamWriter out();
    }
}
