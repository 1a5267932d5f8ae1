package io.millrace.engine;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import io.millrace.formats.SchemaFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The files of {@code format_schema_path}, and behind them those that come with the program. Immutable. */
record SchemaDirectory(Vfs files, Path directory) implements SchemaFiles {
    private static final Set<String> SHIPPED =
            Set.of("prometheus_template_output_format_row", "prometheus_template_output_format_resultset");

    @Override
    public String text(String name) {
        Path file = file(name);
        if (!files.exists(file) || files.isDirectory(file)) {
            return shipped(name)
                    .orElseThrow(() -> new DbException(
                            ErrorCode.FILE_DOESNT_EXIST, "Cannot open file " + file + ": No such file"));
        }
        return new String(files.readAll(file), StandardCharsets.UTF_8);
    }

    private Path file(String name) {
        try {
            Path file = directory.resolve(name).normalize();
            if (!Path.of(name).isAbsolute() && file.startsWith(directory.normalize())) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new DbException(ErrorCode.INCORRECT_FILE_NAME, "'" + name + "' is not the name of a file", e);
        }
        throw new DbException(
                ErrorCode.BAD_ARGUMENTS,
                "Path '" + name
                        + "' is not inside of format_schema_path: absolute paths and those that leave the directory are prohibited");
    }

    private static Optional<String> shipped(String name) {
        if (!SHIPPED.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = SchemaDirectory.class.getResourceAsStream("format_schemas/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
