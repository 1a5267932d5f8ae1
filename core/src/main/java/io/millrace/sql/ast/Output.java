package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/**
 * What may stand behind any statement: where its result goes and in which format.
 *
 * @param settings the SETTINGS written behind FORMAT; those before it belong to the SELECT itself
 */
public record Output(Optional<Outfile> outfile, Optional<String> format, List<SettingChange> settings) {
    public static final Output NONE = new Output(Optional.empty(), Optional.empty(), List.of());

    public Output {
        settings = List.copyOf(settings);
    }

    /** {@code INTO OUTFILE 'name' TRUNCATE AND STDOUT COMPRESSION 'method' LEVEL n}; written by the client. */
    public record Outfile(
            String name, OutfileMode mode, boolean andStdout, Optional<String> compression, Optional<Long> level) {}

    /** What happens when the file exists. */
    public enum OutfileMode {
        CREATE,
        APPEND,
        TRUNCATE
    }
}
