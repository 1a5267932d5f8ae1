package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.FileHash;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.Vfs;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.mergetree.mark.MarkKind;
import io.millrace.mergetree.stream.StreamNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Loads parts from their directories: reads the small files, whose hashes it compares, and checks that every listed file is there with its size. The hashes of
 * blocks are compared when those are read. Thread-safe.
 *
 * @param partitionTypes types of the partition expressions
 * @param minMaxTypes the columns that the partition expressions use, with their types
 * @param partitionId computes the id that the partition values must have
 */
public record PartLoader(
        Vfs files,
        List<DataType> partitionTypes,
        Map<String, DataType> minMaxTypes,
        Function<List<Column>, String> partitionId,
        boolean hasPrimaryKey,
        int fixedGranularity) {
    /** Loads a part; a broken one is a DbException that says what is wrong. */
    public Part load(Path directory, PartName name) {
        try {
            return new Part(files, directory, content(directory, name));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new DbException(ErrorCode.CORRUPTED_DATA, "Part " + name + " is broken: " + e.getMessage(), e);
        } catch (DbException e) {
            throw e.during("while loading part " + directory);
        }
    }

    private PartContent content(Path directory, PartName name) {
        List<String> present = files.list(directory);
        MarkKind marks = markKind(present);
        Checksums checksums = present.contains(Checksums.FILE_NAME)
                ? Checksums.parse(files.readAll(directory.resolve(Checksums.FILE_NAME)))
                : new Checksums(Map.of());
        checkFiles(directory, checksums);
        long rows = Long.parseLong(text(directory, "count.txt", checksums).strip());
        if (hasPrimaryKey && !present.contains("primary.cidx") && !present.contains("primary.idx")) {
            throw missing("primary.cidx");
        }
        List<PartColumn> columns = ColumnsText.parse(text(directory, ColumnsText.FILE_NAME, checksums));
        List<SubstreamsText.Entry> substreams = present.contains(SubstreamsText.FILE_NAME)
                ? SubstreamsText.parse(text(directory, SubstreamsText.FILE_NAME, checksums))
                : List.of();
        if (marks.version() == 4 && substreams.isEmpty()) {
            throw missing(SubstreamsText.FILE_NAME);
        }
        checkNames(columns, substreams);
        SerializationInfo serialization = present.contains(SerializationInfo.FILE_NAME)
                ? SerializationInfo.parse(text(directory, SerializationInfo.FILE_NAME, checksums))
                : SerializationInfo.ABSENT;
        List<Column> partition = List.of();
        Map<String, Column> minMax = new HashMap<>();
        if (!partitionTypes.isEmpty() && rows > 0) {
            partition = KeyColumns.read(partitionTypes, 1, ByteSource.of(bytes(directory, "partition.dat", checksums)));
            minMaxTypes.forEach((column, type) -> minMax.put(column, minMax(directory, column, type, checksums)));
            checkPartition(name, partition);
        }
        return new PartContent(
                name, rows, columns, substreams, marks, serialization, checksums, partition, minMax, fixedGranularity);
    }

    /** Both files list the columns and neither is in the checksums, so they vouch for each other. */
    private static void checkNames(List<PartColumn> columns, List<SubstreamsText.Entry> substreams) {
        List<String> names = columns.stream().map(PartColumn::name).toList();
        if (!substreams.isEmpty()
                && !names.equals(
                        substreams.stream().map(SubstreamsText.Entry::column).toList())) {
            throw new DbException(
                    ErrorCode.CORRUPTED_DATA,
                    ColumnsText.FILE_NAME + " and " + SubstreamsText.FILE_NAME + " name different columns");
        }
    }

    private Column minMax(Path directory, String column, DataType type, Checksums checksums) {
        byte[] bytes = bytes(directory, minMaxFile(column), checksums);
        return KeyColumns.read(List.of(type), 2, ByteSource.of(bytes)).getFirst();
    }

    /** The file with the least and greatest value of a column. */
    public static String minMaxFile(String column) {
        return StreamNames.fileBase("minmax_" + StreamNames.escape(column)) + ".idx";
    }

    private void checkPartition(PartName name, List<Column> values) {
        String expected = partitionId.apply(values);
        if (!expected.equals(name.partitionId())) {
            throw new DbException(
                    ErrorCode.CORRUPTED_DATA,
                    "Part " + name + " is named after another partition than its values, which are those of "
                            + expected);
        }
    }

    private void checkFiles(Path directory, Checksums checksums) {
        checksums.files().forEach((file, entry) -> {
            Path path = directory.resolve(file);
            if (!files.exists(path)) {
                throw missing(file);
            }
            if (!files.isDirectory(path) && files.size(path) != entry.size()) {
                throw new DbException(
                        ErrorCode.BAD_SIZE_OF_FILE_IN_DATA_PART,
                        "File " + path + " has " + files.size(path) + " bytes instead of " + entry.size());
            }
        });
    }

    private static MarkKind markKind(List<String> present) {
        for (String file : present) {
            Optional<MarkKind> kind = MarkKind.ofFileName(file);
            if (kind.isPresent() && !file.startsWith("skp_idx_")) {
                return kind.get();
            }
        }
        throw new DbException(ErrorCode.NO_FILE_IN_DATA_PART, "The part has no mark files");
    }

    private String text(Path directory, String file, Checksums checksums) {
        return new String(bytes(directory, file, checksums), StandardCharsets.UTF_8);
    }

    /** A small file, as it was written if its hash is known. */
    private byte[] bytes(Path directory, String file, Checksums checksums) {
        Path path = directory.resolve(file);
        if (!files.exists(path)) {
            throw missing(file);
        }
        byte[] bytes = files.readAll(path);
        FileHash hash = new FileHash();
        hash.update(bytes, 0, bytes.length);
        if (checksums
                .find(file)
                .filter(entry -> !entry.hash().sameAs(hash.finish()))
                .isPresent()) {
            throw new DbException(
                    ErrorCode.CHECKSUM_DOESNT_MATCH, "The hash of file " + path + " is not that of checksums.txt");
        }
        return bytes;
    }

    private static DbException missing(String file) {
        return new DbException(ErrorCode.NO_FILE_IN_DATA_PART, "The part has no file " + file);
    }
}
