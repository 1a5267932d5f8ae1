package io.millrace.benchmarks.hits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes the table as a TabSeparated file, in the order of its key. Chunks of rows are rendered by several threads and
 * written in order; the bytes depend only on the seed and the number of rows.
 */
public final class HitsGenerator {
    private static final int CHUNK_ROWS = 8192;
    private static final int CHUNK_BYTES = 8 << 20;

    private final long seed;
    private final long rows;
    private final int threads;

    /** A generator of {@code rows} rows from {@code seed}, with {@code threads} rendering threads. */
    public HitsGenerator(long seed, long rows, int threads) {
        this.seed = seed;
        this.rows = rows;
        this.threads = threads;
    }

    /** Writes {@code file} unless it is there already; a file half written is never left under that name. */
    public void writeOnce(Path file) {
        if (Files.exists(file)) {
            return;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                write(channel);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void write(FileChannel channel) throws IOException {
        Words words = new Words();
        BlockingQueue<HitsWriter> writers = new ArrayBlockingQueue<>(threads);
        BlockingQueue<TsvBuffer> buffers = new ArrayBlockingQueue<>(threads + 2);
        for (int i = 0; i < threads; i++) {
            writers.add(new HitsWriter(seed, rows, words));
        }
        for (int i = 0; i < threads + 2; i++) {
            buffers.add(new TsvBuffer(CHUNK_BYTES));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            ArrayDeque<Future<TsvBuffer>> pending = new ArrayDeque<>();
            for (List<Groups.Group> chunk : chunks()) {
                if (pending.size() > threads) {
                    drain(pending.remove(), channel, buffers);
                }
                TsvBuffer buffer = buffers.take();
                pending.add(pool.submit(() -> render(chunk, writers, buffer)));
            }
            while (!pending.isEmpty()) {
                drain(pending.remove(), channel, buffers);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static TsvBuffer render(List<Groups.Group> chunk, BlockingQueue<HitsWriter> writers, TsvBuffer buffer)
            throws InterruptedException {
        HitsWriter writer = writers.take();
        try {
            for (Groups.Group group : chunk) {
                writer.write(group, buffer);
            }
            return buffer;
        } finally {
            writers.add(writer);
        }
    }

    private static void drain(Future<TsvBuffer> chunk, FileChannel channel, BlockingQueue<TsvBuffer> buffers)
            throws IOException, InterruptedException {
        try {
            TsvBuffer buffer = chunk.get();
            ByteBuffer bytes = ByteBuffer.wrap(buffer.bytes(), 0, buffer.size());
            while (bytes.hasRemaining()) {
                // Slices, so that the channel's direct copy buffer stays small.
                ByteBuffer slice = bytes.slice(bytes.position(), Math.min(1 << 20, bytes.remaining()));
                bytes.position(bytes.position() + channel.write(slice));
            }
            buffer.clear();
            buffers.add(buffer);
        } catch (ExecutionException e) {
            throw new IOException("cannot render rows", e.getCause());
        }
    }

    private List<List<Groups.Group>> chunks() {
        List<List<Groups.Group>> chunks = new ArrayList<>();
        List<Groups.Group> chunk = new ArrayList<>();
        long size = 0;
        for (Groups.Group group : Groups.of(rows)) {
            chunk.add(group);
            size += group.rows();
            if (size >= CHUNK_ROWS) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                size = 0;
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
