package io.millrace.app;

import io.millrace.base.config.ConfigTree;
import io.millrace.net.tls.TlsOptions;
import io.millrace.postgres.PostgresOptions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;

/**
 * What a server is started with, after command line and files have been put together; immutable.
 *
 * @param httpPort 0 takes a free one
 * @param httpsPort empty for no listener; 0 takes a free one
 * @param tls certificate and key; empty when the server has to make its own
 * @param postgresqlPort of the PostgreSQL interface; 0 takes a free one
 * @param postgres what the PostgreSQL interface is told beside its port
 * @param listenHosts names or addresses to listen on; empty for this machine only
 * @param memoryBytes for all queries; 0 for three quarters of the heap
 */
record ServerConfig(
        Path dataPath,
        Optional<Path> userFilesPath,
        int httpPort,
        Optional<Integer> httpsPort,
        Optional<TlsOptions> tls,
        int postgresqlPort,
        PostgresOptions postgres,
        List<String> listenHosts,
        Optional<ZoneId> zone,
        long memoryBytes,
        int maxConnections,
        Duration keepAlive,
        int maxKeepAliveRequests,
        LogSetup.Options log) {
    private static final int HTTP_PORT = 8123;
    private static final int HTTPS_PORT = 8443;
    private static final int POSTGRESQL_PORT = 9005;
    private static final int MAX_CONNECTIONS = 4096;
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int KEEP_ALIVE_REQUESTS = 10_000;

    /** Elements of the configuration that somebody reads. */
    private static final Set<String> KNOWN = Set.of(
            "path",
            "user_files_path",
            "format_schema_path",
            "http_port",
            "https_port",
            "postgresql_port",
            "postgresql_require_secure_transport",
            "postgresql_scram_cleartext_fallback",
            "postgresql_authentication_timeout",
            "postgresql_idle_timeout",
            "postgresql_max_unauthenticated",
            "postgresql_max_unauthenticated_per_address",
            "listen_host",
            "openSSL",
            "display_name",
            "http_server_default_response",
            "timezone",
            "max_server_memory_usage",
            "max_connections",
            "max_concurrent_queries",
            "keep_alive_timeout",
            "max_keep_alive_requests",
            "logger",
            "macros",
            "include_from",
            "users_config",
            "user_directories",
            "users",
            "profiles",
            "quotas",
            "roles",
            "default_profile",
            "default_database",
            "default_session_timeout",
            "max_session_timeout",
            "http_handlers",
            "root_handlers",
            "http_options_response",
            "prometheus",
            "cancel_queries_of_lost_clients",
            "merge_tree",
            "enable_verbose_replicas_status");

    /**
     * @param listenHosts from the command line; they win when there are any
     */
    static ServerConfig of(ConfigTree config, List<String> listenHosts) {
        Optional<TlsOptions> tls = TlsOptions.of(config);
        Optional<Integer> httpsPort = port(config, "https_port").or(() -> tls.map(t -> HTTPS_PORT));
        Path data = config.text("path")
                .map(Path::of)
                .orElse(Path.of("data"))
                .toAbsolutePath()
                .normalize();
        return new ServerConfig(
                data,
                config.text("user_files_path").map(Path::of),
                port(config, "http_port").orElse(HTTP_PORT),
                httpsPort,
                tls,
                port(config, "postgresql_port").orElse(POSTGRESQL_PORT),
                PostgresOptions.of(config, data.resolve("postgresql_oids")),
                listenHosts.isEmpty()
                        ? config.all("listen_host").stream()
                                .map(ConfigTree::text)
                                .toList()
                        : List.copyOf(listenHosts),
                config.at("timezone").filter(z -> !z.text().isEmpty()).map(ServerConfig::zone),
                config.number("max_server_memory_usage").orElse(0L),
                number(config, "max_connections", MAX_CONNECTIONS),
                Duration.ofSeconds(number(config, "keep_alive_timeout", KEEP_ALIVE_SECONDS)),
                number(config, "max_keep_alive_requests", KEEP_ALIVE_REQUESTS),
                LogSetup.Options.of(config));
    }

    private static Optional<Integer> port(ConfigTree config, String name) {
        return config.number(name).map(port -> {
            if (port < 0 || port > 0xFFFF) {
                throw config.at(name).orElseThrow().wrong(port + " is not the number of a port (0 to 65535)");
            }
            return Math.toIntExact(port);
        });
    }

    private static int number(ConfigTree config, String name, int otherwise) {
        long number = config.number(name).orElse((long) otherwise);
        if (number < 0) {
            throw config.at(name).orElseThrow().wrong("must not be negative");
        }
        return (int) Math.min(Integer.MAX_VALUE, number);
    }

    private static ZoneId zone(ConfigTree element) {
        try {
            return ZoneId.of(element.text());
        } catch (DateTimeException e) {
            throw element.wrong("'" + element.text() + "' is not a time zone. Write it as Europe/Berlin or UTC");
        }
    }

    /** Says which elements nobody reads: mostly those of things that are not needed here, now and then a slip of the pen. */
    static void logUnread(ConfigTree config, Logger log) {
        config.children().stream()
                .filter(element -> !KNOWN.contains(element.name()))
                .forEach(element ->
                        log.debug("Configuration element <{}> in {} is not read", element.name(), element.origin()));
    }
}
