package io.millrace.sql.print;

import io.millrace.sql.lexer.Quoting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Where printed text goes: one line, or many with indentation. Not thread-safe. */
final class Layout {
    private final StringBuilder out = new StringBuilder();
    private final boolean multiline;
    private int indent;

    /** Whether operators are printed as calls, and what is left out of a query as what it means. */
    private final boolean explicit;

    Layout(boolean multiline) {
        this(multiline, false);
    }

    Layout(boolean multiline, boolean explicit) {
        this.multiline = multiline;
        this.explicit = explicit;
    }

    boolean explicit() {
        return explicit;
    }

    boolean multiline() {
        return multiline;
    }

    StringBuilder buffer() {
        return out;
    }

    Layout add(String text) {
        out.append(text);
        return this;
    }

    Layout name(String name) {
        Quoting.identifier(out, name);
        return this;
    }

    Layout string(String text) {
        Quoting.string(out, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A line break with the indentation, or a blank on one line. */
    Layout line() {
        if (multiline) {
            breakLine();
        } else {
            out.append(' ');
        }
        return this;
    }

    /** A line break with the indentation, or nothing on one line. */
    Layout softLine() {
        if (multiline) {
            breakLine();
        }
        return this;
    }

    private void breakLine() {
        out.append('\n');
        for (int i = 0; i < indent; i++) {
            out.append("    ");
        }
    }

    Layout deeper() {
        indent++;
        return this;
    }

    Layout shallower() {
        indent--;
        return this;
    }

    /** Elements with commas, all on one line. */
    <T> Layout inline(List<T> list, Consumer<T> element) {
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            element.accept(list.get(i));
        }
        return this;
    }

    /** Elements with commas: behind a blank when it is one, else each on its own line one step deeper. */
    <T> Layout stacked(List<T> list, Consumer<T> element) {
        if (list.size() == 1) {
            out.append(' ');
            element.accept(list.getFirst());
            return this;
        }
        return stackedAlways(list, element);
    }

    /** Elements with commas, each on its own line one step deeper. */
    <T> Layout stackedAlways(List<T> list, Consumer<T> element) {
        indent++;
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : ",");
            line();
            element.accept(list.get(i));
        }
        indent--;
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
