package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Settings;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/** Types that a new column may only have when a setting allows it, because they cost more than they give. Stateless. */
final class SuspiciousTypes {
    private static final int LONGEST_FIXED_STRING = 256;

    private SuspiciousTypes() {}

    /**
     * @throws DbException SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY, ILLEGAL_COLUMN
     */
    static void check(DataType type, Settings settings) {
        switch (type) {
            case DataType.LowCardinalityType dictionary -> {
                DataType nested = Types.withoutNullable(dictionary.nested());
                boolean text = nested instanceof DataType.StringType || nested instanceof DataType.FixedStringType;
                if (!text && !settings.get(DefinitionSettings.ALLOW_SUSPICIOUS_LOW_CARDINALITY)) {
                    throw new DbException(
                            ErrorCode.SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY,
                            "Creating columns of type " + type.name()
                                    + " is prohibited by default due to expected negative impact on performance."
                                    + " It can be enabled with the `allow_suspicious_low_cardinality_types` setting");
                }
                check(dictionary.nested(), settings);
            }
            case DataType.FixedStringType fixed -> {
                if (fixed.length() > LONGEST_FIXED_STRING
                        && !settings.get(DefinitionSettings.ALLOW_SUSPICIOUS_FIXED_STRING)) {
                    throw new DbException(
                            ErrorCode.ILLEGAL_COLUMN,
                            "Cannot create column with type '" + type.name() + "' because fixed string with size > "
                                    + LONGEST_FIXED_STRING
                                    + " is suspicious. Set setting allow_suspicious_fixed_string_types = 1 in order to allow it");
                }
            }
            case DataType.NullableType nullable -> check(nullable.nested(), settings);
            case DataType.ArrayType array -> check(array.element(), settings);
            case DataType.TupleType tuple -> tuple.elements().forEach(e -> check(e, settings));
            case DataType.MapType map -> {
                check(map.key(), settings);
                check(map.value(), settings);
            }
            case DataType.SimpleAggregateType simple -> check(simple.nested(), settings);
            default -> {}
        }
    }
}
