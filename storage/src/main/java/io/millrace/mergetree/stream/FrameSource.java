package io.millrace.mergetree.stream;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ReadFile;
import io.millrace.compression.frame.CompressedFrameReader;
import io.millrace.compression.frame.FrameLimits;

/**
 * The decoded compressed blocks of one file, one at a time; streams that lie in the same blocks (Compact parts) share it, so that a block is decoded
 * once. Not thread-safe.
 */
public final class FrameSource {
    private static final long NONE = -1;

    private final CompressedFrameReader frames;
    private long loaded = NONE;
    private long bytesDecoded;

    public FrameSource(ReadFile file) {
        frames = new CompressedFrameReader(file, FrameLimits.DEFAULT);
    }

    /** Whether the block at that file position is the decoded one. */
    boolean isLoaded(long frame) {
        return loaded == frame;
    }

    /** Decodes the block at a file position; false when the file ends there. */
    boolean load(long frame) {
        if (loaded == frame) {
            return true;
        }
        loaded = NONE;
        frames.seek(frame);
        if (!frames.next()) {
            return false;
        }
        loaded = frame;
        bytesDecoded += frames.rawSize();
        return true;
    }

    /** Like {@link #load}, where a block must be. */
    void require(long frame) {
        if (!load(frame)) {
            throw new DbException(
                    ErrorCode.CANNOT_READ_ALL_DATA,
                    "The file ends at byte " + frame + ", where a mark or the values before say that more follows");
        }
    }

    byte[] raw() {
        return frames.raw();
    }

    int rawSize() {
        return frames.rawSize();
    }

    /** File position of the block behind the decoded one. */
    long next() {
        return frames.nextPosition();
    }

    /** Raw bytes decoded so far. */
    public long bytesDecoded() {
        return bytesDecoded;
    }
}
