package io.millrace.postgres;

import java.nio.file.Path;

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

    public static PostgresOptions defaults(Path objectIds) {
        return new PostgresOptions(objectIds, false, Fallback.TLS);
    }
}
