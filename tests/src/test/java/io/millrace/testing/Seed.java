package io.millrace.testing;

import java.util.Random;

/**
 * Where the randomness of a test comes from: a new seed for each run, or the one given by {@code -Dseed=}.
 *
 * <p>Its text is what repeats the run; put it into what a failing assertion says.
 */
public record Seed(long value) {

    /** The seed of this run. */
    public static Seed ofThisRun() {
        Long given = Long.getLong("seed");
        return new Seed(given == null ? System.nanoTime() & 0x7fff_ffff : given);
    }

    /** Random numbers for one case of many, independent of the other cases. */
    public Random random(long number) {
        return new Random(value * 0x9E37_79B9_7F4A_7C15L + number);
    }

    @Override
    public String toString() {
        return "-Dseed=" + value;
    }
}
