package io.millrace.base.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The schedulers, real and virtual. */
final class SchedulerTest {
    @Test
    void virtualTimeRunsWhatIsDueInOrder() {
        VirtualScheduler scheduler = new VirtualScheduler(1, Instant.EPOCH);
        List<String> log = new ArrayList<>();
        scheduler.schedule(Duration.ofMinutes(2), () -> log.add("b"));
        scheduler.schedule(Duration.ofMinutes(1), () -> {
            log.add("a");
            scheduler.schedule(Duration.ofSeconds(90), () -> log.add("c"));
        });
        Scheduler.Handle never = scheduler.schedule(Duration.ofMinutes(1), () -> log.add("never"));
        never.cancel();
        scheduler.advance(Duration.ofSeconds(59));
        assertThat(log).isEmpty();
        scheduler.advance(Duration.ofHours(1));
        assertThat(log).containsExactly("a", "b", "c");
        assertThat(scheduler.now()).isEqualTo(Instant.EPOCH.plusSeconds(3659));
    }

    @Test
    void realTasksRunAndFailuresAreReported() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(2);
        RealScheduler scheduler = new RealScheduler(1, "test", e -> ran.countDown());
        scheduler.schedule(Duration.ZERO, () -> {
            throw new IllegalStateException("as planned");
        });
        scheduler.schedule(Duration.ofMillis(1), ran::countDown);
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        scheduler.shutdown(Duration.ofSeconds(1));
    }
}
