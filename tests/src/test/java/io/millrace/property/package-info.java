/**
 * Properties that hold for every query and every table: answers do not depend on block size, threads, spilling or storage, statements survive printing, rows
 * survive formats. Queries and rows are drawn from a seed ({@link io.millrace.testing.Seed}).
 */
@NullMarked
package io.millrace.property;

import org.jspecify.annotations.NullMarked;
