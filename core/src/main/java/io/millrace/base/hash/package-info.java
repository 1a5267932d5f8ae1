/**
 * Hash functions over byte ranges: those that ClickHouse's files, wire blocks and SQL functions fix to the bit, and one
 * fast hash of our own.
 *
 * <p>Everything takes {@code byte[]}, offset and length and reads nothing outside the range; nothing allocates except
 * where a method returns an array. 128-bit results go into a reusable {@link Hash128}. Start at {@link CityHash},
 * {@link SipHash}, {@link EngineHash}.
 */
@NullMarked
package io.millrace.base.hash;

import org.jspecify.annotations.NullMarked;
