/** Keys of GROUP BY, DISTINCT, IN and joins in normal forms, and the tables that number them. Key types: {@link KeyEncoder}, {@link KeyTable}. */
@NullMarked
package io.millrace.pipeline.operator.key;

import org.jspecify.annotations.NullMarked;
