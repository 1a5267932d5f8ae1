package io.millrace.base.setting;

import io.millrace.base.error.DbException;
import io.millrace.base.index.Seam;
import java.util.List;

/**
 * The declaration of one setting: name, type, default and text. Declared once, as a constant beside the code that reads it.
 *
 * @param <T> Java type of its values: Long, Double, Boolean or String
 * @param name as in ClickHouse and in {@code system.settings}
 * @param type how its text is read
 * @param defaultValue used when no layer sets it
 * @param accepted true when it is known for compatibility but changes nothing here
 * @param doc one sentence for {@code system.settings}
 */
public record Setting<T>(String name, SettingType type, T defaultValue, boolean accepted, String doc) {
    public static Setting<Long> uint64(String name, long defaultValue, String doc) {
        return of(name, SettingType.Kind.UINT64, defaultValue, doc);
    }

    public static Setting<Boolean> bool(String name, boolean defaultValue, String doc) {
        return of(name, SettingType.Kind.BOOL, defaultValue, doc);
    }

    public static Setting<Double> decimal(String name, double defaultValue, String doc) {
        return of(name, SettingType.Kind.FLOAT, defaultValue, doc);
    }

    public static Setting<String> string(String name, String defaultValue, String doc) {
        return of(name, SettingType.Kind.STRING, defaultValue, doc);
    }

    /** Seconds, fractions allowed. */
    public static Setting<Double> seconds(String name, double defaultValue, String doc) {
        return of(name, SettingType.Kind.SECONDS, defaultValue, doc);
    }

    /** One of the words of a type of ClickHouse, such as OverflowMode. */
    public static Setting<String> choice(String name, String type, String defaultValue, String doc) {
        return new Setting<>(name, SettingType.named(type), defaultValue, false, doc);
    }

    /** A setting of any kind; the values must be what the kind reads. */
    public static <T> Setting<T> of(String name, SettingType.Kind kind, T defaultValue, String doc) {
        return new Setting<>(name, SettingType.of(kind), defaultValue, false, doc);
    }

    /** This setting as one that is known for compatibility but changes nothing here. */
    public Setting<T> withoutEffect() {
        return new Setting<>(name, type, defaultValue, true, doc);
    }

    /**
     * Reads a value from its text in SQL, URL or configuration.
     *
     * @throws DbException that names the setting, with the code ClickHouse has for such a text
     */
    @SuppressWarnings("unchecked") // the type decides T where the constant is declared
    public T parse(String text) {
        try {
            return (T) type.parse(text);
        } catch (DbException e) {
            throw e.during("setting " + name);
        }
    }

    /** The text of a value as {@code system.settings} and {@code SHOW SETTINGS} print it. */
    public String print(T value) {
        return type.print(value);
    }

    /** The seam for settings: a file of declarations beside their reader, registered by {@code @Builtin}. */
    @Seam
    public interface Group {
        List<Setting<?>> settings();
    }
}
