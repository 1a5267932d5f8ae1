/**
 * Codecs of columns and wire blocks: bytes to fewer bytes, one file per codec, each with ClickHouse's method byte.
 *
 * <p>Key types: {@link Codec} (the seam), {@link Codecs} (the list of them, and {@code CODEC(...)} to a codec),
 * {@link ElementType} (what a codec must know of the values). Every decoder treats its payload as hostile: sizes are
 * checked before use, errors are
 * {@code CANNOT_DECOMPRESS}.
 */
@NullMarked
package io.millrace.compression.codec;

import org.jspecify.annotations.NullMarked;
