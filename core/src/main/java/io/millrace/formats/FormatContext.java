package io.millrace.formats;

import io.millrace.data.serde.StateFormats;
import io.millrace.data.serde.TextOptions;
import java.nio.charset.StandardCharsets;

/**
 * What readers and writers get from the query. Immutable.
 *
 * @param states finds the end of aggregate states in binary input
 * @param constants evaluates expressions in Values
 * @param schemas patterns of Template
 * @param trackDefaults whether readers shall tell which values they made up
 * @param terminal whether the output goes to a terminal (colours)
 * @param revision of Native that the client understands, 0 for the oldest form
 */
public record FormatContext(
        FormatSettings settings,
        StateFormats states,
        ExpressionEvaluator constants,
        SchemaFiles schemas,
        boolean trackDefaults,
        boolean terminal,
        int revision) {
    /** For a client that does not say which Native format it knows. */
    public FormatContext(
            FormatSettings settings,
            StateFormats states,
            ExpressionEvaluator constants,
            SchemaFiles schemas,
            boolean trackDefaults,
            boolean terminal) {
        this(settings, states, constants, schemas, trackDefaults, terminal, 0);
    }

    public static FormatContext of(FormatSettings settings) {
        return new FormatContext(settings, StateFormats.NONE, ExpressionEvaluator.NONE, SchemaFiles.NONE, false, false);
    }

    /** The same with patterns to be found. */
    public FormatContext with(SchemaFiles newSchemas) {
        return new FormatContext(settings, states, constants, newSchemas, trackDefaults, terminal, revision);
    }

    /** The same with another delimiter of CSV. */
    public FormatContext withCsvDelimiter(byte delimiter) {
        return new FormatContext(
                settings.withCsvDelimiter(delimiter), states, constants, schemas, trackDefaults, terminal, revision);
    }

    /** Texts for people: NULL is shown in small letters. */
    public TextOptions prettyText() {
        return text().withNull("\u1D3A\u1D41\u1D38\u1D38".getBytes(StandardCharsets.UTF_8));
    }

    public TextOptions text() {
        return settings.text();
    }
}
