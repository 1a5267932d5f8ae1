/** Stopping a query early. Key types: {@link Cancellation}, {@link CancelReason}. */
@NullMarked
package io.millrace.base.cancel;

import org.jspecify.annotations.NullMarked;
