package io.millrace.formats.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.FormatContext;

/** Reads each line into the only column, which holds texts. */
final class LineReader extends TextRows {
    private final TextReader reader;

    LineReader(ByteSource source, Header header, FormatContext context) {
        super(source, header, context);
        checkOneText(header);
        reader = TextReader.of(header.type(0), TextStyle.RAW, context.text());
    }

    /** Formats that read whole texts need one column of them. */
    static void checkOneText(Header header) {
        if (header.width() != 1) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "This input format is only suitable for tables with a single column of type String but the number"
                            + " of columns is " + header.width());
        }
        DataType type = Types.bare(header.type(0));
        if (!Types.isStringLike(type)) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "This input format is only suitable for tables with a single column of type String but the column"
                            + " type is " + header.type(0).name());
        }
    }

    @Override
    protected void bind(ColumnBuilder[] newBuilders) {
        reader.bind(newBuilders[0]);
    }

    @Override
    protected boolean row() {
        if (atEnd()) {
            return false;
        }
        int end = in.at;
        while (end < in.limit && in.bytes[end] != '\n') {
            end++;
        }
        if (end == in.limit) {
            throw in.incomplete();
        }
        reader.append(in.bytes, in.at, end);
        in.at = end + 1;
        return true;
    }
}
