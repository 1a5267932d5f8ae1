package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.io.FaultingVfs;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Header;
import io.millrace.data.type.Types;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.part.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damage is local: a part with a broken file is moved aside or fails to be read, its neighbours keep serving. */
final class DamageTest {
    private static final Header HEADER =
            Header.of(new Header.Field("id", Types.UINT64), new Header.Field("s", Types.STRING));

    private static FaultingVfs table(TableDefinition definition) {
        FaultingVfs files = new FaultingVfs();
        TestServices services = TestServices.open(files, Path.of("/data"));
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        Random random = new Random(1);
        Tables.insert(table, services, Optional.empty(), RoundTripTest.randomBlock(HEADER, 50, 0, random));
        Tables.insert(table, services, Optional.empty(), RoundTripTest.randomBlock(HEADER, 50, 1000, random));
        return files;
    }

    @Test
    void everyDamagedFileIsNoticedOrHarmless() {
        for (String minBytesForWide : List.of("0", "1000000")) {
            TableDefinition definition = Tables.definition(
                    HEADER, List.of("id"), List.of(), Map.of("min_bytes_for_wide_part", minBytesForWide));
            FaultingVfs whole = table(definition);
            TestServices services = TestServices.open(whole, Path.of("/data"));
            MergeTreeTable loaded = Tables.attach(definition, services, new MergeMode.Ordinary());
            List<String> expected = Tables.sortedLines(loaded);
            Part first = loaded.partSet().parts().getFirst();
            for (String file : whole.list(first.directory())) {
                for (int damage = 0; damage < 3; damage++) {
                    check(definition, first.directory(), file, damage, expected);
                }
            }
        }
    }

    private static void check(TableDefinition definition, Path part, String file, int damage, List<String> expected) {
        FaultingVfs files = table(definition);
        Path path = part.resolve(file);
        int size = (int) files.size(path);
        switch (damage) {
            case 0 -> files.delete(path);
            case 1 -> files.truncate(path, size / 2);
            default -> files.flipBit(path, size * 4L);
        }
        String what = file + ", damage " + damage;
        TestServices services = TestServices.open(files, Path.of("/data"));
        MergeTreeTable table = Tables.attach(definition, services, new MergeMode.Ordinary());
        assertThat(table.partSet().parts()).as(what).isNotEmpty();
        if (table.partSet().parts().size() == 1) {
            assertThat(files.list(part.resolveSibling("detached"))).as(what).hasSize(1);
            assertThat(Tables.sortedLines(table)).as(what).hasSize(50);
            return;
        }
        List<String> read;
        try {
            read = Tables.sortedLines(table);
        } catch (DbException e) {
            return;
        }
        assertThat(read).as(what).isEqualTo(expected);
    }
}
