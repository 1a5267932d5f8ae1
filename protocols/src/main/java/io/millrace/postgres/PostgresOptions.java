package io.millrace.postgres;

import io.millrace.base.config.ConfigTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What a PostgreSQL listener is told by the configuration. Immutable.
 *
 * @param objectIds the file that remembers which object id every database and table has
 * @param secureTransportRequired {@code postgresql_require_secure_transport}: plain connections are refused
 * @param clearTextFallback {@code postgresql_scram_cleartext_fallback}: when clients that cannot do SCRAM with an empty salt may send the password in
 *     the clear instead
 * @param limits what one client may take from the others
 */
public record PostgresOptions(
        Path objectIds, boolean secureTransportRequired, Fallback clearTextFallback, PostgresLimits limits) {
    private static final long MOST = 100_000_000;

    /** When the fallback of SCRAM is allowed. */
    public enum Fallback {
        OFF,
        TLS,
        ALWAYS
    }

    /**
     * What a configuration says.
     *
     * @throws io.millrace.base.error.DbException INVALID_CONFIG_PARAMETER
     */
    public static PostgresOptions of(ConfigTree config, Path objectIds) {
        return new PostgresOptions(
                objectIds,
                config.flag("postgresql_require_secure_transport").orElse(false),
                config.at("postgresql_scram_cleartext_fallback")
                        .map(PostgresOptions::fallback)
                        .orElse(Fallback.TLS),
                limits(config));
    }

    private static PostgresLimits limits(ConfigTree config) {
        PostgresLimits limits = PostgresLimits.defaults();
        Duration whole = Duration.ofSeconds(number(
                config,
                "postgresql_authentication_timeout",
                limits.authentication().toSeconds()));
        Duration idle = Duration.ofSeconds(
                number(config, "postgresql_idle_timeout", limits.idle().toSeconds()));
        return limits.withTimes(limits.firstBytes().compareTo(whole) < 0 ? limits.firstBytes() : whole, whole, idle)
                .withNewcomers((int) number(config, "postgresql_max_unauthenticated", limits.newcomers()), (int)
                        number(config, "postgresql_max_unauthenticated_per_address", limits.newcomersPerAddress()));
    }

    private static long number(ConfigTree config, String name, long otherwise) {
        long number = config.number(name).orElse(otherwise);
        if (number < 1 || number > MOST) {
            throw config.at(name).orElseThrow().wrong(number + " is not between 1 and " + MOST);
        }
        return number;
    }

    private static Fallback fallback(ConfigTree element) {
        return switch (element.text().toLowerCase(Locale.ROOT)) {
            case "off" -> Fallback.OFF;
            case "", "tls" -> Fallback.TLS;
            case "always" -> Fallback.ALWAYS;
            default -> throw element.wrong("'" + element.text() + "' is not known. Write off, tls or always");
        };
    }

    public static PostgresOptions defaults(Path objectIds) {
        return new PostgresOptions(objectIds, false, Fallback.TLS, PostgresLimits.defaults());
    }

    public PostgresOptions withLimits(PostgresLimits others) {
        return new PostgresOptions(objectIds, secureTransportRequired, clearTextFallback, others);
    }
}
