package io.millrace.expressions.function;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.type.DataType;

/** A function of one LowCardinality column and constants: computed once per dictionary entry, the codes stay. */
record OnDictionary(BoundScalar inner) implements BoundScalar {
    @Override
    public DataType type() {
        return new DataType.LowCardinalityType(inner.type());
    }

    @Override
    public boolean mayFail() {
        return inner.mayFail();
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof DictionaryColumn dictionary
                    && dictionary.dictionary().rows() <= rows) {
                int size = dictionary.dictionary().rows();
                Column[] onDictionary = new Column[arguments.length];
                for (int j = 0; j < arguments.length; j++) {
                    onDictionary[j] = j == i ? dictionary.dictionary() : resized(arguments[j], size);
                }
                Column result = inner.evaluate(onDictionary, size, context).plain();
                return new DictionaryColumn(dictionary.codes(), result, rows);
            }
        }
        return encoded(inner.evaluate(LookedUp.plain(arguments), rows, context), rows);
    }

    private static Column resized(Column constant, int rows) {
        return ((ConstColumn) constant).withRows(rows);
    }

    private Column encoded(Column values, int rows) {
        if (values instanceof ConstColumn constant) {
            return new ConstColumn(
                    new DictionaryColumn(new int[1], constant.value().plain(), 1), rows);
        }
        DictionaryColumn.Builder builder = new DictionaryColumn.Builder(inner.type(), rows);
        builder.appendRange(values, 0, rows);
        return builder.build();
    }
}
