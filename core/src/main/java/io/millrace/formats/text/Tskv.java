package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.Splitter;
import java.util.Optional;

/** TSKV: TabSeparated, each field behind the name of its column. */
@Builtin("TSKV")
final class Tskv implements Format {
    Tskv() {}

    @Override
    public String contentType() {
        return "text/tab-separated-values; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new TskvReader(source, wanted, context);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new TskvWriter(output, header, context);
    }

    @Override
    public Optional<Splitter> splitter(FormatContext context) {
        return Optional.of(RowEnds::tabSeparated);
    }
}
