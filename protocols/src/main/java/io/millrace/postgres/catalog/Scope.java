package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that the expressions of one SELECT can use: the columns of its FROM, then those of the queries around it. */
final class Scope {
    private final @Nullable Scope outer;
    private final List<Item> items = new ArrayList<>();
    private int width;
    /** Slots of this scope that queries inside of it read. */
    private final BitSet readFromInside = new BitSet();

    private boolean readsOutside;

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** Something in FROM, and where its columns begin in a row. */
    record Item(String alias, String name, List<Field> fields, int offset) {
        boolean isCalled(String qualifier) {
            return alias.equalsIgnoreCase(qualifier) || alias.isEmpty() && name.equalsIgnoreCase(qualifier);
        }

        int width() {
            return fields.size();
        }
    }

    record Field(String name, WireType type) {}

    /** A column found: how many queries further out, and at which slot. */
    record Found(int depth, int slot, WireType type) {}

    Item add(String alias, String name, List<Field> fields) {
        Item item = new Item(alias, name, fields, width);
        items.add(item);
        width += fields.size();
        return item;
    }

    List<Item> items() {
        return items;
    }

    int width() {
        return width;
    }

    @Nullable
    Scope outer() {
        return outer;
    }

    boolean readsOutside() {
        return readsOutside;
    }

    /** Something in FROM depends on a query around. */
    void markReadsOutside() {
        readsOutside = true;
    }

    BitSet takeReadFromInside() {
        BitSet slots = (BitSet) readFromInside.clone();
        readFromInside.clear();
        return slots;
    }

    /** The column of a name; from the innermost query that has it. */
    Optional<Found> find(List<String> parts) {
        int depth = 0;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Optional<Found> here = scope.here(parts, depth);
            if (here.isPresent()) {
                for (Scope passed = this; passed != scope; passed = java.util.Objects.requireNonNull(passed.outer)) {
                    passed.readsOutside = true;
                }
                if (depth > 0) {
                    scope.readFromInside.set(here.get().slot());
                }
                return here;
            }
            depth++;
        }
        return Optional.empty();
    }

    private Optional<Found> here(List<String> parts, int depth) {
        String column = parts.getLast();
        for (Item item : items) {
            if (parts.size() > 1 && !item.isCalled(parts.get(parts.size() - 2))) {
                continue;
            }
            for (int i = 0; i < item.fields().size(); i++) {
                if (item.fields().get(i).name().equalsIgnoreCase(column)) {
                    return Optional.of(new Found(
                            depth, item.offset() + i, item.fields().get(i).type()));
                }
            }
        }
        return Optional.empty();
    }

    /** A function in FROM can be named as a whole: its only column. */
    Optional<Found> whole(String name) {
        for (Item item : items) {
            if (item.isCalled(name) && item.fields().size() == 1) {
                return Optional.of(
                        new Found(0, item.offset(), item.fields().getFirst().type()));
            }
        }
        return Optional.empty();
    }
}
