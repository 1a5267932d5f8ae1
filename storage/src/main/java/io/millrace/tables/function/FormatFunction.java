package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.text.TimeZone;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.formats.BlockReader;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.Formats;
import io.millrace.formats.infer.SchemaInference;
import io.millrace.tables.BlockTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** format(format, [structure,] data): rows that stand in the query itself, in any format. */
@Builtin("format")
final class FormatFunction implements TableFunction {
    private static final long BLOCK_BYTES = 16L << 20;

    FormatFunction() {}

    @Override
    public String doc() {
        return "Reads the given text in the given format; the columns are found out when they are not given.";
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services) {
        return table(arguments, services, Settings.defaults(), TimeZone.utc());
    }

    @Override
    public Table table(List<Argument> arguments, TableServices services, BindContext context) {
        return table(
                arguments,
                services,
                context.settings(),
                TimeZone.of(context.zone().getId()));
    }

    private static Table table(List<Argument> list, TableServices services, Settings settings, TimeZone zone) {
        TableArguments arguments = new TableArguments("format", list);
        if (arguments.size() != 2 && arguments.size() != 3) {
            throw TableArguments.wrongCount(
                    "Table function 'format' requires 2 or 3 arguments: format, [structure], data");
        }
        Format format = Formats.of(arguments.text(0, "format"));
        byte[] data = arguments.bytes(arguments.size() - 1, "data");
        FormatContext context =
                FormatContext.of(FormatSettings.of(settings, zone)).with(services.schemaFiles());
        String structure = arguments.size() == 3 ? arguments.text(1, "structure") : "auto";
        Header header = structure.equals("auto")
                ? SchemaInference.infer(format, ByteSource.of(data), context)
                : Structure.parse(structure);
        BlockReader reader = format.reader(ByteSource.of(data), header, context);
        List<Block> blocks = new ArrayList<>();
        for (Optional<Block> block = reader.read(Block.DEFAULT_ROWS, BLOCK_BYTES);
                block.isPresent();
                block = reader.read(Block.DEFAULT_ROWS, BLOCK_BYTES)) {
            blocks.add(block.get());
        }
        return new BlockTable("format", header, blocks);
    }
}
