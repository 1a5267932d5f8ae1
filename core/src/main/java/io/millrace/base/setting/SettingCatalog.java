package io.millrace.base.setting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of settings that ClickHouse 26.7 knows, kept as data: names, types, defaults and standing, in ClickHouse's order. Immutable.
 */
public final class SettingCatalog {
    /** How mature a setting is; the names are those of {@code system.settings.tier}. */
    public enum Tier {
        PRODUCTION("Production"),
        BETA("Beta"),
        EXPERIMENTAL("Experimental"),
        OBSOLETE("Obsolete");

        private final String text;

        Tier(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * One line of the list.
     *
     * @param defaultText the default as the type reads it
     * @param aliasFor the name of the setting that this is another name of
     * @param fixed whether the value cannot be changed later (settings of tables only)
     */
    public record Entry(
            String name, SettingType type, String defaultText, Tier tier, Optional<String> aliasFor, boolean fixed) {
        /** The setting that takes such values and changes nothing here. */
        public Setting<?> accepted() {
            return new Setting<>(
                    name, type, type.parse(defaultText), true, "Known to ClickHouse; accepted, without effect here.");
        }
    }

    private static final String FIXED = "readonly";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private SettingCatalog() {}

    /** Reads a list that stands beside a class: name, type, default, first letter of the tier, alias or "readonly". */
    public static SettingCatalog read(Class<?> neighbour, String resource) {
        SettingCatalog catalog = new SettingCatalog();
        for (String[] fields : lines(neighbour, resource)) {
            boolean fixed = fields[4].equals(FIXED);
            Entry entry = new Entry(
                    fields[0],
                    SettingType.named(fields[1]),
                    unescaped(fields[2]),
                    tier(fields[3].charAt(0)),
                    fixed || fields[4].isEmpty() ? Optional.empty() : Optional.of(fields[4]),
                    fixed);
            catalog.entries.put(entry.name(), entry);
        }
        return catalog;
    }

    /** All entries by name, in ClickHouse's order. */
    public Map<String, Entry> entries() {
        return entries;
    }

    private static Tier tier(char letter) {
        return switch (letter) {
            case 'B' -> Tier.BETA;
            case 'E' -> Tier.EXPERIMENTAL;
            case 'O' -> Tier.OBSOLETE;
            default -> Tier.PRODUCTION;
        };
    }

    private static String unescaped(String text) {
        return text.replace("\\t", "\t").replace("\\n", "\n").replace("\\\\", "\\");
    }

    static List<String[]> lines(Class<?> neighbour, String resource) {
        List<String[]> found = new ArrayList<>();
        try (InputStream in = neighbour.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The list of settings is missing: " + resource);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                found.add(line.split("\t", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
