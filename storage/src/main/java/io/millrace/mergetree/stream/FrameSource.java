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

    /**
     * Decodes the block at a file position straight into an array, if it has at most {@code room} bytes and is not the one that is decoded already.
     *
     * @return its raw size; -1 when it is to be had by {@link #load}
     */
    int loadInto(long frame, byte[] target, int at, int room) {
        if (loaded == frame) {
            return -1;
        }
        frames.seek(frame);
        int size = frames.nextInto(target, at, room);
        if (size >= 0) {
            // the position behind is now that of this block, not of the decoded one
            loaded = NONE;
            bytesDecoded += size;
        }
        return size;
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
    long bytesDecoded() {
        return bytesDecoded;
    }
}
