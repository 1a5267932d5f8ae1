package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.Suggestions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something a user may be allowed to do; ClickHouse 26.7's, kept as data. Privileges form a tree: who has one has those below it.
 *
 * @param name as ClickHouse writes it, such as {@code ALTER UPDATE}
 * @param parent the name of the one above it; empty for ALL
 */
public record Privilege(String name, String parent) {
    private static final String LIST = "privileges-26.7.tsv";
    private static final Map<String, Privilege> BY_NAME = read();

    static final Privilege ALL = of("ALL");
    static final Privilege ACCESS_MANAGEMENT = of("ACCESS MANAGEMENT");

    private static Map<String, Privilege> read() {
        Map<String, Privilege> all = new HashMap<>();
        try (InputStream in = Privilege.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("The list of privileges is missing: " + LIST);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                Privilege privilege = new Privilege(fields[0], fields[3]);
                all.put(fields[0].toUpperCase(Locale.ROOT), privilege);
                for (String alias : fields[1].split(",", -1)) {
                    all.putIfAbsent(alias.toUpperCase(Locale.ROOT), privilege);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.remove("");
        return all;
    }

    /**
     * A privilege by its name or another name for it.
     *
     * @throws DbException UNKNOWN_ACCESS_TYPE, with names that are near
     */
    public static Privilege of(String name) {
        Privilege found = BY_NAME.get(name.toUpperCase(Locale.ROOT));
        if (found == null) {
            throw new DbException(
                    ErrorCode.UNKNOWN_ACCESS_TYPE,
                    "Unknown access type: " + name + Suggestions.closest(name, BY_NAME.keySet()));
        }
        return found;
    }

    /** Whether who has {@code other} has this one. */
    boolean isWithin(Privilege other) {
        Privilege at = this;
        while (!at.name.equals(other.name)) {
            if (at.parent.isEmpty()) {
                return false;
            }
            at = of(at.parent);
        }
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
