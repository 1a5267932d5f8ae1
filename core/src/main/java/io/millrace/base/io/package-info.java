/**
 * Bytes and files. Key types: {@link Vfs} (the only door to the file system), {@link ByteSink}, {@link ByteSource}.
 */
@NullMarked
package io.millrace.base.io;

import org.jspecify.annotations.NullMarked;
