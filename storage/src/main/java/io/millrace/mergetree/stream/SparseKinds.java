package io.millrace.mergetree.stream;

import java.util.List;

/**
 * Which parts of a column are stored sparse: the column itself, or elements of its tuple.
 *
 * @param elements one per tuple element; empty when nothing below is sparse
 */
public record SparseKinds(boolean sparse, List<SparseKinds> elements) {
    public static final SparseKinds NONE = new SparseKinds(false, List.of());
    /** The whole column. */
    public static final SparseKinds SPARSE = new SparseKinds(true, List.of());

    public SparseKinds {
        elements = List.copyOf(elements);
    }

    SparseKinds element(int index) {
        return index < elements.size() ? elements.get(index) : NONE;
    }
}
