package io.millrace.formats.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.setting.Settings;
import io.millrace.data.text.TimeZone;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.Formats;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Guessed columns, as a real ClickHouse describes the same inputs. */
final class SchemaInferenceTest {
    private static final FormatContext CONTEXT =
            FormatContext.of(FormatSettings.of(Settings.defaults(), TimeZone.utc()));

    private static String infer(String format, byte[] data) {
        return SchemaInference.infer(Formats.of(format), ByteSource.of(new ByteArrayInputStream(data)), CONTEXT)
                .fields()
                .stream()
                .map(f -> f.name() + " " + f.type().name().replace("Nullable", "N"))
                .collect(Collectors.joining(", "));
    }

    private static String infer(String format, String data) {
        return infer(format, data.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void csv() {
        assertThat(infer(
                        "CSV",
                        "1,2.5,abc,\"q\",2020-01-01,\"2020-01-01 00:00:00\",true,\\N,2020-01-01 00:00:00.123,\"[1,2]\",1e5,"
                                + "99999999999999999999,-5,"))
                .isEqualTo(
                        "c1 N(Int64), c2 N(Float64), c3 N(String), c4 N(String), c5 N(Date), c6 N(DateTime), c7 N(Bool), "
                                + "c8 N(String), c9 N(DateTime64(9)), c10 Array(N(Int64)), c11 N(String), c12 N(Float64), c13 N(Int64), "
                                + "c14 N(String)");
        assertThat(infer("CSV", "a,b,c\n1,x,2020-01-01\n2,y,\\N\n")).isEqualTo("a N(Int64), b N(String), c N(Date)");
        assertThat(infer("CSV", "a,b\nx,y\n")).isEqualTo("c1 N(String), c2 N(String)");
        assertThat(infer("CSV", "true,1\n1,x")).isEqualTo("c1 N(String), c2 N(String)");
        assertThat(infer("CSV", "2020-01-01,2020-01-01 00:00:00\r\n2020-01-01 00:00:00,x\r\n"))
                .isEqualTo("c1 N(DateTime), c2 N(String)");
        assertThat(infer("CSV", " 1 , 2.5, abc ")).isEqualTo("c1 N(Int64), c2 N(Float64), c3 N(String)");
        assertThat(infer("CSV", "\"[1,2.5]\",\"(1,'a')\",\"{'a':1}\",\"[]\",\"['a']\",inf,nan,-inf,+5,.5,5."))
                .isEqualTo(
                        "c1 Array(N(Float64)), c2 N(String), c3 Map(String, N(Int64)), c4 N(String), c5 Array(N(String)), "
                                + "c6 N(Float64), c7 N(Float64), c8 N(Float64), c9 N(Int64), c10 N(Float64), c11 N(Float64)");
        assertThat(infer("CSVWithNamesAndTypes", "a,b\nUInt8,String\n1,x")).isEqualTo("a UInt8, b String");
    }

    @Test
    void tabSeparated() {
        assertThat(
                        infer(
                                "TSV",
                                "1\t2.5\tabc\t[1,2]\t2020-01-01\t2020-01-01 00:00:00\ttrue\t\\N\t(1,'a')\t{'a':1}\t18446744073709551615\t\t007"))
                .isEqualTo(
                        "c1 N(Int64), c2 N(Float64), c3 N(String), c4 Array(N(Int64)), c5 N(Date), c6 N(DateTime), c7 N(Bool), "
                                + "c8 N(String), c9 Tuple(N(Int64), N(String)), c10 Map(String, N(Int64)), c11 N(UInt64), c12 N(String), "
                                + "c13 N(String)");
        assertThat(infer("TSV", "a\tb\n1\t2\n1.5\t")).isEqualTo("a N(Float64), b N(Int64)");
        assertThat(infer("TSVWithNames", "a\tb\n1\t2\n1.5\tx")).isEqualTo("a N(Float64), b N(String)");
        assertThat(infer("TSVRaw", "a\t1")).isEqualTo("c1 N(String), c2 N(Int64)");
        assertThat(infer("TSV", "12:30:00\t2020-1-1\t2020-01-01T00:00:00\t[1,'a']"))
                .isEqualTo("c1 N(String), c2 N(Date), c3 N(DateTime), c4 N(String)");
    }

    @Test
    void jsonEachRow() {
        assertThat(
                        infer(
                                "JSONEachRow",
                                "{\"a\":1,\"b\":\"x\",\"c\":[1,2.5],\"d\":{\"e\":1,\"f\":\"y\"},\"g\":null,\"h\":true,\"i\":\"2020-01-01\","
                                        + "\"j\":\"2020-01-01 00:00:00\",\"k\":[],\"l\":\"2020-01-01 00:00:00.5\",\"m\":[\"a\",null],\"n\":1.5}"))
                .isEqualTo(
                        "a N(Int64), b N(String), c Array(N(Float64)), d Tuple(e N(Int64), f N(String)), g N(String), h N(Bool), "
                                + "i N(Date), j N(DateTime), k Array(N(String)), l N(DateTime64(9)), m Array(N(String)), n N(Float64)");
        assertThat(infer("JSONEachRow", "{\"a\":1}\n{\"a\":1.5,\"b\":1}\n{\"b\":\"x\"}"))
                .isEqualTo("a N(Float64), b N(String)");
        assertThat(infer("JSONEachRow", "{\"a\":{\"b\":1}}\n{\"a\":{\"c\":\"x\"}}"))
                .isEqualTo("a Tuple(b N(Int64), c N(String))");
        assertThat(infer("JSONEachRow", "{\"a\":true}\n{\"a\":1}")).isEqualTo("a N(Int64)");
        assertThat(infer("JSONEachRow", "[{\"a\":1},{\"a\":2}]")).isEqualTo("a N(Int64)");
        assertThat(infer("JSONEachRow", "{\"a\":{}}")).isEqualTo("a N(String)");
    }

    @Test
    void inputsThatSayNothing() {
        refused(ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE, "CSV", "");
        refused(ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE, "JSONEachRow", "");
        refused(ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE, "CSV", "1,2\n3\n");
        refused(ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE, "JSONEachRow", "{\"a\":[1]}\n{\"a\":\"x\"}");
        refused(ErrorCode.BAD_ARGUMENTS, "RowBinary", "a");
    }

    private static void refused(ErrorCode code, String format, String data) {
        assertThatThrownBy(() -> infer(format, data))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void namedBinaryColumns() {
        ByteSink head = new ByteSink();
        head.putVarint(2);
        head.putString("a");
        head.putString("b");
        head.putString("UInt8");
        head.putString("Array(String)");
        assertThat(infer("RowBinaryWithNamesAndTypes", head.toByteArray())).isEqualTo("a UInt8, b Array(String)");
    }

    @Test
    void brokenInputIsAlwaysAnError() {
        long seed = 20260801;
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "{}[]()\",':\\\n\t01.-aN ";
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(30); k > 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (String format :
                    new String[] {"CSV", "TSV", "JSONEachRow", "Values", "Native", "RowBinaryWithNamesAndTypes"}) {
                try {
                    infer(format, text.toString());
                } catch (DbException e) {
                    assertThat(e.code()).as("seed %s: %s", seed, text).isNotEqualTo(ErrorCode.LOGICAL_ERROR);
                }
            }
        }
    }
}
