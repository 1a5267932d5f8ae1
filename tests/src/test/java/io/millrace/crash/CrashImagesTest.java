package io.millrace.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.io.FaultingVfs;
import io.millrace.testing.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The power goes, or a call fails, at any moment of a {@link Story}: each step has happened as a whole or not at all, and acknowledged ones have. */
final class CrashImagesTest {
    private static final Seed SEED = Seed.ofThisRun();
    private static final int IMAGES = Integer.getInteger("images", 300);
    private static final int FAILURES = Integer.getInteger("failures", 150);

    private static final long NEVER = -1;

    /** How many of the wrong cases a failing test prints. */
    private static final int SHOWN = Integer.getInteger("shown", 5);

    /** The state before the first step, after it, and so on. */
    private static final List<String> states = new ArrayList<>();

    private static long firstCall;
    private static long calls;

    @BeforeAll
    static void tellTheStoryUndisturbed() {
        FaultingVfs files = new FaultingVfs();
        Story story = Story.open(files, SEED.value());
        firstCall = files.calls();
        states.add(story.state());
        for (int step = 0; step < Story.STEPS.length; step++) {
            story.step(step);
            states.add(story.state());
        }
        calls = files.calls();
        story.end();
    }

    @Test
    void aRestartChangesNothing() {
        FaultingVfs files = new FaultingVfs();
        for (int step = 0; step < Story.STEPS.length; step++) {
            Story story = Story.open(files, SEED.value() + step);
            assertThat(story.state()).as("before step %s", Story.STEPS[step]).isEqualTo(states.get(step));
            story.step(step);
            story.end();
        }
        Story story = Story.open(files, SEED.value());
        assertThat(story.state()).isEqualTo(states.getLast());
        story.end();
    }

    @Test
    void everyCrashImageIsTheStateBeforeOrAfter() {
        List<String> wrong = new ArrayList<>();
        Random random = SEED.random(1);
        for (int image = 0; image < IMAGES; image++) {
            long at = firstCall + 1 + random.nextLong(calls - firstCall);
            FaultingVfs files = new FaultingVfs();
            files.powerOffAfter(at);
            int acknowledged = tell(files);
            String when = "power off after call " + at + " of " + calls + " in step " + acknowledged + " "
                    + stepName(acknowledged);
            check(files.crashImage(SEED.random(image + 100L)), acknowledged, when, wrong);
        }
        assertNone(wrong, IMAGES, "images");
    }

    /** The call fails once and the process lives on: the step fails with an error or does without; the next steps work, or say that a table is read-only. */
    @Test
    void everyFailedCallIsSurvived() {
        List<String> wrong = new ArrayList<>();
        Random random = SEED.random(2);
        for (int failure = 0; failure < FAILURES; failure++) {
            long at = firstCall + 1 + random.nextLong(calls - firstCall);
            FaultingVfs files = new FaultingVfs();
            Story story = Story.open(files, SEED.value());
            files.failCall(at);
            int step = 0;
            String when = "";
            try {
                for (; step < Story.STEPS.length; step++) {
                    story.step(step);
                }
                when = "call " + at + " failed and no step did";
                assertThat(story.state()).isEqualTo(states.getLast());
            } catch (DbException e) {
                when = "call " + at + " failed in step " + step + " " + stepName(step) + " [" + e.code() + ": "
                        + e.getMessage() + "]";
                survive(story, step, when, wrong);
            } catch (AssertionError e) {
                wrong.add(when + ": " + e.getMessage());
            }
            story.end();
            files.failCall(NEVER);
            check(files, step, when + ", then restarted", wrong);
        }
        assertNone(wrong, FAILURES, "failed calls");
    }

    /** A call that fails while the data directory is opened either keeps the server from starting or does no harm. */
    @Test
    void everyFailedCallWhileOpeningIsLoudOrHarmless() {
        FaultingVfs told = new FaultingVfs();
        tell(told);
        List<String> wrong = new ArrayList<>();
        FaultingVfs measured = told.crashImage(SEED.random(3));
        Story.open(measured, SEED.value()).end();
        for (long at = 1; at <= measured.calls(); at++) {
            FaultingVfs files = told.crashImage(SEED.random(3));
            files.failCall(at);
            try {
                Story story = Story.open(files, SEED.value());
                String now = story.state();
                // a table that could not be opened is not there until the next start; never a part of its rows
                if (!states.getLast().lines().toList().containsAll(now.lines().toList())) {
                    wrong.add("call " + at + " failed while opening, which leaves\n" + now + "\ninstead of\n"
                            + states.getLast());
                }
                story.end();
            } catch (DbException e) {
                // it says so and does not start
            }
            files.failCall(NEVER);
            check(files, states.size() - 1, "call " + at + " failed while opening, then restarted", wrong);
        }
        assertNone(wrong, measured.calls(), "failed calls");
    }

    private static void assertNone(List<String> wrong, long of, String what) {
        assertThat(wrong.size())
                .as(
                        "%s: wrong after these of %s %s:\n%s",
                        SEED, of, what, String.join("\n\n", wrong.subList(0, Math.min(SHOWN, wrong.size()))))
                .isZero();
    }

    private static void survive(Story story, int step, String when, List<String> wrong) {
        try {
            String now = story.state();
            if (!now.equals(states.get(step)) && !now.equals(states.get(step + 1))) {
                wrong.add(when + " leaves\n" + now + "\ninstead of\n" + states.get(step) + "\nor\n"
                        + states.get(step + 1));
            }
            if (Story.isInsert(step)) {
                story.step(step);
                assertThat(story.state()).isEqualTo(states.get(step + 1));
            }
        } catch (DbException e) {
            if (!e.getMessage().contains("read-only")
                    && !e.getMessage().contains("read only")
                    && !e.getMessage().contains("could not be synced")) {
                wrong.add(when + ", then " + e.code() + ": " + e.getMessage());
            }
        } catch (AssertionError e) {
            wrong.add(when + ", repeated: " + e.getMessage());
        }
    }

    /** Tells the story until a step fails; says how many steps were acknowledged. */
    private static int tell(FaultingVfs files) {
        int step = 0;
        Story story = Story.open(files, SEED.value());
        try {
            for (; step < Story.STEPS.length; step++) {
                story.step(step);
            }
        } catch (DbException e) {
            // the power went
        }
        try {
            story.end();
        } catch (DbException e) {
            // it is still off
        }
        return step;
    }

    private static void check(FaultingVfs image, int acknowledged, String when, List<String> wrong) {
        try {
            Story story = Story.open(image, SEED.value());
            String now = story.state();
            String before = states.get(acknowledged);
            String after = states.get(Math.min(acknowledged + 1, states.size() - 1));
            if (!now.equals(before) && !now.equals(after)) {
                wrong.add(when + " leaves\n" + now + "\ninstead of\n" + before + "\nor\n" + after);
            } else if (acknowledged < Story.STEPS.length && Story.isInsert(acknowledged)) {
                story.step(acknowledged);
                String repeated = story.state();
                if (!repeated.equals(after)) {
                    wrong.add(when + ", repeated, leaves\n" + repeated + "\ninstead of\n" + after);
                }
            }
            story.end();
        } catch (DbException e) {
            wrong.add(when + ": " + e.code() + ": " + e.getMessage());
        }
    }

    private static String stepName(int step) {
        return step < Story.STEPS.length ? "(" + Story.STEPS[step] + ")" : "(the end)";
    }
}
