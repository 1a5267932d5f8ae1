package io.millrace.formats.text;

import io.millrace.data.type.DataType;
import java.util.List;

/** In CSV a tuple is several cells, and so are its name and its type. */
final class CsvCells {
    private CsvCells() {}

    /** Adds the names and types of the cells of a column. */
    static void flatten(String name, DataType type, List<String> names, List<String> types) {
        if (type instanceof DataType.TupleType tuple) {
            for (int i = 0; i < tuple.elements().size(); i++) {
                String element = tuple.names().isEmpty()
                        ? Integer.toString(i + 1)
                        : tuple.names().get(i);
                flatten(name + "." + element, tuple.elements().get(i), names, types);
            }
        } else {
            names.add(name);
            types.add(type.name());
        }
    }
}
