package io.millrace.testing;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.config.ConfigSource;
import io.millrace.base.config.ConfigTree;
import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.FaultingVfs;
import io.millrace.base.io.RealVfs;
import io.millrace.base.io.Vfs;
import io.millrace.base.time.RealScheduler;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.engine.Engine;
import io.millrace.engine.EngineOptions;
import io.millrace.engine.access.AccessControl;
import io.millrace.engine.access.User;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.session.Session;
import io.millrace.mergetree.commit.CommitLog;
import io.millrace.system.SystemTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The whole engine in this process, without any door: on a temporary directory of its own, or on given files.
 *
 * <p>Every statement runs in a session of its own as user {@code default}, in time zone UTC. Errors of statements come as {@link DbException}; one
 * that has no end within a minute as IllegalStateException. Several threads
 * may query at once; {@link #restart} and {@link #close} belong to one.
 */
public final class TestEngine implements AutoCloseable {
    private static final String VERSION = "26.7.2.1";

    private static final Duration HANGS_AFTER = Duration.ofSeconds(60);
    private static final double QUERIES_SHARE_OF_HEAP = 0.6;

    private final Path data;
    private final Vfs files;
    private final Supplier<Scheduler> schedulers;
    private final boolean temporary;
    private final List<Throwable> backgroundFailures = new CopyOnWriteArrayList<>();
    private CommitLog log;
    private Engine engine;

    private TestEngine(Path data, Vfs files, Optional<Scheduler> scheduler, boolean temporary) {
        this.data = data;
        this.files = files;
        this.schedulers = () -> scheduler.orElseGet(() -> new RealScheduler(2, "background", backgroundFailures::add));
        this.temporary = temporary;
        this.log = CommitLog.open(files, data);
        this.engine = open();
    }

    /** An engine on an empty temporary directory, which goes when the engine is closed. */
    public static TestEngine start() {
        try {
            return new TestEngine(Files.createTempDirectory("millrace-engine-"), new RealVfs(), Optional.empty(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine whose files are in memory: for tests that make many tables and do not look at the disk. */
    public static TestEngine inMemory() {
        return new TestEngine(Path.of("/data"), new FaultingVfs(), Optional.empty(), false);
    }

    /** An engine on a data directory that stays. */
    public static TestEngine startOn(Path data) {
        return new TestEngine(data, new RealVfs(), Optional.empty(), false);
    }

    /** An engine on the given files; background work waits until the test moves the scheduler's time. */
    public static TestEngine startOn(Path data, Vfs files, Scheduler scheduler) {
        return new TestEngine(data, files, Optional.of(scheduler), false);
    }

    private Engine open() {
        Path userFiles = data.resolve("user_files");
        files.createDirectories(userFiles);
        Engine opened = Engine.open(new EngineOptions(
                data,
                userFiles,
                false,
                files,
                log,
                new SystemTables(),
                AccessControl.defaultUserOnly(""),
                schedulers.get(),
                Clock.systemUTC(),
                2,
                (long) (Runtime.getRuntime().maxMemory() * QUERIES_SHARE_OF_HEAP),
                VERSION,
                ZoneId.of("UTC"),
                ConfigSource.fixed(ConfigTree.empty())));
        log.catalogLoaded(data.resolve("store"));
        return opened;
    }

    /** Stops in order and opens the same data again. */
    public void restart() {
        stop();
        log = CommitLog.open(files, data);
        engine = open();
    }

    public Path data() {
        return data;
    }

    public Vfs files() {
        return files;
    }

    public Engine engine() {
        return engine;
    }

    /** What tasks in the background threw. */
    public List<Throwable> backgroundFailures() {
        return List.copyOf(backgroundFailures);
    }

    // ---- statements

    /** The answer in TabSeparated, or in the format the statement names. */
    public String query(String sql) {
        return query(sql, Map.of());
    }

    /** The answer under settings of this statement only. */
    public String query(String sql, Map<String, String> settings) {
        return new String(bytes(sql.getBytes(StandardCharsets.UTF_8), settings), StandardCharsets.UTF_8);
    }

    /** The rows of the answer, sorted as texts: for statements that leave the order open. */
    public List<String> sortedRows(String sql) {
        return sorted(query(sql));
    }

    /** The lines of a TabSeparated answer, sorted. */
    public static List<String> sorted(String answer) {
        return Arrays.stream(answer.split("\n", -1)).sorted().toList();
    }

    /** Runs statements whose answers do not matter, one after the other. */
    public void execute(String... statements) {
        for (String statement : statements) {
            query(statement);
        }
    }

    /** Runs {@code INSERT ... FORMAT ...} with the data behind it. */
    public void insert(String head, byte[] rows, Map<String, String> settings) {
        byte[] start = (head + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(start, start.length + rows.length);
        System.arraycopy(rows, 0, text, start.length, rows.length);
        bytes(text, settings);
    }

    /** The answer as the format wrote it. */
    public byte[] bytes(String sql) {
        return bytes(sql.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private byte[] bytes(byte[] text, Map<String, String> settings) {
        RunningQuery query = start(text, settings, Optional.empty());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long start = System.nanoTime();
        while (System.nanoTime() - start < HANGS_AFTER.toNanos()) {
            switch (query.next(Duration.ofSeconds(1))) {
                case ResultEvent.Bytes bytes -> answer.writeBytes(bytes.bytes());
                case ResultEvent.Failed failed -> {
                    query.close();
                    throw failed.error();
                }
                case ResultEvent.Finished finished -> {
                    query.close();
                    return answer.toByteArray();
                }
                case ResultEvent.Started started -> {}
                case ResultEvent.Rows rows -> {}
                case ResultEvent.TotalRow total -> {}
                case ResultEvent.Progress progress -> {}
            }
        }
        // Not closed: that would wait for an end that does not come.
        query.cancel(CancelReason.CLIENT_GONE);
        throw new IllegalStateException("No end after " + HANGS_AFTER.toSeconds() + " s: " + query.text());
    }

    /** Starts a statement for the caller to follow and to close. */
    public RunningQuery start(String sql, Map<String, String> settings, Optional<String> queryId) {
        return start(sql.getBytes(StandardCharsets.UTF_8), settings, queryId);
    }

    private RunningQuery start(byte[] text, Map<String, String> settings, Optional<String> queryId) {
        Session session = engine.newSession(new User("default"));
        return engine.start(
                session,
                new QueryRequest(
                        queryId,
                        ByteSource.of(text),
                        settings,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        QueryRequest.Output.FORMATTED,
                        0,
                        ClientFacts.LOCAL));
    }

    // ---- the end

    private void stop() {
        engine.shutdown(Duration.ZERO);
        log.close();
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            files.deleteTree(data);
        }
    }
}
