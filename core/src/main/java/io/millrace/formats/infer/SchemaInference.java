package io.millrace.formats.infer;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.type.Types;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.arrow.ArrowReader;
import io.millrace.formats.infer.DelimitedStructure.Head;
import io.millrace.formats.parquet.ParquetReader;
import io.millrace.formats.template.CustomShape;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Finds the columns of an input from its first bytes. Stateless. */
public final class SchemaInference {
    /** As much of the input as is looked at, at most. */
    private static final int SAMPLE_BYTES = 4 << 20;

    private static final Set<String> DOCUMENTS = Set.of("JSON", "JSONCompact", "JSONColumnsWithMetadata");

    private SchemaInference() {}

    /**
     * The columns of an input. The source is read from; the rows in it have to be read through another one.
     *
     * @throws DbException CANNOT_EXTRACT_TABLE_STRUCTURE if the input is empty or does not fit together, BAD_ARGUMENTS if the format has no way to tell,
     *     MEMORY_LIMIT_EXCEEDED
     */
    public static Header infer(Format format, ByteSource source, FormatContext context) {
        try {
            return found(format, source, context);
        } catch (DbException e) {
            if (e.code() == ErrorCode.BAD_ARGUMENTS || e.code() == ErrorCode.MEMORY_LIMIT_EXCEEDED) {
                throw e;
            }
            throw new DbException(
                    ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
                    "The table structure cannot be extracted from a " + format.name() + " format file. Error: "
                            + e.getMessage() + ". You can specify the structure manually");
        }
    }

    private static Header found(Format format, ByteSource source, FormatContext context) {
        String name = format.name();
        return switch (name) {
            case "Native" -> BinaryStructure.ofNative(source, context);
            case "RowBinaryWithNamesAndTypes" -> BinaryStructure.ofRowBinary(source);
            case "Parquet" -> ParquetReader.columns(source, context);
            case "Arrow", "ArrowStream" -> ArrowReader.columns(source, context);
            case "JSONAsString" -> text("json");
            case "LineAsString" -> text("line");
            case "RawBLOB" -> text("raw_blob");
            default -> {
                boolean typed = name.endsWith("WithNamesAndTypes") || DOCUMENTS.contains(name);
                boolean named = typed
                        || name.endsWith("WithNames")
                        || name.equals("TSKV")
                        || name.startsWith("JSON") && !name.contains("Compact");
                Header header = ofText(name, Sample.of(source, context.settings()), context);
                yield Adjustment.of(header, !typed, named, context.settings());
            }
        };
    }

    private static Header text(String name) {
        return Header.of(new Header.Field(name, Types.STRING));
    }

    private static Header ofText(String name, Sample sample, FormatContext context) {
        return switch (name) {
            case "CSV" -> delimited(sample, context, TextStyle.CSV, Head.DETECT);
            case "CSVWithNames" -> delimited(sample, context, TextStyle.CSV, Head.NAMES);
            case "CSVWithNamesAndTypes" -> delimited(sample, context, TextStyle.CSV, Head.NAMES_AND_TYPES);
            case "TabSeparated" -> delimited(sample, context, TextStyle.ESCAPED, Head.DETECT);
            case "TabSeparatedWithNames" -> delimited(sample, context, TextStyle.ESCAPED, Head.NAMES);
            case "TabSeparatedWithNamesAndTypes" -> delimited(sample, context, TextStyle.ESCAPED, Head.NAMES_AND_TYPES);
            case "TabSeparatedRaw" -> delimited(sample, context, TextStyle.RAW, Head.DETECT);
            case "TabSeparatedRawWithNames" -> delimited(sample, context, TextStyle.RAW, Head.NAMES);
            case "TabSeparatedRawWithNamesAndTypes" -> delimited(sample, context, TextStyle.RAW, Head.NAMES_AND_TYPES);
            case "CustomSeparated" -> custom(sample, context, Head.DETECT);
            case "CustomSeparatedWithNames" -> custom(sample, context, Head.NAMES);
            case "CustomSeparatedWithNamesAndTypes" -> custom(sample, context, Head.NAMES_AND_TYPES);
            case "TSKV" -> new TskvStructure(sample, context).header();
            case "Values" -> new ValuesStructure(sample).header();
            case "JSONEachRow", "JSONStringsEachRow" -> json(sample, context).rows();
            case "JSONObjectEachRow" -> json(sample, context).objects();
            case "JSONCompactEachRow", "JSONCompactStringsEachRow" ->
                json(sample, context).lists(0);
            case "JSONCompactEachRowWithNames", "JSONCompactStringsEachRowWithNames" ->
                json(sample, context).lists(1);
            case "JSONCompactEachRowWithNamesAndTypes", "JSONCompactStringsEachRowWithNamesAndTypes" ->
                json(sample, context).lists(2);
            case "JSONColumns" -> json(sample, context).columns(true);
            case "JSONCompactColumns" -> json(sample, context).columns(false);
            case "JSON", "JSONCompact", "JSONColumnsWithMetadata" ->
                json(sample, context).metadata();
            default ->
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        name
                                + " file format doesn't support schema inference. You must specify the structure manually");
        };
    }

    private static JsonStructure json(Sample sample, FormatContext context) {
        return new JsonStructure(sample, context);
    }

    /** As TabSeparated or CSV, if rows are lines of fields in between which one character stands. */
    private static Header custom(Sample sample, FormatContext context, Head head) {
        Optional<FormatContext> asCsv = CustomShape.asCsv(context);
        if (asCsv.isPresent()) {
            return delimited(sample, asCsv.get(), TextStyle.CSV, head);
        }
        if (!CustomShape.isTabSeparated(context)) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "The columns of CustomSeparated with these delimiters cannot be found out. You must specify the"
                            + " structure manually");
        }
        return delimited(sample, context, TextStyle.ESCAPED, head);
    }

    private static Header delimited(Sample sample, FormatContext context, TextStyle style, Head head) {
        return new DelimitedStructure(sample, context, style, head).header();
    }

    /**
     * The beginning of an input.
     *
     * @param maxRows rows that are looked at
     * @param whole whether the input has no more bytes; the text then ends with a line feed
     */
    record Sample(byte[] bytes, int limit, long maxRows, boolean whole) {
        static Sample of(ByteSource source, FormatSettings settings) {
            long most = Math.min(settings.get(InferenceSettings.MAX_BYTES), SAMPLE_BYTES);
            long rows = Math.max(1, settings.get(InferenceSettings.MAX_ROWS));
            boolean more = true;
            while (more && source.available() < most) {
                more = source.fill();
            }
            int size = source.available();
            byte[] bytes = Arrays.copyOfRange(source.array(), source.position(), source.position() + size + 1);
            boolean whole = !more;
            boolean open = whole && size > 0 && bytes[size - 1] != '\n';
            if (open) {
                bytes[size] = '\n';
            }
            return new Sample(bytes, open ? size + 1 : size, rows, whole);
        }

        /** The error for an input without rows. */
        static DbException empty() {
            return new DbException(ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE, "No rows of data in the input");
        }
    }
}
