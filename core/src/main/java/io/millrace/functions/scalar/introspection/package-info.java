/** Functions about the server, the session, the block and values themselves. */
@NullMarked
package io.millrace.functions.scalar.introspection;

import org.jspecify.annotations.NullMarked;
