/** Functions that collect values: groupArray, groupUniqArray, groupArrayInsertAt, topK. */
@NullMarked
package io.millrace.functions.aggregate.array;

import org.jspecify.annotations.NullMarked;
