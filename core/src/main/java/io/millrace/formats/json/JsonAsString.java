package io.millrace.formats.json;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.JsonTokens;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.type.Types;
import io.millrace.formats.BlockReader;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.text.TextRows;

/** JSONAsString: every object of the input is one text. */
@Builtin("JSONAsString")
final class JsonAsString implements Format {
    JsonAsString() {}

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        if (wanted.width() != 1 || !Types.isStringLike(Types.bare(wanted.type(0)))) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "This input format is only suitable for tables with a single column of type String");
        }
        return new Reader(source, wanted, context);
    }

    private static final class Reader extends TextRows {
        private final TextReader reader;
        private boolean inArray;

        Reader(ByteSource source, Header header, FormatContext context) {
            super(source, header, context);
            reader = TextReader.of(header.type(0), TextStyle.RAW, context.text());
        }

        @Override
        protected void bind(ColumnBuilder[] newBuilders) {
            reader.bind(newBuilders[0]);
        }

        @Override
        protected void head() {
            in.skipSpace();
            if (!atEnd() && in.bytes[in.at] == '[') {
                in.at++;
                inArray = true;
            }
        }

        @Override
        protected boolean row() {
            in.skipSpace();
            while (in.at < in.limit && (in.bytes[in.at] == ',' || in.bytes[in.at] == ';')) {
                in.at++;
                in.skipSpace();
            }
            if (atEnd() || inArray && in.bytes[in.at] == ']') {
                return false;
            }
            if (in.bytes[in.at] != '{') {
                throw in.expected('{');
            }
            int start = in.at;
            JsonTokens.skip(in);
            reader.append(in.bytes, start, in.at);
            return true;
        }
    }
}
