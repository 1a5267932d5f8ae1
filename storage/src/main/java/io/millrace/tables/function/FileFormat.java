package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.compression.content.ContentCoding;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.Formats;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the bytes of files become rows: a format inside of a compression, and the settings for both. Immutable. */
record FileFormat(Format format, Optional<ContentCoding> coding, FormatContext context) {
    private static final Set<String> APPENDABLE = Set.of(
            "CSV",
            "TabSeparated",
            "TabSeparatedRaw",
            "TSKV",
            "JSONEachRow",
            "JSONStringsEachRow",
            "JSONCompactEachRow",
            "JSONCompactStringsEachRow",
            "LineAsString",
            "RowBinary",
            "Native");

    private static final Set<String> NAMED = Set.of(
            "TSKV",
            "JSONEachRow",
            "JSONStringsEachRow",
            "JSON",
            "JSONColumns",
            "JSONColumnsWithMetadata",
            "JSONObjectEachRow",
            "Native",
            "Arrow",
            "ArrowStream",
            "Parquet");

    /**
     * @param name a format's name, or {@code auto} for the one the file name ends with
     * @param compression {@code auto}, {@code none}, or the name of a coding
     */
    static FileFormat of(String fileName, String name, String compression, FormatContext context) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (compression.equals("auto") && (lower.endsWith(".bz2") || lower.endsWith(".snappy"))) {
            // ClickHouse has these codings: what they make must not pass for data.
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Cannot read or write " + fileName
                            + ": bzip2 and snappy are not supported. Use zst, gz, br, lz4 or xz,"
                            + " or the compression 'none' if the file is none of them");
        }
        Optional<ContentCoding> bySuffix = ContentCoding.ofFileName(lower);
        String base = bySuffix.isPresent() ? lower.substring(0, lower.lastIndexOf('.')) : lower;
        Format format = Formats.of(name.equals("auto") ? byExtension(base, fileName) : name);
        return new FileFormat(format, compression.equals("auto") ? bySuffix : coding(compression), context);
    }

    private static Optional<ContentCoding> coding(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "none", "" -> Optional.empty();
            case "gz" -> Optional.of(ContentCoding.GZIP);
            case "zst" -> Optional.of(ContentCoding.ZSTD);
            default ->
                Optional.of(ContentCoding.ofName(name)
                        .orElseThrow(() -> new DbException(
                                ErrorCode.NOT_IMPLEMENTED,
                                "Unknown compression method '" + name
                                        + "'. Only 'auto', 'none', 'gzip', 'deflate', 'br', 'xz', 'lz4', 'zstd'"
                                        + " are supported as compression methods")));
        };
    }

    private static String byExtension(String base, String fileName) {
        return switch (base.substring(base.lastIndexOf('.') + 1)) {
            case "csv" -> "CSV";
            case "tsv", "txt" -> "TabSeparated";
            case "json", "jsonl", "ndjson" -> "JSONEachRow";
            case "parquet" -> "Parquet";
            case "arrow", "feather" -> "Arrow";
            case "tskv" -> "TSKV";
            case "md" -> "Markdown";
            case "xml" -> "XML";
            case "sql" -> "SQLInsert";
            case "native" -> "Native";
            case "rowbinary", "bin" -> "RowBinary";
            case "values" -> "Values";
            default ->
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "The data format of file '" + fileName
                                + "' cannot be told from its name. You can specify the format manually");
        };
    }

    /** Whether rows can be written behind those of another write. */
    boolean isAppendable() {
        // Nothing can follow the end of a brotli stream.
        return APPENDABLE.contains(format.name())
                && coding.filter(c -> c == ContentCoding.BROTLI).isEmpty();
    }

    /** Whether the input names its columns, so that only wanted ones need to be read. */
    boolean namesColumns() {
        return format.name().contains("WithNames") || NAMED.contains(format.name());
    }
}
