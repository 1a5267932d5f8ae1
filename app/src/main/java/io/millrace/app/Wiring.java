package io.millrace.app;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.io.RealVfs;
import io.millrace.base.time.RealScheduler;
import io.millrace.base.time.Scheduler;
import io.millrace.engine.Engine;
import io.millrace.engine.EngineOptions;
import io.millrace.engine.access.AccessControl;
import io.millrace.mergetree.commit.CommitLog;
import io.millrace.system.SystemTables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts an engine together from its parts: real files, the commit log, the system tables, a scheduler.
 *
 * @param dataPath where everything is stored
 * @param userFilesPath where file() reads and writes
 * @param anyFile whether file() may leave that directory
 * @param threads for queries
 * @param memoryBytes for all queries together
 */
record Wiring(
        Path dataPath,
        Path userFilesPath,
        boolean anyFile,
        AccessControl access,
        int threads,
        long memoryBytes,
        ZoneId zone,
        ConfigSource config) {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    /** The rest of the heap is for what nobody counts: parsed statements, buffers of connections, garbage. */
    private static final double QUERIES_SHARE_OF_HEAP = 0.75;

    Wiring {
        zone = ServerZone.named(zone);
    }

    /** For a server, whose users only reach the files meant for them. */
    Wiring(
            Path dataPath,
            Path userFilesPath,
            AccessControl access,
            int threads,
            long memoryBytes,
            ZoneId zone,
            ConfigSource config) {
        this(dataPath, userFilesPath, false, access, threads, memoryBytes, zone, config);
    }

    static int defaultThreads() {
        return Runtime.getRuntime().availableProcessors();
    }

    static long defaultMemoryBytes() {
        return (long) (Runtime.getRuntime().maxMemory() * QUERIES_SHARE_OF_HEAP);
    }

    /**
     * An engine that runs, and what must end with it.
     *
     * @param newAccess whether no user or role was ever made by SQL here
     */
    record Running(Engine engine, CommitLog log, Scheduler scheduler, boolean newAccess) {
        void shutdown(Duration grace) {
            engine.shutdown(grace);
            log.close();
        }
    }

    Running open() {
        RealVfs files = new RealVfs();
        CommitLog log = CommitLog.open(files, dataPath);
        boolean newAccess = access.open(files, dataPath.resolve("access"));
        Scheduler scheduler = new RealScheduler(
                Math.max(2, threads / 2), "background", failure -> LOG.error("A background task failed", failure));
        Engine engine = Engine.open(new EngineOptions(
                dataPath,
                userFilesPath,
                anyFile,
                files,
                log,
                new SystemTables(),
                access,
                scheduler,
                Clock.systemUTC(),
                threads,
                memoryBytes,
                VersionText.CLICKHOUSE,
                zone,
                config));
        log.catalogLoaded(dataPath.resolve("store"));
        return new Running(engine, log, scheduler, newAccess);
    }
}
