package io.millrace.mergetree.commit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What commits leave behind that must not be forgotten: the tokens of INSERTs, and the riders' last values. Guarded by the log's lock. */
final class Remembered {
    private static final int TOKENS_PER_TABLE = 10_000;

    private final Map<UUID, LinkedHashSet<CommitRecord.Token>> tokens = new HashMap<>();
    private final Map<String, String> riders = new LinkedHashMap<>();

    /** Takes over what a record says; a snapshot says everything. */
    void add(CommitRecord record) {
        if (record.snapshot()) {
            tokens.clear();
            riders.clear();
        }
        record.tokens().forEach(this::add);
        record.riders().forEach(r -> riders.put(r.key(), r.value()));
    }

    private void add(CommitRecord.Token token) {
        LinkedHashSet<CommitRecord.Token> known = tokens.computeIfAbsent(token.table(), t -> new LinkedHashSet<>());
        known.add(token);
        if (known.size() > TOKENS_PER_TABLE) {
            known.remove(known.getFirst());
        }
    }

    boolean contains(CommitRecord.Token token) {
        LinkedHashSet<CommitRecord.Token> known = tokens.get(token.table());
        return known != null && known.contains(token);
    }

    Optional<String> rider(String key) {
        return Optional.ofNullable(riders.get(key));
    }

    /** A table is gone. */
    void forget(UUID table) {
        tokens.remove(table);
    }

    /**
     * A record that says everything.
     *
     * @param goingOn removals that are not done yet
     */
    CommitRecord snapshot(List<CommitRecord.TableChange> goingOn) {
        List<CommitRecord.Token> all = new ArrayList<>();
        tokens.values().forEach(all::addAll);
        List<CommitRecord.Rider> allRiders = new ArrayList<>();
        riders.forEach((key, value) -> allRiders.add(new CommitRecord.Rider(key, value)));
        return new CommitRecord(true, goingOn, all, allRiders);
    }
}
