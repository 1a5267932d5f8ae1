package io.millrace.engine.statement;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings of statements that define tables. */
@Builtin("DefinitionSettings")
public final class DefinitionSettings implements Setting.Group {
    static final Setting<Boolean> ALLOW_SUSPICIOUS_LOW_CARDINALITY = Setting.bool(
            "allow_suspicious_low_cardinality_types",
            false,
            "Allow columns of LowCardinality over other types than String and FixedString.");
    static final Setting<Boolean> ALLOW_SUSPICIOUS_FIXED_STRING = Setting.bool(
            "allow_suspicious_fixed_string_types", false, "Allow columns of FixedString with more than 256 bytes.");

    @Override
    public List<Setting<?>> settings() {
        return List.of(ALLOW_SUSPICIOUS_LOW_CARDINALITY, ALLOW_SUSPICIOUS_FIXED_STRING);
    }
}
