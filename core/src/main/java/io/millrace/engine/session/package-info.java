/** Sessions. Key types: {@link Session}, {@link Sessions}. */
@NullMarked
package io.millrace.engine.session;

import org.jspecify.annotations.NullMarked;
