package io.millrace.net.listen;

/**
 * A listener's counters at one moment.
 *
 * @param open connections being served now
 * @param idle those of them that wait for a next request
 * @param accepted connections served since the start
 * @param refused connections turned away since the start because of a limit
 */
public record ConnectionCounts(int open, int idle, long accepted, long refused) {}
