package io.millrace.postgres;

/** What {@code version()} says to PostgreSQL's clients, which look for the major version of PostgreSQL whose features they may use. */
final class Version {
    private Version() {}

    static String text(Variables variables) {
        return "PostgreSQL 18.0 (ClickHouse-compatible Millrace " + variables.get("server_version") + ")";
    }
}
