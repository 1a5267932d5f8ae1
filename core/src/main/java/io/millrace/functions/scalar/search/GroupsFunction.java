package io.millrace.functions.scalar.search;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.regex.Regex;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.functions.scalar.row.TextLists;
import io.millrace.functions.scalar.row.TextView;

/** Base of the functions that give groups: a constant pattern with at least one. */
abstract class GroupsFunction extends RegexFunction {
    GroupsFunction(String name) {
        super(name, "sk");
    }

    @Override
    void check(Regex regex) {
        if (regex.groupCount() == 0) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "There are no groups in regexp: " + regex);
        }
    }

    static void add(TextView text, int[] slots, int group, TextLists out) {
        int begin = Math.max(0, slots[2 * group]);
        out.add(text.bytes(), begin, Math.max(begin, slots[2 * group + 1]));
    }

    /** Rows of lists: {@code offsets} says which lists belong to which row. */
    static Column nested(TextLists lists, int[] offsets, int rows) {
        return new ArrayColumn(offsets, lists.build(), rows);
    }
}
