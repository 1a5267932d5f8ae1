package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text of a list of columns: {@code a UInt8, b Array(String)}. Stateless. */
final class Structure {
    private Structure() {}

    /**
     * The columns of a text.
     *
     * @throws DbException SYNTAX_ERROR if it is no such list, UNKNOWN_TYPE for an unknown type
     */
    static Header parse(String text) {
        if (!(TypeParser.parse("Tuple(" + text + ")") instanceof DataType.TupleType columns)
                || columns.names().isEmpty()) {
            throw new DbException(
                    ErrorCode.SYNTAX_ERROR,
                    "Cannot parse the structure '" + text + "': expected a list like 'a UInt8, b String'");
        }
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < columns.elements().size(); i++) {
            fields.add(
                    new Header.Field(columns.names().get(i), columns.elements().get(i)));
        }
        return new Header(fields);
    }

    /** The columns of a text, empty if it is something else. */
    static Optional<Header> tryParse(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(parse(text));
        } catch (DbException e) {
            return Optional.empty();
        }
    }
}
