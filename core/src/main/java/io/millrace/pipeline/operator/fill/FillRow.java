package io.millrace.pipeline.operator.fill;

import io.millrace.pipeline.operator.fill.FillKey.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The row that was filled last, by the values of the filled columns; some may have none. Not thread-safe. */
final class FillRow {
    private final List<FillKey> keys;
    private final List<Optional<Value>> values = new ArrayList<>();

    FillRow(List<FillKey> keys) {
        this.keys = keys;
        keys.forEach(k -> values.add(Optional.empty()));
    }

    Optional<Value> value(int key) {
        return values.get(key);
    }

    void set(int key, Optional<Value> value) {
        values.set(key, value);
    }

    void beginFrom(int first) {
        for (int i = first; i < keys.size(); i++) {
            values.set(i, keys.get(i).from());
        }
    }

    boolean isEmpty() {
        return values.stream().allMatch(Optional::isEmpty);
    }

    /** Whether this row stands before another one; columns without a value do not count. */
    boolean isBefore(FillRow other) {
        for (int i = 0; i < keys.size(); i++) {
            if (differ(i, other)) {
                return keys.get(i)
                        .isBefore(values.get(i).get(), other.values.get(i).get());
            }
        }
        return false;
    }

    private boolean differ(int key, FillRow other) {
        Optional<Value> mine = values.get(key);
        Optional<Value> its = other.values.get(key);
        return mine.isPresent() && its.isPresent() && !keys.get(key).isSame(mine.get(), its.get());
    }

    /**
     * Goes on to the next row that is missing before another row; false when there is none. The last columns are filled up to their TO first, then the first
     * column in which the rows differ makes a step.
     */
    boolean advance(FillRow next) {
        int at = 0;
        while (at < keys.size() && !differ(at, next)) {
            at++;
        }
        if (at == keys.size()) {
            return false;
        }
        for (int i = keys.size() - 1; i > at; i--) {
            FillKey key = keys.get(i);
            if (key.to().isPresent() && values.get(i).isPresent()) {
                Value following = key.after(values.get(i).get());
                if (key.isBefore(following, key.to().get())) {
                    values.set(i, Optional.of(following));
                    beginFrom(i + 1);
                    return true;
                }
            }
        }
        FillKey key = keys.get(at);
        Value following = key.after(values.get(at).get());
        Value limit = next.values.get(at).get();
        if (key.isBefore(limit, following)) {
            return false;
        }
        values.set(at, Optional.of(following));
        if (!key.isSame(following, limit)) {
            beginFrom(at + 1);
            return true;
        }
        boolean before = false;
        for (int i = at + 1; i < keys.size(); i++) {
            Optional<Value> first = keys.get(i).from();
            boolean below = first.isPresent()
                    && next.values.get(i).isPresent()
                    && keys.get(i).isBefore(first.get(), next.values.get(i).get());
            values.set(i, below ? first : next.values.get(i));
            before |= below;
        }
        return before;
    }
}
