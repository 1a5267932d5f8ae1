package io.millrace.functions.scalar.array;

/** Base of arrayShiftLeft and arrayShiftRight. */
abstract class Shifting extends Rearrangement {
    private final int sign;

    Shifting(String name, int sign) {
        super(name, "aie", 2);
        this.sign = sign;
    }

    @Override
    final void row(Input in, int row, Positions out) {
        int from = in.array.from(row);
        int length = in.array.length(row);
        int filler = in.count > 2 ? in.value(2, row) : -1;
        for (int i = 0; i < length; i++) {
            long at = i + sign * in.numbers[1].at(row);
            out.add(at >= 0 && at < length ? from + (int) at : filler);
        }
    }
}
