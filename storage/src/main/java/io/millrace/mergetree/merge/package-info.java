/**
 * Putting parts together. Key types: {@link MergeMode} (what an engine does with rows of equal keys), {@link MergeOrder} (the order of the rows of all
 * sources, found from the key columns alone), {@link MergedColumns} (the other columns in that order), {@link PartMerger} (writes the result), {@link
 * MergePolicy} (which parts to merge). Not thread-safe unless said.
 */
@NullMarked
package io.millrace.mergetree.merge;

import org.jspecify.annotations.NullMarked;
