package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.io.Vfs;
import io.millrace.catalog.ability.Mutable.MutationFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest mutations of a table, for {@code system.mutations}; the finished ones are kept in a file. Thread-safe. */
final class MutationHistory {
    private static final Logger LOG = LoggerFactory.getLogger(MutationHistory.class);

    /** As many finished mutations as ClickHouse keeps. */
    private static final int KEPT = 100;

    private static final String FILE_NAME = "mutations.txt";

    private final Vfs files;
    private final Path file;
    private final List<MutationFacts> finished = new ArrayList<>();

    MutationHistory(Vfs files, Path directory) {
        this.files = files;
        this.file = directory.resolve(FILE_NAME);
    }

    /** Reads what an earlier run has kept. */
    synchronized void load() {
        if (!files.exists(file)) {
            return;
        }
        String text = new String(files.readAll(file), StandardCharsets.UTF_8);
        text.lines().map(line -> line.split("\t", 3)).filter(f -> f.length == 3).forEach(fields -> {
            String command = fields[2].replace("\\n", "\n").replace("\\\\", "\\");
            finished.add(facts(Long.parseLong(fields[0]), command, Instant.ofEpochMilli(Long.parseLong(fields[1]))));
        });
    }

    /** Notes a mutation that is durable already; a history that cannot be written is no reason to fail it. */
    synchronized void finished(long number, String command, Instant created) {
        finished.add(facts(number, command, created));
        if (finished.size() > KEPT) {
            finished.removeFirst();
        }
        StringBuilder text = new StringBuilder();
        for (MutationFacts facts : finished) {
            text.append(facts.number())
                    .append('\t')
                    .append(facts.created().toEpochMilli())
                    .append('\t')
                    .append(facts.command().replace("\\", "\\\\").replace("\n", "\\n"))
                    .append('\n');
        }
        try {
            files.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (DbException e) {
            LOG.warn("Cannot write {}: {}", file, e.getMessage());
        }
    }

    synchronized List<MutationFacts> all() {
        return List.copyOf(finished);
    }

    private static MutationFacts facts(long number, String command, Instant created) {
        return new MutationFacts("mutation_" + number + ".txt", command, created, number, Map.of("", number), true);
    }
}
