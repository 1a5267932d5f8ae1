package io.millrace.functions.scalar.row;

/** The arguments of a row function, seen as its signature says. Immutable; made once per block. */
public final class RowArguments {
    private final TextView[] texts;
    private final NumberView[] numbers;
    private final int count;

    RowArguments(TextView[] texts, NumberView[] numbers, int count) {
        this.texts = texts;
        this.numbers = numbers;
        this.count = count;
    }

    /** How many arguments the call has. */
    public int count() {
        return count;
    }

    public TextView text(int argument) {
        return texts[argument];
    }

    public NumberView number(int argument) {
        return numbers[argument];
    }
}
