package io.millrace.base.setting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings that ClickHouse 26.7 knows and this server does not act upon: clients may send them, {@code system.settings} shows them as such. A list of
 * names, types and defaults, kept as data.
 */
final class AcceptedSettings {
    private static final String LIST = "settings-26.7.tsv";

    private AcceptedSettings() {}

    static List<Setting<?>> read() {
        List<Setting<?>> settings = new ArrayList<>();
        try (InputStream in = AcceptedSettings.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("The list of settings is missing: " + LIST);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                settings.add(new Setting<>(
                        fields[0], Setting.Kind.STRING, fields[2], true, "Known to ClickHouse; has no effect here."));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
