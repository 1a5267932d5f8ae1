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
 * <p>The file begins with eight bytes that name the format. Each INSERT is one record: a head of 36 bytes (a mark, bytes behind the head, rows,
 * number of pieces, and a hash of all this), then for each piece eight bytes (bytes of its frames, rows) and its frames. A record is synced before
 * the next one is begun, so a crash can only damage the last record; that one is checked as a whole when the file is opened, and if it is not
 * intact it was never acknowledged and is not there.
 *
 * @param validBytes where the last intact record ends
 * @param fileBytes length of the file; what is behind {@code validBytes} has to go before anything is appended
 */
record LogFile(List<LogPiece> pieces, long rows, long validBytes, long fileBytes) {
    private static final long FORMAT = 0x01_00_47_4F_4C_52_4D_00L;
    private static final long RECORD = 0x44_52_4F_43_45_52_52_4DL;
    private static final int HEAD_BYTES = 36;
    private static final int PIECE_HEAD_BYTES = 8;
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

    /** The head of a record whose pieces follow, each with its own head. */
    static byte[] recordHead(List<LogPiece> pieces, long rows) {
        long payload = pieces.stream().mapToLong(piece -> PIECE_HEAD_BYTES + piece.bytes()).sum();
        ByteSink head = new ByteSink();
        head.putLong(RECORD);
        head.putLong(payload);
        head.putLong(rows);
        head.putInt(pieces.size());
        head.putLong(XxHash.hash64(head.array(), 0, head.size(), 0));
        return head.toByteArray();
    }

    static void putPieceHead(int bytes, int rows, ByteSink out) {
        out.putInt(bytes);
        out.putInt(rows);
    }

    /** The same file after a record with these pieces was appended to its end. */
    LogFile with(List<LogPiece> added, long addedRows) {
        List<LogPiece> all = new ArrayList<>(pieces);
        long at = validBytes + HEAD_BYTES;
        for (LogPiece piece : added) {
            all.add(piece.movedTo(at + PIECE_HEAD_BYTES));
            at += PIECE_HEAD_BYTES + piece.bytes();
        }
        return new LogFile(all, rows + addedRows, at, at);
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
            if (size < 8 || source(file, 0, 8).getLong() != FORMAT) {
                throw new DbException(ErrorCode.UNKNOWN_FORMAT_VERSION, "File " + path + " is not the file of a Log table");
            }
            LogFile before = new LogFile(List.of(), 0, 8, size);
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
        if (fileBytes - validBytes < HEAD_BYTES) {
            return this;
        }
        ByteSource head = source(file, validBytes, HEAD_BYTES);
        long hash = XxHash.hash64(head.array(), 0, HEAD_BYTES - 8, 0);
        long mark = head.getLong();
        long payload = head.getLong();
        long addedRows = head.getLong();
        int count = head.getInt();
        long end = validBytes + HEAD_BYTES + payload;
        if (mark != RECORD || head.getLong() != hash || end > fileBytes) {
            return this;
        }
        List<LogPiece> all = new ArrayList<>(pieces);
        long at = validBytes + HEAD_BYTES;
        for (int i = 0; i < count; i++) {
            if (at + PIECE_HEAD_BYTES > end) {
                return this;
            }
            ByteSource piece = source(file, at, PIECE_HEAD_BYTES);
            int bytes = piece.getInt();
            at += PIECE_HEAD_BYTES;
            if (bytes < 0 || at + bytes > end) {
                return this;
            }
            all.add(new LogPiece(at, bytes, piece.getInt()));
            at += bytes;
        }
        return at == end ? new LogFile(all, rows + addedRows, end, fileBytes) : this;
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
                throw new DbException(ErrorCode.CANNOT_READ_ALL_DATA, "A Log table's file became shorter while it was copied");
            }
            out.write(buffer, 0, got);
            at += got;
        }
    }
}
