package io.millrace.mergetree.commit;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartLoader;
import io.millrace.mergetree.part.PartName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that a start finds in a table's directory. */
final class FoundParts {
    private static final Logger LOG = LoggerFactory.getLogger(FoundParts.class);

    private final Vfs files;
    private final Path directory;
    private final PartLoader loader;

    FoundParts(Vfs files, Path directory, PartLoader loader) {
        this.files = files;
        this.directory = directory;
        this.loader = loader;
    }

    /** Those that no other contains, in their order. Broken ones are moved aside and told about; what they had replaced comes back if it is still there. */
    List<Part> active(List<PartName> names) {
        List<PartName> left = new ArrayList<>(names);
        // the ones that contain most come first; a broken one gives way to those it contains
        left.sort((a, b) -> {
            int order = Long.compare(b.maxBlock() - b.minBlock(), a.maxBlock() - a.minBlock());
            order = order != 0 ? order : Integer.compareUnsigned(b.level(), a.level());
            return order != 0 ? order : Long.compare(b.mutation(), a.mutation());
        });
        List<Part> active = new ArrayList<>();
        for (PartName name : left) {
            Optional<Part> cover =
                    active.stream().filter(p -> p.name().intersects(name)).findFirst();
            Path path = directory.resolve(name.toString());
            if (cover.isPresent()) {
                if (!cover.get().name().contains(name)) {
                    throw new DbException(
                            ErrorCode.LOGICAL_ERROR,
                            "Parts " + cover.get().name() + " and " + name + " of " + directory
                                    + " hold some of the same blocks, but neither contains the other");
                }
                files.deleteTree(path);
                continue;
            }
            try {
                active.add(loader.load(path, name));
            } catch (DbException e) {
                moveAside(path, name, e);
            }
        }
        return active.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    private void moveAside(Path path, PartName name, DbException why) {
        LOG.error("Part {} is broken and is moved to {}: {}", path, PartStore.DETACHED, why.getMessage());
        files.createDirectories(directory.resolve(PartStore.DETACHED));
        Path target = directory.resolve(PartStore.DETACHED).resolve("broken-on-start_" + name);
        for (int copy = 1; files.exists(target); copy++) {
            target = directory.resolve(PartStore.DETACHED).resolve("broken-on-start_" + name + "_try" + copy);
        }
        files.rename(path, target);
        files.syncDirectory(directory.resolve(PartStore.DETACHED));
        files.syncDirectory(directory);
    }
}
