package io.millrace.base.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.memory.MemoryTracker;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** What a source holds of its stream, and who pays for it. */
final class ByteSourceTest {
    private static final int LARGE = 10 << 20;

    @Test
    void windowThatGrowsIsCharged() {
        MemoryTracker memory = MemoryTracker.root("test", 64 << 20);
        ByteSource source =
                ByteSource.of(new ByteArrayInputStream(new byte[LARGE])).chargeTo(memory);
        source.require(LARGE);
        assertThat(memory.usedBytes()).isBetween((long) LARGE, 2L * LARGE);
        memory.close();
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void windowGrowsOnlyAsFarAsItsBudget() {
        MemoryTracker memory = MemoryTracker.root("test", LARGE);
        ByteSource source =
                ByteSource.of(new ByteArrayInputStream(new byte[LARGE])).chargeTo(memory);
        assertThatThrownBy(() -> source.require(LARGE))
                .isInstanceOf(DbException.class)
                .hasMessageContaining("would use");
    }

    @Test
    void passingThroughCostsNothing() {
        MemoryTracker memory = MemoryTracker.root("test", 1 << 20);
        ByteSource source =
                ByteSource.of(new ByteArrayInputStream(new byte[LARGE])).chargeTo(memory);
        while (!source.atEnd()) {
            source.seek(source.limit());
        }
        assertThat(source.consumed()).isEqualTo(LARGE);
        assertThat(memory.peakBytes()).isZero();
    }
}
