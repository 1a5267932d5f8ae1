package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.io.FaultingVfs;
import io.millrace.base.io.WriteFile;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Header;
import io.millrace.data.type.TypeParser;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartColumn;
import io.millrace.mergetree.part.PartLoader;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.read.PartLease;
import io.millrace.mergetree.read.PartsScan;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.structure.TableStructure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Parts that a real ClickHouse engine wrote give the rows that it printed. */
final class RealPartsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wide_zoo", "compact_zoo", "compact_granules", "wide_granules", "compact_lowcardinality_granules",
                "wide_lowcardinality_granules", "wide_lowcardinality_overflow", "compact_mrk3", "compact_min",
                        "wide_min",
                "compact_sparse", "wide_sparse", "wide_sparse_nullable", "wide_string_single_stream",
                        "wide_nonadaptive",
                "wide_codecs", "partitioned", "partitioned_hashed", "nullable_key", "names_escaped_and_hashed",
                "no_sorting_key", "lightweight_delete", "merged_with_statistics", "mutated",
                        "compact_uncompressed_marks",
                "wide_adaptive_bytes"
            })
    void givesTheRowsThatWereWritten(String name) throws IOException {
        JsonNode vector = vector(name);
        FaultingVfs files = new FaultingVfs();
        Path directory = Path.of("/table");
        List<String> expected = List.of(vector.get("expected_tsv").asString().split("\n"));
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : vector.get("parts").properties()) {
            parts.add(write(files, directory, part.getKey(), part.getValue(), vector));
        }
        List<PartColumn> columns = parts.getFirst().content().columns();
        List<Integer> known = IntStream.range(0, columns.size())
                .filter(i -> isKnown(columns.get(i)))
                .boxed()
                .toList();
        Header header = new Header(known.stream()
                .map(i -> new Header.Field(columns.get(i).name(), columns.get(i).type()))
                .filter(f -> !f.name().startsWith("_"))
                .toList());
        TestServices services = TestServices.open(files, Path.of("/data"));
        TableDefinition definition = Tables.definition(header, List.of(), List.of(), Map.of());
        TableStructure structure = new TableStructure(definition, services);
        PartsScan scan = new PartsScan(
                structure,
                Tables.request(header, java.util.Optional.empty(), false, 2),
                parts,
                () -> RowMasks.NONE,
                new PartLease(() -> {}));
        List<String> read = Tables.lines(Tables.drain(scan.open()));
        // recorded results are cut at some length: of a longer table only the first lines are known
        boolean cut = expected.size() < read.size();
        List<String> wanted = expected.subList(0, cut ? expected.size() - 1 : expected.size()).stream()
                .map(line -> {
                    String[] fields = line.split("\t", -1);
                    return known.stream()
                            .filter(i -> !columns.get(i).name().startsWith("_"))
                            .map(i -> fields[i])
                            .collect(Collectors.joining("\t"));
                })
                .toList();
        List<String> surplus = new ArrayList<>(read);
        wanted.forEach(surplus::remove);
        List<String> lacking = new ArrayList<>(wanted);
        read.forEach(lacking::remove);
        assertThat(surplus.stream().limit(cut ? 0 : 5).toList())
                .as("rows that were never written")
                .isEmpty();
        assertThat(lacking.stream().limit(5).toList())
                .as("rows that are missing")
                .isEmpty();
    }

    private static boolean isKnown(PartColumn column) {
        try {
            TypeParser.parse(column.typeText());
            return true;
        } catch (DbException e) {
            return false;
        }
    }

    static JsonNode vector(String name) throws IOException {
        try (InputStream in = RealPartsTest.class.getResourceAsStream("/mergetree/parts/" + name + ".json")) {
            return new ObjectMapper().readTree(in.readAllBytes());
        }
    }

    private static Part write(FaultingVfs files, Path table, String name, JsonNode contents, JsonNode vector) {
        Path directory = table.resolve(name);
        files.createDirectories(directory);
        for (Map.Entry<String, JsonNode> file : contents.properties()) {
            Path path = directory.resolve(file.getKey());
            files.createDirectories(path.getParent());
            byte[] bytes = HexFormat.of().parseHex(file.getValue().asString());
            try (WriteFile out = files.create(path)) {
                out.write(bytes, 0, bytes.length);
            }
        }
        int granularity = 8192;
        String create = vector.get("create").asString();
        int at = create.indexOf("index_granularity=");
        if (at >= 0) {
            String digits = create.substring(at + 18).split("[^0-9]")[0];
            granularity = Integer.parseInt(digits);
        }
        PartLoader loader = new PartLoader(files, List.of(), Map.of(), v -> "", false, granularity);
        return loader.load(directory, PartName.of(name));
    }
}
