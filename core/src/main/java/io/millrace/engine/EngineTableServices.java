package io.millrace.engine;

import io.millrace.base.io.Vfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.ability.Committer;
import io.millrace.catalog.engine.TableServices;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.tree.Expression;
import io.millrace.formats.SchemaFiles;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.sql.parse.Parser;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** What the engine lends to tables. */
record EngineTableServices(
        EngineOptions options, Functions functions, MemoryTracker memory, Supplier<AnalysisContext> serverContext)
        implements TableServices {
    @Override
    public Vfs files() {
        return options.files();
    }

    @Override
    public Path dataPath() {
        return options.dataPath();
    }

    @Override
    public Path userFilesPath() {
        return options.userFilesPath();
    }

    @Override
    public boolean confinesFiles() {
        return !options.anyFile();
    }

    @Override
    public SchemaFiles schemaFiles() {
        return new SchemaDirectory(options.files(), options.formatSchemaPath());
    }

    @Override
    public Committer committer() {
        return options.committer();
    }

    @Override
    public Scheduler scheduler() {
        return options.scheduler();
    }

    @Override
    public Clock clock() {
        return options.clock();
    }

    @Override
    public Expression bind(String text, Header scope) {
        return QueryAnalyzer.bindExpression(Parser.parseExpression(text), scope, serverContext.get());
    }
}
