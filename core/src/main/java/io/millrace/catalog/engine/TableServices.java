package io.millrace.catalog.engine;

import io.millrace.base.io.Vfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.ability.Committer;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.tree.Expression;
import io.millrace.formats.SchemaFiles;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What the engine lends to tables. Storage does not parse SQL: texts that it finds on disk or in settings are bound through here. Thread-safe.
 */
public interface TableServices {
    Vfs files();

    /** The server's data directory. */
    Path dataPath();

    /** Where file() reads: user_files for a server, the working directory for {@code local}. */
    Path userFilesPath();

    /** Whether file() must stay below that directory; {@code local} may do what its user may. */
    default boolean confinesFiles() {
        return true;
    }

    /** Patterns and schemas of formats; none unless the engine has some. */
    default SchemaFiles schemaFiles() {
        return SchemaFiles.NONE;
    }

    Functions functions();

    Committer committer();

    /** For background merges; their drivers share the cores with queries at a lower share. */
    Scheduler scheduler();

    Clock clock();

    MemoryTracker memory();

    /** Parses and binds an SQL expression over the columns of {@code scope}. */
    Expression bind(String text, Header scope);
}
