/** Limits end the query and not the process: memory, time, KILL QUERY, and cancelling by the client. */
@NullMarked
package io.millrace.limits;

import org.jspecify.annotations.NullMarked;
