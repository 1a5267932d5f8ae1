/**
 * Formats: how rows travel in and out. One file per {@link Format} in the packages below; {@link BlockReader} and {@link BlockWriter} do the work,
 * {@link FormatSettings} holds what settings say, {@link Formats} finds formats by name.
 */
@NullMarked
package io.millrace.formats;

import org.jspecify.annotations.NullMarked;
