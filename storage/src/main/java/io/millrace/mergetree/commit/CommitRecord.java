package io.millrace.mergetree.commit;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.SipHash;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of the commit log: parts that get their names, parts that go, tokens and riders that become known. Immutable.
 *
 * @param snapshot whether it repeats what older logs said, at the beginning of a new one
 */
record CommitRecord(boolean snapshot, List<TableChange> tables, List<Token> tokens, List<Rider> riders) {
    /** One table's parts. */
    record TableChange(UUID table, List<Rename> added, List<Removal> removed) {}

    /** A temporary directory that becomes a part. */
    record Rename(String temporary, String part) {}

    /** A part that is dropped, or moved to {@code detached/}. */
    record Removal(String part, boolean detached) {}

    /** The mark of an insert that must not be repeated; a hash of what the client sent. */
    record Token(UUID table, long low, long high) {
        static Token of(UUID table, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Hash128 hash = new Hash128();
            SipHash.hash128(bytes, 0, bytes.length, hash);
            return new Token(table, hash.low(), hash.high());
        }
    }

    /** Bytes that somebody wants to survive together with rows: a pipe's position. */
    record Rider(String key, String value) {}

    static final int HEADER_BYTES = 12;

    CommitRecord {
        tables = List.copyOf(tables);
        tokens = List.copyOf(tokens);
        riders = List.copyOf(riders);
    }

    /** Appends length, checksum and content. */
    void writeTo(ByteSink out) {
        ByteSink body = new ByteSink();
        body.putByte(snapshot ? 1 : 0);
        body.putVarint(tables.size());
        for (TableChange table : tables) {
            putUuid(table.table(), body);
            body.putVarint(table.added().size());
            for (Rename rename : table.added()) {
                body.putString(rename.temporary());
                body.putString(rename.part());
            }
            body.putVarint(table.removed().size());
            for (Removal removal : table.removed()) {
                body.putString(removal.part());
                body.putByte(removal.detached() ? 1 : 0);
            }
        }
        body.putVarint(tokens.size());
        for (Token token : tokens) {
            putUuid(token.table(), body);
            body.putLong(token.low());
            body.putLong(token.high());
        }
        body.putVarint(riders.size());
        for (Rider rider : riders) {
            body.putString(rider.key());
            body.putString(rider.value());
        }
        out.putInt(body.size());
        out.putLong(CityHash.hash64(body.array(), 0, body.size()));
        out.put(body.array(), 0, body.size());
    }

    /** The records of a log up to the first that is not whole: what was being written when the power went. */
    static List<CommitRecord> readAll(byte[] log) {
        List<CommitRecord> records = new ArrayList<>();
        int at = 0;
        Optional<Integer> next;
        while ((next = endOfRecord(log, at)).isPresent()) {
            records.add(parse(ByteSource.of(log, at + HEADER_BYTES, next.get())));
            at = next.get();
        }
        return records;
    }

    /** Bytes of whole records at the beginning of a log. */
    static int validBytes(byte[] log) {
        int at = 0;
        Optional<Integer> next;
        while ((next = endOfRecord(log, at)).isPresent()) {
            at = next.get();
        }
        return at;
    }

    private static Optional<Integer> endOfRecord(byte[] log, int at) {
        if (log.length - at < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteSource header = ByteSource.of(log, at, at + HEADER_BYTES);
        int size = header.getInt();
        long checksum = header.getLong();
        int from = at + HEADER_BYTES;
        if (size <= 0 || size > log.length - from || CityHash.hash64(log, from, size) != checksum) {
            return Optional.empty();
        }
        return Optional.of(from + size);
    }

    private static CommitRecord parse(ByteSource in) {
        boolean snapshot = in.getByte() != 0;
        int tableCount = count(in);
        List<TableChange> tables = new ArrayList<>();
        for (int i = 0; i < tableCount; i++) {
            UUID uuid = getUuid(in);
            List<Rename> added = new ArrayList<>();
            for (int left = count(in); left > 0; left--) {
                added.add(new Rename(in.getString(), in.getString()));
            }
            List<Removal> removed = new ArrayList<>();
            for (int left = count(in); left > 0; left--) {
                removed.add(new Removal(in.getString(), in.getByte() != 0));
            }
            tables.add(new TableChange(uuid, added, removed));
        }
        List<Token> tokens = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            tokens.add(new Token(getUuid(in), in.getLong(), in.getLong()));
        }
        List<Rider> riders = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            riders.add(new Rider(in.getString(), in.getString()));
        }
        return new CommitRecord(snapshot, tables, tokens, riders);
    }

    private static int count(ByteSource in) {
        int count = in.getSize(1 << 28);
        if (count > in.available()) {
            throw new DbException(ErrorCode.CORRUPTED_DATA, "A record of the commit log claims more than it holds");
        }
        return count;
    }

    private static void putUuid(UUID uuid, ByteSink out) {
        out.putLong(uuid.getMostSignificantBits());
        out.putLong(uuid.getLeastSignificantBits());
    }

    private static UUID getUuid(ByteSource in) {
        return new UUID(in.getLong(), in.getLong());
    }

    /** Riders hold any bytes; the log keeps them as one character per byte. */
    static String bytesAsText(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] textAsBytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
