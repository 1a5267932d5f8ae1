/** Turning inserted rows into parts. Key type: {@link PartsWriter}. Not thread-safe. */
@NullMarked
package io.millrace.mergetree.insert;

import org.jspecify.annotations.NullMarked;
