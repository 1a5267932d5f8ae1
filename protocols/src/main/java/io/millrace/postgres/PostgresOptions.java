package io.millrace.postgres;

import io.millrace.base.config.ConfigTree;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a PostgreSQL listener is told by the configuration. Immutable.
 *
 * @param objectIds the file that remembers which object id every database and table has
 * @param secureTransportRequired {@code postgresql_require_secure_transport}: plain connections are refused
 * @param clearTextFallback {@code postgresql_scram_cleartext_fallback}: when clients that cannot do SCRAM with an empty salt may send the password in
 *     the clear instead
 */
public record PostgresOptions(Path objectIds, boolean secureTransportRequired, Fallback clearTextFallback) {
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
                        .orElse(Fallback.TLS));
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
        return new PostgresOptions(objectIds, false, Fallback.TLS);
    }
}
