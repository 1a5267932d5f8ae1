package io.millrace.formats.text;

import io.millrace.data.block.Block;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;

/** Writes nothing. */
record Nowhere(FormatOutput output) implements BlockWriter {
    @Override
    public void write(Block block) {}

    @Override
    public void finish(ResultStatistics statistics) {
        output.drain();
    }
}
