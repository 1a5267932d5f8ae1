package io.millrace.mergetree.commit;

import io.millrace.base.error.DbException;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.mergetree.part.Part;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts of one INSERT that lie synced under temporary names, waiting for a record in the log. Owned by the inserting thread until committed or discarded.
 *
 * @param level of the new parts: 1 when the engine's merge rule has been applied to each of them
 */
public record PreparedParts(PartStore store, List<Part> parts, int level, long bytes) implements PreparedInsert {
    private static final Logger LOG = LoggerFactory.getLogger(PreparedParts.class);

    public PreparedParts {
        parts = List.copyOf(parts);
    }

    @Override
    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    @Override
    public void discard() {
        for (Part part : parts) {
            try {
                store.files().deleteTree(part.directory());
            } catch (DbException e) {
                // the next start removes it
                LOG.warn("Cannot delete {}: {}", part.directory(), e.getMessage());
            }
        }
    }
}
