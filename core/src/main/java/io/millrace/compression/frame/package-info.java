/**
 * ClickHouse's block framing: {@code [16 bytes CityHash128][u8 method][u32 size + 9][u32 raw size][payload]}, repeated
 * to the end.
 *
 * <p>Files of parts and the HTTP parameters {@code compress} and {@code decompress} use it. Start at
 * {@link CompressedFrameReader} (positioned),
 * {@link CompressedFrameWriter}, {@link CompressedInputStream} and {@link CompressedOutputStream} (streams).
 */
@NullMarked
package io.millrace.compression.frame;

import org.jspecify.annotations.NullMarked;
