package io.millrace.functions.scalar.introspection;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.base.setting.SettingType;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
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
        Object value = context.settings().get(setting.get());
        return setting.get().type().kind() == SettingType.Kind.MAX_THREADS && value.equals(0L)
                ? value((long) Runtime.getRuntime().availableProcessors())
                : value(value);
    }

    private static BoundScalar value(Object value) {
        return switch (value) {
            case Boolean b -> new Known(Types.BOOL, new ByteColumn(new byte[] {(byte) (b ? 1 : 0)}, 1));
            case Long n -> number(n);
            case Double d -> new Known(Types.FLOAT64, new DoubleColumn(new double[] {d}, 1));
            default -> new Known(Types.STRING, StringColumn.of(value.toString()));
        };
    }

    /** The smallest type that holds the number, as ClickHouse has it. */
    private static BoundScalar number(long n) {
        if (n == (n & 0xFF) || n == (byte) n) {
            return new Known(n < 0 ? Types.INT8 : Types.UINT8, new ByteColumn(new byte[] {(byte) n}, 1));
        }
        if (n == (n & 0xFFFF) || n == (short) n) {
            return new Known(n < 0 ? Types.INT16 : Types.UINT16, new ShortColumn(new short[] {(short) n}, 1));
        }
        if (n == (n & 0xFFFF_FFFFL) || n == (int) n) {
            return new Known(n < 0 ? Types.INT32 : Types.UINT32, new IntColumn(new int[] {(int) n}, 1));
        }
        return new Known(Types.UINT64, new LongColumn(new long[] {n}, 1));
    }
}
