/**
 * Writing parts. Key types: {@link PartWriter} (rows in final order to a directory), {@link WriteProfile} (sizes and codecs), {@link ColumnFeed}
 * (where the rows of a column come from), {@link SortPermutation} (order of inserted rows). Not thread-safe unless said.
 */
@NullMarked
package io.millrace.mergetree.write;

import org.jspecify.annotations.NullMarked;
