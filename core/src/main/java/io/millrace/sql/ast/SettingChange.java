package io.millrace.sql.ast;

import java.util.Optional;

/** {@code name = value}; an empty value is {@code name = DEFAULT}. Immutable. */
public record SettingChange(String name, Optional<LiteralValue> value) {}
