package io.millrace.mergetree.part;

import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;

/**
 * A column as a part has it.
 *
 * @param typeText the type's name; only understood when the column is read, so that a part may hold columns of types we do not have
 */
public record PartColumn(String name, String typeText) {
    public DataType type() {
        return TypeParser.parse(typeText);
    }
}
