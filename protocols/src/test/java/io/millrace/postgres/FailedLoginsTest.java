package io.millrace.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who guesses passwords waits longer and longer, and nobody else does. */
class FailedLoginsTest {
    private final AtomicLong now = new AtomicLong();
    private final FailedLogins failures = new FailedLogins(now::get);

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }

    @Test
    void theDelayGrowsUpToALimitAndIsForgiven() throws UnknownHostException {
        long[] millis = new long[8];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = failures.failed(address(1)).toMillis();
        }
        assertThat(millis).containsExactly(200, 400, 800, 1600, 3200, 5000, 5000, 5000);
        assertThat(failures.failed(address(2))).isEqualTo(Duration.ofMillis(200));
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(failures.failed(address(1))).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void ofManyAddressesTheLastAreRemembered() throws UnknownHostException {
        failures.failed(address(0));
        for (int i = 1; i <= 10_000; i++) {
            failures.failed(address(i));
        }
        assertThat(failures.failed(address(10_000))).isEqualTo(Duration.ofMillis(400));
        assertThat(failures.failed(address(0))).as("was forgotten").isEqualTo(Duration.ofMillis(200));
    }
}
