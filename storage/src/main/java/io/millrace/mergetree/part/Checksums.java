package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.Hash128;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.compression.codec.Codecs;
import io.millrace.compression.frame.CompressedFrameReader;
import io.millrace.compression.frame.CompressedFrameWriter;
import io.millrace.compression.frame.FrameLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The content of {@code checksums.txt}: size and hash of every file of a part. Immutable. */
public record Checksums(Map<String, Entry> files) {
    public static final String FILE_NAME = "checksums.txt";
    private static final String HEADER = "checksums format version: 4\n";
    private static final int BLOCK_BYTES = 1 << 16;

    /**
     * One file.
     *
     * @param rawSize raw bytes of a file of compressed blocks, else -1
     * @param rawHash hash of the raw bytes, zero when there are none
     */
    public record Entry(long size, Hash128 hash, long rawSize, Hash128 rawHash) {
        public static Entry plain(long size, Hash128 hash) {
            return new Entry(size, hash, -1, new Hash128());
        }

        public boolean isCompressed() {
            return rawSize >= 0;
        }
    }

    public Checksums {
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }

    public Optional<Entry> find(String file) {
        return Optional.ofNullable(files.get(file));
    }

    /** Bytes of all files. */
    long totalBytes() {
        return files.values().stream().mapToLong(Entry::size).sum();
    }

    /** Raw bytes of the column files. */
    public long rawBytes() {
        long total = 0;
        for (Map.Entry<String, Entry> file : files.entrySet()) {
            if (file.getKey().endsWith(".bin")) {
                total += Math.max(0, file.getValue().rawSize());
            }
        }
        return total;
    }

    public byte[] toBytes() {
        ByteSink body = new ByteSink(64 * files.size() + 16);
        body.putVarint(files.size());
        files.forEach((name, entry) -> {
            body.putString(name);
            body.putVarint(entry.size());
            body.put(entry.hash().toBytes());
            body.putByte(entry.isCompressed() ? 1 : 0);
            if (entry.isCompressed()) {
                body.putVarint(entry.rawSize());
                body.put(entry.rawHash().toBytes());
            }
        });
        ByteSink out = new ByteSink(body.size() + 64);
        out.putText(HEADER);
        CompressedFrameWriter frames = new CompressedFrameWriter();
        for (int at = 0; at < body.size(); at += BLOCK_BYTES) {
            frames.writeBlock(body.array(), at, Math.min(BLOCK_BYTES, body.size() - at), Codecs.LZ4, out);
        }
        return out.toByteArray();
    }

    /** Reads {@code checksums.txt}. */
    public static Checksums parse(byte[] bytes) {
        byte[] header = HEADER.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length < header.length
                || !HEADER.equals(new String(bytes, 0, header.length, StandardCharsets.US_ASCII))) {
            throw new DbException(
                    ErrorCode.UNKNOWN_FORMAT_VERSION, "Unknown version of checksums.txt; versions up to 4 are known");
        }
        ByteSink body = new ByteSink();
        byte[] frames = java.util.Arrays.copyOfRange(bytes, header.length, bytes.length);
        CompressedFrameReader reader = CompressedFrameReader.of(frames, FrameLimits.DEFAULT);
        while (reader.next()) {
            body.put(reader.raw(), 0, reader.rawSize());
        }
        return parseBody(ByteSource.of(body.array(), 0, body.size()));
    }

    private static Checksums parseBody(ByteSource in) {
        int count = in.getSize(1 << 24);
        Map<String, Entry> files = new TreeMap<>();
        byte[] hash = new byte[Hash128.BYTES];
        for (int i = 0; i < count; i++) {
            String name = in.getString();
            long size = in.getVarint();
            Hash128 fileHash = readHash(in, hash);
            if (in.getByte() == 0) {
                files.put(name, Entry.plain(size, fileHash));
            } else {
                long rawSize = in.getVarint();
                files.put(name, new Entry(size, fileHash, rawSize, readHash(in, hash)));
            }
        }
        return new Checksums(files);
    }

    private static Hash128 readHash(ByteSource in, byte[] buffer) {
        in.get(buffer, 0, buffer.length);
        Hash128 hash = new Hash128();
        hash.readFrom(buffer, 0);
        return hash;
    }
}
