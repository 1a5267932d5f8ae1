package io.millrace.catalog.ability;

import io.millrace.base.cancel.Cancellation;
import java.util.List;
import java.util.Optional;

/** What lies on disk can be compared with its checksums: CHECK TABLE. */
public interface Checkable {
    /**
     * Reads and checks; does not change anything.
     *
     * @param partitions the ids of the only partitions to check
     * @param part the only part to check
     */
    List<Checked> check(Optional<List<String>> partitions, Optional<String> part, Cancellation cancellation);

    /**
     * What was found.
     *
     * @param path of the part or file, beneath the table's directory
     * @param problem what is wrong, if anything is
     */
    record Checked(String path, Optional<String> problem) {}
}
