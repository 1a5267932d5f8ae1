package io.millrace.benchmarks.engines;

import io.millrace.benchmarks.hits.HitsQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A database engine under measurement. Methods throw {@link EngineException}; not thread-safe. */
public interface Engine extends AutoCloseable {
    /** The word by which options and reports name it. */
    String name();

    String version();

    /**
     * Makes sure that the table {@code hits} has the rows of the TabSeparated file.
     *
     * @return how long loading took, or nothing when the table was there with as many rows already
     */
    Optional<Load> loadHits(Path tsv, long rows);

    /**
     * Loads a file into an empty table of the same columns, which is dropped again.
     *
     * @param format {@code TSV}, {@code JSONEachRow} or {@code Native}
     * @return milliseconds until the rows were acknowledged, or nothing when the engine does not know the format
     */
    Optional<Double> loadFile(Path file, String format, long rows);

    /** Writes the first rows of {@code hits} to a file; false when the engine cannot. */
    boolean export(Path file, String format, long rows);

    Answer run(HitsQuery query);

    /** Lets {@code clients} clients send the queries in turns for so many seconds. */
    Clients runClients(List<String> queries, int clients, int seconds);

    /** Stops and starts the engine, so that nothing is warm but the system's page cache; false when it cannot. */
    boolean restart();

    @Override
    void close();
}
