package io.millrace.testing;

import java.util.Random;

/**
 * Where the randomness of a test comes from: a fixed seed, so that a red run is a change's fault, or another
 * one given by {@code -Dseed=}.
 *
 * <p>Its text is what repeats the run; put it into what a failing assertion says.
 */
public record Seed(long value) {

    /** The seed of this run. */
    public static Seed ofThisRun() {
        return new Seed(Long.getLong("seed", 20_261_121L));
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
