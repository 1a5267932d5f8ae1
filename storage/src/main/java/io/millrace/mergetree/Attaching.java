package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import io.millrace.mergetree.commit.CommitLog;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.commit.PreparedParts;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartLoader;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.structure.TableStructure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ATTACH PART and ATTACH PARTITION: parts of {@code detached/} come in with new block numbers, like inserted ones. */
final class Attaching {
    private final PartStore store;
    private final CommitLog log;
    private final Vfs files;
    private final PartLoader loader;
    private final TableStructure structure;

    Attaching(TableStructure structure, MergeTreeSettings settings, PartStore store, CommitLog log) {
        this.structure = structure;
        this.store = store;
        this.log = log;
        this.files = structure.services().files();
        this.loader = PartLoaders.of(structure, settings);
    }

    private Path detached() {
        return store.directory().resolve("detached");
    }

    void attachPartition(String partitionId) {
        List<String> names = new ArrayList<>();
        for (String entry : files.list(detached())) {
            if (PartName.parse(entry)
                    .filter(n -> n.partitionId().equals(partitionId))
                    .isPresent()) {
                names.add(entry);
            }
        }
        if (!names.isEmpty()) {
            attach(names);
        }
    }

    void attachPart(String partName) {
        PartName.of(partName);
        if (!files.exists(detached().resolve(partName))) {
            throw new DbException(
                    ErrorCode.BAD_DATA_PART_NAME, "Detached part \"" + partName + "\" not found in " + detached());
        }
        attach(List.of(partName));
    }

    private void attach(List<String> names) {
        List<PartName> sorted = names.stream().map(PartName::of).sorted().toList();
        List<Part> parts = new ArrayList<>();
        List<Path> origins = new ArrayList<>();
        try {
            for (PartName name : sorted) {
                Path origin = detached().resolve(name.toString());
                // broken parts are refused where they lie
                Part loaded = loader.load(origin, name);
                Path temporary = store.directory().resolve(store.temporaryName("attach"));
                files.rename(origin, temporary);
                origins.add(origin);
                parts.add(loaded.movedTo(temporary, name));
            }
            files.syncDirectory(store.directory());
            files.syncDirectory(detached());
            PreparedParts prepared = new PreparedParts(store, parts, 0, 0);
            log.commit(structure.definition().id(), List.of(prepared), Optional.empty());
        } catch (DbException e) {
            for (int i = 0; i < parts.size(); i++) {
                if (files.exists(parts.get(i).directory())) {
                    files.rename(parts.get(i).directory(), origins.get(i));
                }
            }
            throw e;
        }
    }
}
