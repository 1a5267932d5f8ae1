package io.millrace.mergetree.commit;

import io.millrace.mergetree.part.Part;
import java.util.List;

/** Parts of one table that go together, with the replaced ones that must not come back. */
record DroppedParts(PartStore store, List<Part> active, List<Part> outdated, boolean detach) {}
