package io.millrace.postgres;

import java.util.List;
import java.util.Optional;

/**
 * A statement in the engine's words. Immutable.
 *
 * @param withoutEngine whether it makes a table in PostgreSQL's manner
 * @param notices what was accepted and has no effect
 * @param returning what stood behind RETURNING
 */
record Rewritten(String text, boolean withoutEngine, List<String> notices, Optional<String> returning) {
    Rewritten {
        notices = List.copyOf(notices);
    }

    static Rewritten of(String text) {
        return new Rewritten(text, false, List.of(), Optional.empty());
    }
}
