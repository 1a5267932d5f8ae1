/**
 * Who holds how many bytes. Key type: {@link MemoryTracker}. Anything that grows reserves before it allocates.
 */
@NullMarked
package io.millrace.base.memory;

import org.jspecify.annotations.NullMarked;
