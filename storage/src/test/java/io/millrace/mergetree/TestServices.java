package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.io.Vfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.ability.Committer;
import io.millrace.catalog.engine.TableServices;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.commit.CommitLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** What tables are lent in these tests: files of the test's choice, a clock that stands, background work that never runs by itself. */
record TestServices(Vfs files, Path dataPath, CommitLog log) implements TableServices {
    static TestServices open(Vfs files, Path dataPath) {
        files.createDirectories(dataPath.resolve("store"));
        files.syncDirectory(dataPath);
        Path parent = dataPath.getParent();
        if (parent != null) {
            files.syncDirectory(parent);
        }
        return new TestServices(files, dataPath, CommitLog.open(files, dataPath));
    }

    @Override
    public Path userFilesPath() {
        return dataPath;
    }

    @Override
    public Functions functions() {
        return new Functions();
    }

    @Override
    public Committer committer() {
        return log;
    }

    @Override
    public Scheduler scheduler() {
        return new Scheduler() {
            @Override
            public Handle schedule(Duration delay, Runnable task) {
                return () -> {};
            }

            @Override
            public void shutdown(Duration grace) {}
        };
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    }

    @Override
    public MemoryTracker memory() {
        return MemoryTracker.root("tests", 0);
    }

    @Override
    public Expression bind(String text, Header scope) {
        throw DbException.bug("These tests bind no SQL, but were asked for " + text);
    }
}
