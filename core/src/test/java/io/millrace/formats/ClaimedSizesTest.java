package io.millrace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sizes that binary input only claims cost no memory: what is allocated depends on the bytes that really come. */
final class ClaimedSizesTest {
    private static final long[] CLAIMS = {1 << 24, (1L << 28) - 1, 1L << 30, 1L << 31, 1L << 40, 1L << 60, -1};
    private static final long MOST_ALLOCATED = 48L << 20;

    /** Types whose values begin with a size, or have many bytes. */
    private static final List<String> TYPES = List.of(
            "String",
            "UInt64",
            "Array(UInt8)",
            "Array(Array(String))",
            "Map(String, UInt8)",
            "LowCardinality(String)",
            "LowCardinality(Nullable(String))",
            "Nullable(String)",
            "FixedString(1000)",
            "Tuple(String, Array(UInt64))",
            "Tuple()",
            "Array(Nothing)",
            "Array(Tuple())");

    /** Values that only a size stands for: nothing follows. */
    @TestFactory
    Stream<DynamicTest> sizesWithoutBytes() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String type : TYPES) {
            for (long claim : CLAIMS) {
                tests.add(dynamicTest(
                        "RowBinary " + type + " " + claim,
                        () -> refused("RowBinary", type, sink -> {
                            sink.putVarint(claim);
                            sink.putVarint(claim);
                        })));
                tests.add(dynamicTest(
                        "Native rows " + type + " " + claim,
                        () -> refused("Native", type, sink -> {
                            sink.putVarint(1);
                            sink.putVarint(claim);
                            sink.putString("c");
                            sink.putString(type);
                            sink.putVarint(5);
                        })));
                tests.add(dynamicTest(
                        "Native value " + type + " " + claim,
                        () -> refused("Native", type, sink -> {
                            sink.putVarint(1);
                            sink.putVarint(1);
                            sink.putString("c");
                            sink.putString(type);
                            sink.putLong(claim);
                            sink.putLong(claim);
                            sink.putLong(claim);
                        })));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> heads() {
        List<DynamicTest> tests = new ArrayList<>();
        for (long claim : CLAIMS) {
            tests.add(dynamicTest(
                    "Native columns " + claim,
                    () -> refused("Native", "String", sink -> {
                        sink.putVarint(claim);
                        sink.putVarint(1);
                    })));
            tests.add(dynamicTest(
                    "Native rows without columns " + claim,
                    () -> refused("Native", "String", sink -> {
                        sink.putVarint(0);
                        sink.putVarint(claim);
                    })));
            tests.add(dynamicTest(
                    "Native name " + claim,
                    () -> refused("Native", "String", sink -> {
                        sink.putVarint(1);
                        sink.putVarint(1);
                        sink.putVarint(claim);
                    })));
            tests.add(dynamicTest(
                    "names " + claim,
                    () -> refused("RowBinaryWithNames", "String", sink -> {
                        sink.putVarint(claim);
                        sink.putString("c");
                    })));
            tests.add(dynamicTest(
                    "a name " + claim,
                    () -> refused("RowBinaryWithNamesAndTypes", "String", sink -> {
                        sink.putVarint(1);
                        sink.putVarint(claim);
                    })));
        }
        return tests.stream();
    }

    private static void refused(String format, String type, Consumer<ByteSink> content) {
        ByteSink sink = new ByteSink();
        content.accept(sink);
        Header header = Header.of(
                new Header.Field("c", TypeParser.parse(type)), new Header.Field("missing", Types.array(Types.STRING)));
        long before = allocated();
        try {
            FormatRuns.read(format, ByteSource.of(new ByteArrayInputStream(sink.toByteArray())), header, 1000);
        } catch (DbException e) {
            assertThat(e.code()).as(e.getMessage()).isNotEqualTo(ErrorCode.LOGICAL_ERROR);
            assertThat(e.code()).as(e.getMessage()).isNotEqualTo(ErrorCode.MEMORY_LIMIT_EXCEEDED);
        }
        assertThat(allocated() - before).as("bytes allocated").isLessThan(MOST_ALLOCATED);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
