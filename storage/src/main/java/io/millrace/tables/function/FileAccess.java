package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that file() may see: those below one directory, unless it is not confined to it. Whatever a path contains ({@code ..}, links, wildcards), it is
 * refused when the file it really means lies outside. Immutable.
 */
final class FileAccess {
    private final Vfs vfs;
    private final Path given;

    /** Where names begin. */
    private final Path base;

    /** What nobody leaves. */
    private final Path root;

    FileAccess(Vfs vfs, Path directory, boolean confined) {
        this.vfs = vfs;
        this.given = directory.toAbsolutePath().normalize();
        this.base = vfs.exists(given) ? real(given) : given;
        this.root = confined ? base : base.getRoot();
    }

    /** Existing files that a path or pattern means, by name; none for a pattern that matches nothing. */
    List<Path> files(String pattern) {
        List<Path> found = new ArrayList<>();
        boolean wild = false;
        for (String alternative : Globs.alternatives(pattern)) {
            Path relative = relative(alternative, pattern);
            wild |= Globs.isPattern(alternative);
            expand(root, relative, 0, found);
        }
        if (found.isEmpty() && !wild) {
            throw new DbException(
                    ErrorCode.FILE_DOESNT_EXIST, "File " + root.resolve(relative(pattern, pattern)) + " doesn't exist");
        }
        List<Path> sorted = found.stream().distinct().sorted().toList();
        sorted.forEach(file -> check(real(file), pattern));
        return sorted;
    }

    /** A file to write, which may not exist yet; its directory must. */
    Path target(String name) {
        Path path = root.resolve(relative(name, name)).normalize();
        Path parent = path.getParent();
        if (parent == null || Globs.isPattern(name) || path.equals(root)) {
            throw denied(name);
        }
        check(real(parent), name);
        if (vfs.exists(path)) {
            check(real(path), name);
        }
        return path;
    }

    private Path relative(String text, String shown) {
        Path path;
        try {
            path = base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new DbException(ErrorCode.INCORRECT_FILE_NAME, "'" + shown + "' is not the name of a file", e);
        }
        if (path.startsWith(given) && !path.startsWith(base)) {
            path = base.resolve(given.relativize(path));
        }
        check(path, shown);
        return root.relativize(path);
    }

    private void expand(Path directory, Path relative, int depth, List<Path> found) {
        if (depth == relative.getNameCount()) {
            if (vfs.exists(directory) && !vfs.isDirectory(directory)) {
                found.add(directory);
            }
            return;
        }
        String name = relative.getName(depth).toString();
        if (!Globs.isPattern(name)) {
            expand(directory.resolve(name), relative, depth + 1, found);
        } else if (vfs.isDirectory(directory)) {
            check(real(directory), relative.toString());
            for (String entry : vfs.list(directory)) {
                if (Globs.matches(name, entry)) {
                    expand(directory.resolve(entry), relative, depth + 1, found);
                }
            }
        }
    }

    private Path real(Path path) {
        if (!vfs.exists(path)) {
            throw new DbException(ErrorCode.FILE_DOESNT_EXIST, "File " + path + " doesn't exist");
        }
        return vfs.realPath(path);
    }

    private void check(Path path, String shown) {
        if (!path.startsWith(root)) {
            throw denied(shown);
        }
    }

    private DbException denied(String shown) {
        return new DbException(ErrorCode.PATH_ACCESS_DENIED, "File `" + shown + "` is not inside `" + given + "`");
    }
}
