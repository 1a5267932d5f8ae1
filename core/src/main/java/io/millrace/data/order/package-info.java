/** How values are ordered by ORDER BY and sorting keys. Key type: {@link RowOrder}. */
@NullMarked
package io.millrace.data.order;

import org.jspecify.annotations.NullMarked;
