package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.RealVfs;
import io.millrace.base.io.Vfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.ability.Committer;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.SelfCommitting;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What tests of tables need: services over a directory, definitions, and all rows of a scan as texts. */
public final class TestTables {
    private TestTables() {}

    /** Services whose data and user files lie in one directory; every bound text is the constant 7. */
    public record Services(Path dataPath, Vfs files, MemoryTracker memory) implements TableServices {
        public Services(Path directory) {
            this(directory, new RealVfs(), MemoryTracker.root("test", 0));
        }

        @Override
        public Path userFilesPath() {
            return dataPath;
        }

        @Override
        public Functions functions() {
            return new Functions();
        }

        @Override
        public Committer committer() {
            throw DbException.bug("no commits here");
        }

        @Override
        public Scheduler scheduler() {
            throw DbException.bug("nothing in the background here");
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }

        @Override
        public Expression bind(String text, Header scope) {
            return new Expression.Constant(Types.UINT64, new LongColumn(new long[] {7}, 1));
        }
    }

    public static TableDefinition definition(String engine, UUID uuid, Header header, String... arguments) {
        return new TableDefinition(
                new TableId("d", "t"),
                uuid,
                header.fields().stream()
                        .map(f -> ColumnDefinition.of(f.name(), f.type()))
                        .toList(),
                engine,
                List.of(arguments),
                KeyClause.NONE,
                KeyClause.NONE,
                KeyClause.NONE,
                "",
                "",
                Map.of(),
                "",
                "");
    }

    public static Table create(String engine, UUID uuid, Header header, TableServices services) {
        return BuiltinIndex.of(TableEngine.class)
                .find(engine)
                .orElseThrow()
                .create(definition(engine, uuid, header), services, false);
    }

    public static SelfCommitting prepared(Table table, Block... blocks) {
        try (TableWriter writer = ((Insertable) table).newWriter(EvaluationContext.unlimited())) {
            for (Block block : blocks) {
                writer.write(block);
            }
            return (SelfCommitting) writer.prepare();
        }
    }

    public static void insert(Table table, Block... blocks) {
        prepared(table, blocks).publish();
    }

    /** All rows, tab separated, as one driver gets them. */
    public static List<String> rows(Table table) {
        return rows(table, table.definition().storedHeader(), OptionalLong.empty());
    }

    public static List<String> rows(Table table, Header columns, OptionalLong limit) {
        ScanRequest request =
                new ScanRequest(columns, Optional.empty(), false, limit, 1, false, 1000, EvaluationContext.unlimited());
        Sources sources = table.scan(request).open();
        List<String> rows = new ArrayList<>();
        try (Source source = sources.open(0)) {
            while (source.poll() instanceof Source.Poll.Ready(Block block)) {
                append(block, rows);
            }
        }
        return rows;
    }

    public static void append(Block block, List<String> rows) {
        List<TextWriter> writers = new ArrayList<>();
        for (int i = 0; i < block.columns().size(); i++) {
            Column column = block.column(i);
            TextWriter writer =
                    TextWriter.of(block.header().type(i), TextStyle.ESCAPED, TextOptions.defaults(TimeZone.utc()));
            writer.bind(column);
            writers.add(writer);
        }
        for (int row = 0; row < block.rows(); row++) {
            ByteSink line = new ByteSink();
            for (int i = 0; i < writers.size(); i++) {
                if (i > 0) {
                    line.putByte('\t');
                }
                writers.get(i).write(row, line);
            }
            rows.add(line.toString());
        }
    }
}
