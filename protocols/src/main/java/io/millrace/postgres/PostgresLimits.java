package io.millrace.postgres;

import java.time.Duration;

/**
 * What one client of a PostgreSQL listener may take from the others. Immutable.
 *
 * @param firstBytes how long a client may take to say what it wants, and again after an answer about encryption
 * @param authentication how long it may take from there until it has proven who it is
 * @param stalled how long a message may lack bytes without any arriving
 * @param idle how long a session may ask for nothing, unless {@code idle_session_timeout} or {@code idle_in_transaction_session_timeout} say otherwise
 * @param newcomers how many connections that have not proven who they are may be open
 * @param newcomersPerAddress how many of them may come from one address
 * @param statements how many prepared statements a session may have
 * @param portals how many portals and cursors a session may have
 * @param statementBytes what its prepared statements and portals may take, by a rough estimate
 */
public record PostgresLimits(
        Duration firstBytes,
        Duration authentication,
        Duration stalled,
        Duration idle,
        int newcomers,
        int newcomersPerAddress,
        int statements,
        int portals,
        long statementBytes) {

    /** PostgreSQL's and ClickHouse's own times; counts that clients in good order do not reach. */
    public static PostgresLimits defaults() {
        return new PostgresLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                1000,
                500,
                10_000,
                1000,
                256L << 20);
    }

    public PostgresLimits withTimes(Duration first, Duration whole, Duration idleSession) {
        return new PostgresLimits(
                first,
                whole,
                stalled,
                idleSession,
                newcomers,
                newcomersPerAddress,
                statements,
                portals,
                statementBytes);
    }

    public PostgresLimits withStalled(Duration time) {
        return new PostgresLimits(
                firstBytes,
                authentication,
                time,
                idle,
                newcomers,
                newcomersPerAddress,
                statements,
                portals,
                statementBytes);
    }

    public PostgresLimits withNewcomers(int total, int perAddress) {
        return new PostgresLimits(
                firstBytes, authentication, stalled, idle, total, perAddress, statements, portals, statementBytes);
    }

    public PostgresLimits withStatements(int mostStatements, int mostPortals, long mostBytes) {
        return new PostgresLimits(
                firstBytes,
                authentication,
                stalled,
                idle,
                newcomers,
                newcomersPerAddress,
                mostStatements,
                mostPortals,
                mostBytes);
    }
}
