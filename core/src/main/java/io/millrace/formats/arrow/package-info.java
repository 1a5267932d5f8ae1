/**
 * Arrow's columns between processes: the stream and the file, written and read straight from and into our columns. The little of FlatBuffers that its
 * metadata needs is {@link io.millrace.formats.arrow.Flat} and {@link io.millrace.formats.arrow.FlatView}.
 */
@NullMarked
package io.millrace.formats.arrow;

import org.jspecify.annotations.NullMarked;
