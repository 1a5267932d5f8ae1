package io.millrace.formats;

import java.util.OptionalLong;

/** What a result says about its making, for formats that print it. */
public record ResultStatistics(
        double elapsedSeconds, long rowsRead, long bytesRead, long rowsToRead, OptionalLong rowsBeforeLimit) {
    /** Nothing is known. */
    public static final ResultStatistics NONE = new ResultStatistics(0, 0, 0, 0, OptionalLong.empty());
}
