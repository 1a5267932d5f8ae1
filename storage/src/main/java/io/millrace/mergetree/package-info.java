/**
 * The MergeTree family of table engines. Key types: {@link MergeTreeTable} (one table), {@link MergeTreeSettings}, and one engine file each: MergeTree,
 * ReplacingMergeTree, AggregatingMergeTree. Tables need the server's {@link io.millrace.mergetree.commit.CommitLog} as their committer.
 */
@NullMarked
package io.millrace.mergetree;

import org.jspecify.annotations.NullMarked;
