package io.millrace.base.config;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.FileStamp;
import io.millrace.base.io.Vfs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a server's configuration, read as ClickHouse reads them: {@code config.xml}, over it {@code config.d/*.xml} and {@code conf.d/*.xml} in the
 * order of their names, then substitutions; {@code users.xml} with {@code users.d} in the same way. Both become one tree: users, profiles, quotas and roles
 * come from the users' files, or from the main ones where there is no file of users. Immutable; every call reads anew.
 *
 * @param main the path of config.xml, which need not exist
 * @param environment for {@code from_env}
 * @param defaultUsers what {@code users.d} is laid over when neither file says anything about users
 * @param commandLine what the command line says, which is laid over everything
 */
public record ConfigFiles(
        Vfs files, Path main, Map<String, String> environment, ConfigTree defaultUsers, ConfigTree commandLine) {
    private static final Set<String> OF_USERS = Set.of("users", "profiles", "quotas", "roles");

    /**
     * A configuration and what it was read from.
     *
     * @param stamps of all files that exist, by path
     */
    public record Loaded(ConfigTree tree, Map<Path, FileStamp> stamps) {}

    /**
     * @throws DbException CANNOT_LOAD_CONFIG or INVALID_CONFIG_PARAMETER
     */
    public Loaded load() {
        Map<Path, FileStamp> stamps = new TreeMap<>();
        ConfigTree merged = merged(main, ConfigTree.empty(), true, stamps);
        Optional<ConfigTree> included = included(merged, stamps);
        Substitutions substitutions = new Substitutions(environment, included);
        ConfigTree server = substitutions.apply(merged);
        Path usersFile = usersFile(server);
        boolean own = !usersFile.equals(main) && exists(usersFile);
        ConfigTree under =
                own ? ConfigTree.empty() : merged.at("users").isPresent() ? merged : withDefaultUsers(merged);
        ConfigTree users = merged(usersFile, under, own, stamps);
        ConfigTree resolvedUsers =
                new Substitutions(environment, included(users, stamps).or(() -> included)).apply(users);
        return new Loaded(combined(server, resolvedUsers), Map.copyOf(stamps));
    }

    /** Profiles may stand there without users. */
    private ConfigTree withDefaultUsers(ConfigTree server) {
        List<ConfigTree> children = new ArrayList<>(server.children());
        children.addAll(defaultUsers.children());
        return server.with(server.attributes(), server.text(), children);
    }

    private ConfigTree combined(ConfigTree server, ConfigTree users) {
        List<ConfigTree> children = new ArrayList<>();
        server.children().stream().filter(c -> !OF_USERS.contains(c.name())).forEach(children::add);
        users.children().stream().filter(c -> OF_USERS.contains(c.name())).forEach(children::add);
        return ConfigMerge.merge(server.with(server.attributes(), server.text(), children), commandLine);
    }

    private Path usersFile(ConfigTree server) {
        Optional<String> named = server.text("user_directories/users_xml/path").or(() -> server.text("users_config"));
        Path file = main.resolveSibling(named.orElse("users.xml")).normalize();
        if (named.isPresent() && !file.equals(main.normalize()) && !exists(file)) {
            throw new DbException(
                    ErrorCode.CANNOT_LOAD_CONFIG,
                    "The configuration names " + file
                            + " for users (users_config), but there is no such file. Create it or remove the element");
        }
        return file;
    }

    private Optional<ConfigTree> included(ConfigTree tree, Map<Path, FileStamp> stamps) {
        Optional<ConfigTree> named = tree.at("include_from");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        ConfigTree element = new Substitutions(environment, Optional.empty())
                .apply(named.get().with(Map.of(), "", List.of(named.get())))
                .children()
                .getFirst();
        if (element.text().isEmpty()) {
            return Optional.empty();
        }
        Path file = main.resolveSibling(element.text());
        return Optional.of(read(file, stamps));
    }

    /** A file, if it exists, over {@code under}, and over both the files of its directories. */
    private ConfigTree merged(Path file, ConfigTree under, boolean withFile, Map<Path, FileStamp> stamps) {
        ConfigTree result = withFile && exists(file) ? ConfigMerge.merge(under, read(file, stamps)) : under;
        for (Path part : parts(file, withFile)) {
            result = ConfigMerge.merge(result, read(part, stamps));
        }
        return result;
    }

    /** The files in {@code config.d} for {@code config.xml}, and in {@code conf.d}, by name. */
    private List<Path> parts(Path file, boolean withShared) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        List<Path> found = new ArrayList<>();
        for (String directory : withShared ? List.of(stem + ".d", "conf.d") : List.of(stem + ".d")) {
            Path path = file.resolveSibling(directory);
            if (files.isDirectory(path)) {
                files.list(path).stream()
                        .filter(ConfigFiles::isPart)
                        .map(path::resolve)
                        .filter(part -> !files.isDirectory(part))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isPart(String name) {
        return !name.startsWith(".") && (name.endsWith(".xml") || name.endsWith(".conf"));
    }

    private boolean exists(Path file) {
        return files.exists(file);
    }

    private ConfigTree read(Path file, Map<Path, FileStamp> stamps) {
        try {
            // Before the content: a change that comes in between is seen by the next look.
            stamps.put(file, files.stamp(file));
            return ConfigXml.read(file, files.readAll(file));
        } catch (DbException e) {
            throw e.code() == ErrorCode.CANNOT_LOAD_CONFIG ? e : unreadable(file, e);
        }
    }

    private static DbException unreadable(Path file, DbException e) {
        return new DbException(
                ErrorCode.CANNOT_LOAD_CONFIG,
                "Cannot read the configuration " + file + ": " + e.getMessage()
                        + ". Check the path and its permissions",
                e);
    }

    /** Whether a file has changed, gone or appeared since {@code before} was loaded. */
    boolean changedSince(Loaded before) {
        List<Path> now = new ArrayList<>();
        for (Path file : List.of(main, usersFile(before.tree()))) {
            if (exists(file)) {
                now.add(file);
            }
            now.addAll(parts(file, true));
        }
        return !before.stamps().keySet().containsAll(now)
                || before.stamps().entrySet().stream()
                        .anyMatch(e ->
                                !exists(e.getKey()) || !files.stamp(e.getKey()).equals(e.getValue()));
    }
}
