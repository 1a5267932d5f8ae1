package io.millrace.engine;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.io.Vfs;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.ability.Committer;
import io.millrace.catalog.engine.SystemCatalog;
import io.millrace.engine.access.AccessControl;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What an engine is made of.
 *
 * @param dataPath directory of metadata, store and temporary files
 * @param userFilesPath where file() reads
 * @param anyFile whether file() may leave that directory: the program of the user whose files they are
 * @param committer makes inserts durable; it has replayed its log already
 * @param system the tables of system and information_schema
 * @param access users, and what they may do
 * @param threads workers that run queries
 * @param memoryBytes what all queries together may hold; 0 for no limit
 * @param version what version() says
 * @param zone the server's time zone
 * @param config what can change while the server runs: macros, limits
 */
public record EngineOptions(
        Path dataPath,
        Path userFilesPath,
        boolean anyFile,
        Vfs files,
        Committer committer,
        SystemCatalog system,
        AccessControl access,
        Scheduler scheduler,
        Clock clock,
        int threads,
        long memoryBytes,
        String version,
        ZoneId zone,
        ConfigSource config) {
    /** Where formats find their patterns: what {@code format_schema_path} says, or a directory of its own. */
    Path formatSchemaPath() {
        return config.current()
                .text("format_schema_path")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .orElse(dataPath.resolve("format_schemas"));
    }
}
