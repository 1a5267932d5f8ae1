package io.millrace.postgres;

import io.millrace.data.block.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first line of COPY's data when it has to name the columns (HEADER MATCH). */
final class CopyHeader {
    private CopyHeader() {}

    /** What is wrong with the names, if anything. */
    static Optional<String> mismatch(String names, int delimiter, Header header) {
        List<String> fields = fields(names, delimiter);
        for (int i = 0; i < header.width(); i++) {
            String name = i < fields.size() ? fields.get(i).replace("\"", "") : "";
            if (fields.size() != header.width() || !name.equals(header.name(i))) {
                return Optional.of("column name mismatch in header line field " + (i + 1) + ": got \"" + name
                        + "\", expected \"" + header.name(i) + "\"");
            }
        }
        return Optional.empty();
    }

    private static List<String> fields(String names, int delimiter) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = names.indexOf(delimiter); at >= 0; at = names.indexOf(delimiter, from)) {
            fields.add(names.substring(from, at));
            from = at + 1;
        }
        fields.add(names.substring(from));
        return fields;
    }
}
