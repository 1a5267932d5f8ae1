package io.millrace.formats.parquet;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Parquet: a file of columns, compressed, with their description at its end. */
@Builtin("Parquet")
final class ParquetFormat implements Format {
    ParquetFormat() {}

    @Override
    public String contentType() {
        return "application/octet-stream";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new ParquetReader(source, wanted, context);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new ParquetWriter(output, header, context);
    }
}
