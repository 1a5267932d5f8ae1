package io.millrace.net.pgwire;

import io.millrace.data.text.TimeZone;

/**
 * What a session has chosen about values. Immutable.
 *
 * @param zone where moments are shown
 * @param escapedBytes {@code bytea_output = escape} instead of {@code hex}
 */
public record WireOptions(TimeZone zone, boolean escapedBytes) {}
