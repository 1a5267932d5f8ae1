package io.millrace.mergetree;

import io.millrace.mergetree.part.PartLoader;
import io.millrace.mergetree.structure.TableStructure;

/** The loader for the parts of a table. */
final class PartLoaders {
    private PartLoaders() {}

    static PartLoader of(TableStructure structure, MergeTreeSettings settings) {
        return new PartLoader(
                structure.services().files(),
                structure.partition().storedTypes(),
                structure.minMaxTypes(),
                structure.partition()::idOf,
                !structure.primaryKey().isEmpty(),
                Math.toIntExact(settings.get(MergeTreeSettings.INDEX_GRANULARITY)));
    }
}
