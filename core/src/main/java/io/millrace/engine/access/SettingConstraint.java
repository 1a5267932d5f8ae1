package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.Settings;
import java.util.Optional;

/**
 * What a user may change a setting to. Immutable.
 *
 * @param min the least value
 * @param max the greatest value
 * @param writability whether it may be changed at all; empty when nothing is said
 */
public record SettingConstraint(Optional<String> min, Optional<String> max, Optional<Writability> writability) {
    /** Nothing is said. */
    public static final SettingConstraint NONE =
            new SettingConstraint(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether a setting may be changed. */
    public enum Writability {
        WRITABLE,
        CONST,
        /** Even where {@code readonly} is 1. */
        CHANGEABLE_IN_READONLY
    }

    /** This one with what {@code later} says on top of it. */
    SettingConstraint with(SettingConstraint later) {
        return new SettingConstraint(
                later.min.or(() -> min), later.max.or(() -> max), later.writability.or(() -> writability));
    }

    /** Whether a user may change a setting at all when these settings are in force. */
    public boolean mayChange(String setting, Settings now) {
        long readonly = now.get(AccessSettings.READONLY);
        boolean fixed = readonly == 1 && !is(Writability.CHANGEABLE_IN_READONLY)
                || readonly > 1 && setting.equals(AccessSettings.READONLY.name());
        return !fixed && !is(Writability.CONST);
    }

    boolean is(Writability wanted) {
        return writability.filter(w -> w == wanted).isPresent();
    }

    /**
     * @throws DbException SETTING_CONSTRAINT_VIOLATION
     */
    <T> void check(Setting<T> setting, T value) {
        if (is(Writability.CONST)) {
            throw violated(setting, "should not be changed");
        }
        if (min.isPresent() && compare(value, setting.parse(min.get())) < 0) {
            throw violated(setting, "shouldn't be less than " + min.get());
        }
        if (max.isPresent() && compare(value, setting.parse(max.get())) > 0) {
            throw violated(setting, "shouldn't be greater than " + max.get());
        }
    }

    /** Whether the limits can be read as values of the setting. */
    void checkLimits(Setting<?> setting) {
        min.ifPresent(setting::parse);
        max.ifPresent(setting::parse);
    }

    private static int compare(Object one, Object other) {
        return switch (one) {
            // Counts are unsigned; the few signed settings have no values of that size.
            case Long l when other instanceof Long o -> Long.compareUnsigned(l, o);
            case Double d when other instanceof Double o -> Double.compare(d, o);
            case Boolean b when other instanceof Boolean o -> Boolean.compare(b, o);
            default ->
                number(one).isPresent() && number(other).isPresent()
                        ? Double.compare(number(one).get(), number(other).get())
                        : one.toString().compareTo(other.toString());
        };
    }

    /** Settings that have no effect here are kept as texts, also those that are numbers in ClickHouse. */
    private static Optional<Double> number(Object text) {
        try {
            return Optional.of(Double.parseDouble(text.toString()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static DbException violated(Setting<?> setting, String what) {
        return new DbException(ErrorCode.SETTING_CONSTRAINT_VIOLATION, "Setting " + setting.name() + " " + what);
    }
}
