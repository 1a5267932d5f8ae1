/** LIMIT, OFFSET, WITH TIES and LIMIT BY. */
@NullMarked
package io.millrace.pipeline.operator.limit;

import org.jspecify.annotations.NullMarked;
