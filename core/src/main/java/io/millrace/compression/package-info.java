/**
 * Compression: {@code codec} for columns and blocks, {@code frame} for ClickHouse's block framing, {@code content} for
 * HTTP bodies and files.
 */
@NullMarked
package io.millrace.compression;

import org.jspecify.annotations.NullMarked;
