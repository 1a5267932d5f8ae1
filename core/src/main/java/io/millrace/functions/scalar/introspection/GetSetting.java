package io.millrace.functions.scalar.introspection;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.Optional;

/** The value of a setting as text or number. */
@Builtin("getSetting")
final class GetSetting implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "getSetting(name[, default])", "The value of a setting as text or number.")
                .example("SELECT toTypeName(getSetting('max_threads')) != ''", "1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("getSetting", arguments, 1, 2);
        String name = arguments.getFirst().requireConstantText("getSetting", "name");
        Optional<Setting<?>> setting = SettingRegistry.find(name);
        if (setting.isEmpty()) {
            if (arguments.size() > 1) {
                return new Known(arguments.get(1).type(), arguments.get(1).requireConstant("getSetting", "default"));
            }
            throw new DbException(ErrorCode.UNKNOWN_SETTING, "Unknown setting '" + name + "'");
        }
        return value(context.settings().get(setting.get()));
    }

    private static BoundScalar value(Object value) {
        return switch (value) {
            case Boolean b -> new Known(Types.BOOL, new ByteColumn(new byte[] {(byte) (b ? 1 : 0)}, 1));
            case Long n -> new Known(Types.UINT64, new LongColumn(new long[] {n}, 1));
            case Integer n -> new Known(Types.UINT64, new LongColumn(new long[] {n}, 1));
            case Double d -> new Known(Types.FLOAT64, new DoubleColumn(new double[] {d}, 1));
            default -> new Known(Types.STRING, StringColumn.of(value.toString()));
        };
    }
}
