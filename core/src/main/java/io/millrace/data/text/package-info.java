/**
 * The exact text of single values, in both directions, on bytes: numbers with ClickHouse's shortest digits, decimals, dates and times in zones, UUIDs and
 * addresses. Shared by formats, casts and protocols; knows no columns.
 *
 * <p>Writers append to a {@code ByteSink}. Parsers take {@code bytes[from, to)}, must use all of it, and throw ClickHouse's error otherwise.
 */
@NullMarked
package io.millrace.data.text;

import org.jspecify.annotations.NullMarked;
