package io.millrace.catalog.ability;

import java.util.Optional;

/** OPTIMIZE TABLE: merges now instead of in the background. */
public interface Optimizable {
    /**
     * @param partition id of the only partition to work on
     * @param finalMerge merge even when there is one part only, until one part per partition is left
     */
    void optimize(Optional<String> partition, boolean finalMerge);

    /** SYSTEM STOP MERGES and START MERGES: whether parts are merged in the background. Not remembered over a restart. */
    void allowMerges(boolean allowed);
}
