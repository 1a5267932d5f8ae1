package io.millrace.mergetree.commit;

import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mutation makes of the parts of a table.
 *
 * @param added new parts in temporary directories, and their names, which contain the replaced parts
 * @param emptied parts without a row left
 */
public record RewrittenParts(PartStore store, Map<Part, PartName> added, List<Part> replaced, List<Part> emptied) {
    public RewrittenParts {
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        replaced = List.copyOf(replaced);
        emptied = List.copyOf(emptied);
    }

    /** The emptied parts, with the replaced ones that must not come back in their place. */
    List<Part> gone() {
        List<Part> all = new ArrayList<>(emptied);
        emptied.forEach(p -> all.addAll(store.outdatedWithin(p)));
        return all;
    }
}
