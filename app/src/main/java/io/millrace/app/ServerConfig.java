package io.millrace.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a server is started with, after command line and file have been put together; immutable.
 *
 * @param httpPort 0 takes a free one
 * @param postgresqlPort accepted; nothing listens there yet
 * @param listenHosts names or addresses to listen on; empty for this machine only
 * @param defaultPassword of the user {@code default}; empty for none
 * @param memoryBytes for all queries; 0 for three quarters of the heap
 */
record ServerConfig(
        Path dataPath,
        Optional<Path> userFilesPath,
        int httpPort,
        int postgresqlPort,
        List<String> listenHosts,
        String defaultPassword,
        Optional<String> displayName,
        Optional<String> defaultResponse,
        Optional<ZoneId> zone,
        long memoryBytes,
        String logLevel) {}
