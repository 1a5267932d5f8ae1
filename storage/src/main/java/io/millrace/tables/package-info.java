/**
 * Table engines besides MergeTree, one file each, and the tables they make. Key types: {@link MemoryTable}, {@link LogTable}, {@link BlockScan}.
 * Table functions are in the package {@code function}. Locks: a table that takes inserts has one lock, held while a new state is made.
 */
@NullMarked
package io.millrace.tables;

import org.jspecify.annotations.NullMarked;
