package io.millrace.engine.query;

import io.millrace.data.block.Block;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a result behind its last row. */
record ResultEnd(Optional<Block> totals, OptionalLong rowsBeforeLimit) {}
