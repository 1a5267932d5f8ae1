package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.data.text.TimeZone;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.infer.SchemaInference;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** file(path[, format[, structure[, compression]]]): files of the server as a table, to read and to write. */
@Builtin("file")
final class FileFunction implements TableFunction {
    FileFunction() {}

    @Override
    public String doc() {
        return "Reads and writes files below the directory for user files; the format and the columns are found out when they are not given.";
    }

    @Override
    public OptionalInt structureArgument() {
        return OptionalInt.of(2);
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return table(arguments, services, Settings.defaults(), TimeZone.utc(), services.memory());
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services, BindContext context) {
        return table(
                arguments,
                services,
                context.settings(),
                TimeZone.of(context.zone().getId()),
                context.evaluation().memory());
    }

    private static Table table(
            List<Argument> list, TableServices services, Settings settings, TimeZone zone, MemoryTracker memory) {
        TableArguments arguments = new TableArguments("file", list);
        if (arguments.size() < 1 || arguments.size() > 4) {
            throw TableArguments.wrongCount(
                    "The signature of table function file shall be the following:\n"
                            + " - filename\n - filename, format\n - filename, format, structure\n - filename, format, structure, compression_method");
        }
        String pattern = arguments.text(0, "path");
        String formatName = arguments.size() > 1 ? arguments.text(1, "format") : "auto";
        String structure = arguments.size() > 2 ? arguments.text(2, "structure") : "auto";
        String compression = arguments.size() > 3 ? arguments.text(3, "compression_method") : "auto";
        FormatContext context =
                FormatContext.of(FormatSettings.of(settings, zone)).with(services.schemaFiles());
        FileFormat format = FileFormat.of(pattern, formatName, compression, context);
        FileAccess access = new FileAccess(services.files(), services.userFilesPath(), services.confinesFiles());
        Header header = structure.equals("auto")
                ? inferred(services, access, pattern, format, memory)
                : Structure.parse(structure);
        return new FileTable(
                TableDefinition.simple(new TableId("_table_function", "file"), "File", header),
                services.files(),
                access,
                pattern,
                format,
                settings.get(FileSettings.TRUNCATE_ON_INSERT));
    }

    /** The columns of the first file. */
    private static Header inferred(
            TableServices services, FileAccess access, String pattern, FileFormat format, MemoryTracker memory) {
        List<Path> files = access.files(pattern);
        if (files.isEmpty()) {
            throw new DbException(
                    ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
                    "The table structure cannot be extracted from a "
                            + format.format().name()
                            + " format file, because there are no files with provided path: " + pattern
                            + ". You can specify the structure manually");
        }
        try (FileInput input = new FileInput(services.files(), files.getFirst(), format.coding(), memory)) {
            return SchemaInference.infer(format.format(), input.source(), format.context());
        }
    }
}
