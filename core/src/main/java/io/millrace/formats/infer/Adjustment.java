package io.millrace.formats.infer;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.formats.FormatSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What settings change about columns that were found out. Stateless. */
final class Adjustment {
    private Adjustment() {}

    /**
     * @param guessed whether types were guessed from texts; those that the input names itself stay
     * @param named whether the input has names
     */
    static Header of(Header found, boolean guessed, boolean named, FormatSettings settings) {
        List<Header.Field> fields = new ArrayList<>();
        List<String> names = named ? List.of() : names(settings);
        Optional<DataType.TupleType> hints = hints(settings);
        for (int i = 0; i < found.width(); i++) {
            String name = i < names.size() ? names.get(i) : found.name(i);
            DataType type = guessed ? guess(found.type(i), settings) : found.type(i);
            int hint = hints.map(h -> h.names().indexOf(name)).orElse(-1);
            fields.add(new Header.Field(
                    name, hint >= 0 ? hints.orElseThrow().elements().get(hint) : type));
        }
        return new Header(fields);
    }

    private static List<String> names(FormatSettings settings) {
        String list = settings.get(InferenceSettings.NAMES);
        return list.isBlank()
                ? List.of()
                : List.of(list.split(",", -1)).stream().map(String::strip).toList();
    }

    private static Optional<DataType.TupleType> hints(FormatSettings settings) {
        String hints = settings.get(InferenceSettings.HINTS);
        if (hints.isBlank()) {
            return Optional.empty();
        }
        DataType type = TypeParser.parse("Tuple(" + hints + ")");
        if (type instanceof DataType.TupleType tuple && !tuple.names().isEmpty()) {
            return Optional.of(tuple);
        }
        throw new DbException(
                ErrorCode.BAD_ARGUMENTS, "Value of schema_inference_hints is no list of names and types: " + hints);
    }

    private static DataType guess(DataType type, FormatSettings settings) {
        return switch (type) {
            case DataType.NullableType n -> {
                DataType nested = guess(n.nested(), settings);
                yield settings.get(InferenceSettings.NULLABLE).equals("0") ? nested : Types.nullable(nested);
            }
            case DataType.ArrayType a -> Types.array(guess(a.element(), settings));
            case DataType.MapType m -> new DataType.MapType(m.key(), guess(m.value(), settings));
            case DataType.TupleType t ->
                new DataType.TupleType(
                        t.elements().stream().map(e -> guess(e, settings)).toList(), t.names());
            case DataType.IntegerType i when !settings.get(InferenceSettings.INTEGERS) -> Types.FLOAT64;
            case DataType.DateType d when !settings.get(InferenceSettings.DATES) -> Types.STRING;
            case DataType.DateTimeType d -> moment(type, settings);
            case DataType.DateTime64Type d -> moment(type, settings);
            default -> type;
        };
    }

    private static DataType moment(DataType type, FormatSettings settings) {
        if (!settings.get(InferenceSettings.DATETIMES)) {
            return Types.STRING;
        }
        return settings.get(InferenceSettings.ONLY_DATETIME64) ? InferredTypes.DATETIME64 : type;
    }
}
