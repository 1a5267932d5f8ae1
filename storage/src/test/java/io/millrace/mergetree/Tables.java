package io.millrace.mergetree;

import io.millrace.base.io.ByteSink;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.TimeZone;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.commit.PreparedParts;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Definitions, inserts and reads for tests. */
final class Tables {
    private Tables() {}

    static TableDefinition definition(
            Header header, List<String> key, List<String> partition, Map<String, String> settings) {
        return new TableDefinition(
                new TableId("d", "t"),
                new UUID(42, 7),
                header.fields().stream()
                        .map(f -> ColumnDefinition.of(f.name(), f.type()))
                        .toList(),
                "MergeTree",
                List.of(),
                clause(header, key),
                KeyClause.NONE,
                clause(header, partition),
                "",
                "",
                settings,
                "",
                "");
    }

    static KeyClause clause(Header header, List<String> columns) {
        List<Expression> expressions = new ArrayList<>();
        for (String column : columns) {
            int index = header.index(column);
            expressions.add(new Expression.Input(index, column, header.type(index)));
        }
        return columns.isEmpty() ? KeyClause.NONE : new KeyClause(String.join(", ", columns), columns, expressions);
    }

    static MergeTreeTable create(TableDefinition definition, TestServices services, MergeMode mode) {
        return new MergeTreeTable(definition, services, mode, false);
    }

    static MergeTreeTable attach(TableDefinition definition, TestServices services, MergeMode mode) {
        return new MergeTreeTable(definition, services, mode, true);
    }

    /** As a server finds it after a crash: a table whose directory was not made yet has no definition yet either, and is made anew. */
    static MergeTreeTable reopen(TableDefinition definition, TestServices services, MergeMode mode) {
        Path directory = PartStore.directoryOf(services.dataPath().resolve("store"), definition.uuid());
        return new MergeTreeTable(definition, services, mode, services.files().exists(directory));
    }

    static boolean insert(MergeTreeTable table, TestServices services, Optional<String> token, Block... blocks) {
        try (TableWriter writer = table.newWriter(EvaluationContext.unlimited())) {
            for (Block block : blocks) {
                writer.write(block);
            }
            PreparedParts prepared = (PreparedParts) writer.prepare();
            return services.log().commit(table.id(), List.of(prepared), token);
        }
    }

    static ScanRequest request(Header columns, Optional<Expression> filter, boolean finalRows, int drivers) {
        return new ScanRequest(
                columns,
                filter,
                finalRows,
                OptionalLong.empty(),
                drivers,
                false,
                Block.DEFAULT_ROWS,
                EvaluationContext.unlimited());
    }

    static List<Block> blocks(MergeTreeTable table, ScanRequest request) {
        return drain(table.scan(request).open());
    }

    static List<Block> drain(Sources sources) {
        List<Block> blocks = new ArrayList<>();
        for (int driver = 0; driver < sources.parallelism(); driver++) {
            try (Source source = sources.open(driver)) {
                boolean more = true;
                while (more) {
                    switch (source.poll()) {
                        case Source.Poll.Ready ready -> blocks.add(ready.block());
                        case Source.Poll.Pending pending -> {}
                        case Source.Poll.Finished finished -> more = false;
                    }
                }
            }
        }
        return blocks;
    }

    /** All rows as lines of TabSeparated. */
    static List<String> lines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            TextWriter[] writers = new TextWriter[block.columns().size()];
            for (int i = 0; i < writers.length; i++) {
                writers[i] =
                        TextWriter.of(block.header().type(i), TextStyle.ESCAPED, TextOptions.defaults(TimeZone.utc()));
                writers[i].bind(block.column(i));
            }
            ByteSink out = new ByteSink();
            for (int row = 0; row < block.rows(); row++) {
                out.clear();
                for (int i = 0; i < writers.length; i++) {
                    if (i > 0) {
                        out.putByte('\t');
                    }
                    writers[i].write(row, out);
                }
                lines.add(out.toString());
            }
        }
        return lines;
    }

    static List<String> sortedLines(MergeTreeTable table) {
        Header stored = table.definition().storedHeader();
        return lines(blocks(table, request(stored, Optional.empty(), false, 2))).stream()
                .sorted()
                .toList();
    }

    static List<String> list(String... values) {
        return Arrays.asList(values);
    }
}
