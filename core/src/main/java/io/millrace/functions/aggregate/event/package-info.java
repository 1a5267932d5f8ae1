/** Functions of events: retention. */
@NullMarked
package io.millrace.functions.aggregate.event;

import org.jspecify.annotations.NullMarked;
