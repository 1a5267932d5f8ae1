package io.millrace.functions.scalar.array;

/** Base of arrayRotateLeft and arrayRotateRight. */
abstract class Rotation extends Rearrangement {
    private final int sign;

    Rotation(String name, int sign) {
        super(name, "ai", 2);
        this.sign = sign;
    }

    @Override
    final void row(Input in, int row, Positions out) {
        int from = in.array.from(row);
        int length = in.array.length(row);
        for (int i = 0; i < length; i++) {
            out.add(from + (int) Math.floorMod(i + sign * in.numbers[1].at(row), (long) length));
        }
    }
}
