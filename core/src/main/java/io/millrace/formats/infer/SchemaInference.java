package io.millrace.formats.infer;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.arrow.ArrowReader;
import io.millrace.formats.infer.DelimitedStructure.Head;
import io.millrace.formats.parquet.ParquetReader;
import java.util.Arrays;

/** Finds the columns of an input from its first bytes. Stateless. */
public final class SchemaInference {
    /** As much of the input as is looked at. */
    private static final int SAMPLE_BYTES = 4 << 20;

    private SchemaInference() {}

    /**
     * The columns of an input. The source is read from; the rows in it have to be read through another one.
     *
     * @throws DbException CANNOT_EXTRACT_TABLE_STRUCTURE if the input is empty or does not fit together, BAD_ARGUMENTS if the format has no way to tell
     */
    public static Header infer(Format format, ByteSource source, FormatContext context) {
        try {
            return switch (format.name()) {
                case "CSV" -> delimited(source, context, TextStyle.CSV, Head.DETECT);
                case "CSVWithNames" -> delimited(source, context, TextStyle.CSV, Head.NAMES);
                case "CSVWithNamesAndTypes" -> delimited(source, context, TextStyle.CSV, Head.NAMES_AND_TYPES);
                case "TabSeparated" -> delimited(source, context, TextStyle.ESCAPED, Head.DETECT);
                case "TabSeparatedWithNames" -> delimited(source, context, TextStyle.ESCAPED, Head.NAMES);
                case "TabSeparatedWithNamesAndTypes" ->
                    delimited(source, context, TextStyle.ESCAPED, Head.NAMES_AND_TYPES);
                case "TabSeparatedRaw" -> delimited(source, context, TextStyle.RAW, Head.DETECT);
                case "TabSeparatedRawWithNames" -> delimited(source, context, TextStyle.RAW, Head.NAMES);
                case "TabSeparatedRawWithNamesAndTypes" ->
                    delimited(source, context, TextStyle.RAW, Head.NAMES_AND_TYPES);
                case "JSONEachRow" -> new JsonStructure(Sample.of(source)).header();
                case "Values" -> new ValuesStructure(Sample.of(source)).header();
                case "Native" -> BinaryStructure.ofNative(source, context);
                case "Parquet" -> ParquetReader.columns(source, context);
                case "Arrow", "ArrowStream" -> ArrowReader.columns(source, context);
                case "RowBinaryWithNamesAndTypes" -> BinaryStructure.ofRowBinary(source);
                default ->
                    throw new DbException(
                            ErrorCode.BAD_ARGUMENTS,
                            format.name()
                                    + " file format doesn't support schema inference. You must specify the structure"
                                    + " manually");
            };
        } catch (DbException e) {
            if (e.code() == ErrorCode.BAD_ARGUMENTS) {
                throw e;
            }
            throw new DbException(
                    ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
                    "The table structure cannot be extracted from a " + format.name() + " format file. Error: "
                            + e.getMessage() + ". You can specify the structure manually");
        }
    }

    private static Header delimited(ByteSource source, FormatContext context, TextStyle style, Head head) {
        return new DelimitedStructure(Sample.of(source), context, style, head).header();
    }

    /**
     * The beginning of an input.
     *
     * @param whole whether the input has no more bytes; the text then ends with a line feed
     */
    record Sample(byte[] bytes, int limit, boolean whole) {
        /** Rows looked at, as ClickHouse's default. */
        static final int MAX_ROWS = 25_000;

        static Sample of(ByteSource source) {
            boolean more = true;
            while (more && source.available() < SAMPLE_BYTES) {
                more = source.fill();
            }
            int size = source.available();
            byte[] bytes = Arrays.copyOfRange(source.array(), source.position(), source.position() + size + 1);
            boolean whole = !more;
            boolean open = whole && size > 0 && bytes[size - 1] != '\n';
            if (open) {
                bytes[size] = '\n';
            }
            return new Sample(bytes, open ? size + 1 : size, whole);
        }

        /** The error for an input without rows. */
        static DbException empty() {
            return new DbException(ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE, "No rows of data in the input");
        }
    }
}
