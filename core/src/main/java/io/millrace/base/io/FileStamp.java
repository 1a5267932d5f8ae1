package io.millrace.base.io;

import java.time.Instant;

/**
 * What differs when a file was written again or another one was put in its place.
 *
 * @param key which file it is, as far as the file system tells
 */
public record FileStamp(Instant modified, long bytes, String key) {}
