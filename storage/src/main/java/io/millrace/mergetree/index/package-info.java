/** What of a part a query must read. Key types: {@link Pruning}, {@link PartSelection}. Thread-safe. */
@NullMarked
package io.millrace.mergetree.index;

import org.jspecify.annotations.NullMarked;
