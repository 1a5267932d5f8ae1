/** Tables as the planner sees them. Key types: {@link Table}, {@link TableDefinition}, {@link ScanRequest}, {@link TableScan}. */
@NullMarked
package io.millrace.catalog.table;

import org.jspecify.annotations.NullMarked;
