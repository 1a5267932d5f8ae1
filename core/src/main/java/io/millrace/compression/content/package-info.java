/**
 * Content codings of HTTP bodies and files: gzip, deflate, zstd and LZ4 frames, as streams in both directions.
 *
 * <p>Start at {@link ContentCoding}. Every decoder reads concatenated members as one stream and is guarded against
 * bombs by
 * {@link ExpansionLimits}.
 */
@NullMarked
package io.millrace.compression.content;

import org.jspecify.annotations.NullMarked;
