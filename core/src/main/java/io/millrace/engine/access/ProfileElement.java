package io.millrace.engine.access;

import java.util.Optional;

/** One line of a settings profile, or of a user's own settings. Immutable. */
public sealed interface ProfileElement {
    /** Everything that another profile says. */
    record Inherit(String profile) implements ProfileElement {}

    /**
     * What is said about one setting.
     *
     * @param value its value, if it is set
     * @param constraint what users may change it to
     */
    record Of(String setting, Optional<String> value, SettingConstraint constraint) implements ProfileElement {}
}
