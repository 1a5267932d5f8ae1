package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.XxHash;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.ReadFile;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is in the file of a Log table. Immutable; a longer file is another value.
 *
 * <p>The file begins with eight bytes that name the format. Each INSERT is one record: a mark of eight bytes, the number of pieces (four), for each
 * piece the bytes of its frames and its rows (four each), a hash of all this (eight), then the frames of the pieces. A record is synced before the next
 * one is begun, so a crash can only damage the last record; that one is checked as a whole when the file is opened, and if it is not intact it was never
 * acknowledged and is not there.
 *
 * @param validBytes where the last intact record ends
 * @param fileBytes length of the file; what is behind {@code validBytes} has to go before anything is appended
 */
record LogFile(List<LogPiece> pieces, long rows, long validBytes, long fileBytes) {
    private static final long FORMAT = 0x01_00_47_4F_4C_52_4D_00L;
    private static final long RECORD = 0x44_52_4F_43_45_52_52_4DL;
    private static final int FORMAT_BYTES = 8;
    private static final int MARK_BYTES = 12;
    private static final int PIECE_BYTES = 8;
    private static final int HASH_BYTES = 8;
    private static final int COPY_BYTES = 1 << 20;

    LogFile {
        pieces = List.copyOf(pieces);
    }

    /** A new file without rows, synced; its directory is not. */
    static LogFile create(Vfs vfs, Path path) {
        ByteSink head = new ByteSink();
        head.putLong(FORMAT);
        try (WriteFile file = vfs.create(path)) {
            file.write(head.array(), 0, head.size());
            file.sync();
        }
        return new LogFile(List.of(), 0, head.size(), head.size());
    }

    /** The head of a record whose pieces follow. */
    static byte[] recordHead(List<LogPiece> pieces) {
        ByteSink head = new ByteSink();
        head.putLong(RECORD);
        head.putInt(pieces.size());
        for (LogPiece piece : pieces) {
            head.putInt(piece.bytes());
            head.putInt(piece.rows());
        }
        head.putLong(XxHash.hash64(head.array(), 0, head.size(), 0));
        return head.toByteArray();
    }

    private static long headBytes(long pieces) {
        return MARK_BYTES + pieces * PIECE_BYTES + HASH_BYTES;
    }

    /** The same file after a record with these pieces was appended to its end. */
    LogFile with(List<LogPiece> added) {
        List<LogPiece> all = new ArrayList<>(pieces);
        long at = validBytes + headBytes(added.size());
        long allRows = rows;
        for (LogPiece piece : added) {
            all.add(piece.movedTo(at));
            at += piece.bytes();
            allRows += piece.rows();
        }
        return new LogFile(all, allRows, at, Math.max(at, fileBytes));
    }

    /** The same file after an append has failed somewhere. */
    LogFile damaged() {
        return new LogFile(pieces, rows, validBytes, Long.MAX_VALUE);
    }

    boolean isIntact() {
        return validBytes == fileBytes;
    }

    /** Reads the heads of a file and checks its last record. */
    static LogFile open(Vfs vfs, Path path) {
        try (ReadFile file = vfs.open(path)) {
            long size = file.size();
            if (size < FORMAT_BYTES || source(file, 0, FORMAT_BYTES).getLong() != FORMAT) {
                throw new DbException(
                        ErrorCode.UNKNOWN_FORMAT_VERSION, "File " + path + " is not the file of a Log table");
            }
            LogFile before = new LogFile(List.of(), 0, FORMAT_BYTES, size);
            LogFile found = before;
            while (true) {
                LogFile next = found.withRecordOf(file);
                if (next == found) {
                    break;
                }
                before = found;
                found = next;
            }
            return found.lastRecordIsSound(file, before.pieces().size()) ? found : before;
        }
    }

    /** This file and the record that begins at {@link #validBytes}; this itself if there is no whole one. */
    private LogFile withRecordOf(ReadFile file) {
        if (fileBytes - validBytes < MARK_BYTES) {
            return this;
        }
        ByteSource mark = source(file, validBytes, MARK_BYTES);
        boolean isRecord = mark.getLong() == RECORD;
        int count = mark.getInt();
        if (!isRecord || count < 0 || headBytes(count) > fileBytes - validBytes) {
            return this;
        }
        int size = Math.toIntExact(headBytes(count));
        ByteSource head = source(file, validBytes, size);
        long hash = XxHash.hash64(head.array(), 0, size - HASH_BYTES, 0);
        head.seek(MARK_BYTES);
        List<LogPiece> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(new LogPiece(0, head.getInt(), head.getInt()));
        }
        LogFile longer = with(added);
        return head.getLong() == hash && longer.validBytes() <= fileBytes ? longer : this;
    }

    private boolean lastRecordIsSound(ReadFile file, int firstPiece) {
        try {
            for (LogPiece piece : pieces.subList(firstPiece, pieces.size())) {
                piece.verify(file);
            }
            return true;
        } catch (DbException e) {
            return false;
        }
    }

    private static ByteSource source(ReadFile file, long position, int count) {
        byte[] bytes = new byte[count];
        int got = file.read(position, bytes, 0, count);
        return ByteSource.of(bytes, 0, got);
    }

    /** Copies the valid part to a new file and syncs it. */
    LogFile copyTo(Vfs vfs, Path from, Path to) {
        try (ReadFile in = vfs.open(from);
                WriteFile out = vfs.create(to)) {
            copy(in, validBytes, out);
            out.sync();
        }
        return new LogFile(pieces, rows, validBytes, validBytes);
    }

    /** Appends the first {@code count} bytes of a file to another. */
    static void copy(ReadFile in, long count, WriteFile out) {
        byte[] buffer = new byte[(int) Math.min(COPY_BYTES, Math.max(1, count))];
        for (long at = 0; at < count; ) {
            int got = in.read(at, buffer, 0, (int) Math.min(buffer.length, count - at));
            if (got <= 0) {
                throw new DbException(
                        ErrorCode.CANNOT_READ_ALL_DATA, "A Log table's file became shorter while it was copied");
            }
            out.write(buffer, 0, got);
            at += got;
        }
    }
}
