package io.millrace.mergetree.part;

import io.millrace.base.hash.FileHash;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import io.millrace.mergetree.stream.StreamNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same part with other names of columns, and without some: its data files are linked under their new names, only the small files that name columns are
 * written. Used once.
 */
public final class RenamedPart {
    private final Vfs files;
    private final Part part;
    private final Map<String, Optional<String>> columns;

    /** By base name of a column's file its new one, or nothing when the file goes. */
    private final Map<String, Optional<String>> bases = new HashMap<>();

    /** @param columns by old name the new one; nothing for a column that goes, which only Wide parts can do without being written anew */
    public RenamedPart(Vfs files, Part part, Map<String, Optional<String>> columns) {
        this.files = files;
        this.part = part;
        this.columns = Map.copyOf(columns);
    }

    /** Makes the directory, which does not exist yet, and syncs it. */
    public void writeTo(Path directory) {
        if (!part.isCompact()) {
            renameStreams();
        }
        files.createDirectories(directory);
        Map<String, Checksums.Entry> listed = new HashMap<>();
        part.content()
                .checksums()
                .files()
                .forEach((file, entry) -> newName(file).ifPresent(n -> listed.put(n, entry)));
        for (String file : files.list(part.directory())) {
            boolean namesColumns = file.equals(ColumnsText.FILE_NAME)
                    || file.equals(SubstreamsText.FILE_NAME)
                    || file.equals(SerializationInfo.FILE_NAME)
                    || file.equals(Checksums.FILE_NAME);
            if (!namesColumns) {
                newName(file).ifPresent(n -> files.hardLink(part.directory().resolve(file), directory.resolve(n)));
            }
        }
        writeText(directory.resolve(ColumnsText.FILE_NAME), ColumnsText.print(newColumns()));
        if (!part.content().substreams().isEmpty()) {
            writeText(directory.resolve(SubstreamsText.FILE_NAME), SubstreamsText.print(newSubstreams()));
        }
        Path serialization = part.directory().resolve(SerializationInfo.FILE_NAME);
        if (files.exists(serialization)) {
            byte[] text = SerializationInfo.renamed(
                            new String(files.readAll(serialization), StandardCharsets.UTF_8), columns)
                    .getBytes(StandardCharsets.UTF_8);
            write(directory.resolve(SerializationInfo.FILE_NAME), text);
            FileHash hash = new FileHash();
            hash.update(text, 0, text.length);
            listed.put(SerializationInfo.FILE_NAME, Checksums.Entry.plain(text.length, hash.finish()));
        }
        if (!part.content().checksums().files().isEmpty()) {
            write(directory.resolve(Checksums.FILE_NAME), new Checksums(listed).toBytes());
        }
        files.syncDirectory(directory);
    }

    private Optional<String> newName(String file) {
        int dot = file.lastIndexOf('.');
        Optional<String> base =
                dot < 0 ? Optional.empty() : bases.getOrDefault(file.substring(0, dot), Optional.of(""));
        if (dot < 0 || base.isPresent() && base.get().isEmpty()) {
            return Optional.of(file);
        }
        return base.map(b -> b + file.substring(dot));
    }

    private List<PartColumn> newColumns() {
        List<PartColumn> result = new ArrayList<>();
        for (PartColumn column : part.content().columns()) {
            newColumn(column.name()).ifPresent(n -> result.add(new PartColumn(n, column.typeText())));
        }
        return result;
    }

    private Optional<String> newColumn(String name) {
        return columns.getOrDefault(name, Optional.of(name));
    }

    private List<SubstreamsText.Entry> newSubstreams() {
        List<SubstreamsText.Entry> result = new ArrayList<>();
        for (SubstreamsText.Entry entry : part.content().substreams()) {
            newColumn(entry.column())
                    .ifPresent(n -> result.add(new SubstreamsText.Entry(
                            n,
                            entry.streams().stream()
                                    .map(s -> newStream(s, entry.column(), n))
                                    .toList())));
        }
        return result;
    }

    /** Streams begin with the name of their column, but the sizes of a Nested, which its columns share, with that of the Nested. */
    private static String newStream(String stream, String oldColumn, String newColumn) {
        String old = StreamNames.escape(oldColumn);
        return stream.startsWith(old) ? StreamNames.escape(newColumn) + stream.substring(old.length()) : stream;
    }

    private void renameStreams() {
        Set<String> shared = new HashSet<>();
        for (PartColumn column : part.content().columns()) {
            if (!columns.containsKey(column.name())) {
                shared.addAll(streamsOf(column.name()));
            }
        }
        columns.forEach((old, name) -> {
            for (String stream : streamsOf(old)) {
                Optional<String> renamed = name.map(n -> newStream(stream, old, n));
                if (!shared.contains(stream) && !renamed.equals(Optional.of(stream))) {
                    bases.put(StreamNames.fileBase(stream), renamed.map(StreamNames::fileBase));
                }
            }
        });
    }

    private List<String> streamsOf(String column) {
        for (SubstreamsText.Entry entry : part.content().substreams()) {
            if (entry.column().equals(column)) {
                return entry.streams();
            }
        }
        // a part of an older engine: its files tell
        String name = StreamNames.escape(column);
        return files.list(part.directory()).stream()
                .filter(f -> f.endsWith(".bin"))
                .map(f -> f.substring(0, f.length() - ".bin".length()))
                .filter(f -> f.equals(name) || f.startsWith(name + ".") || f.startsWith(name + "%2E"))
                .toList();
    }

    private void writeText(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(Path file, byte[] bytes) {
        try (WriteFile out = files.create(file)) {
            out.write(bytes, 0, bytes.length);
            out.sync();
        }
    }
}
