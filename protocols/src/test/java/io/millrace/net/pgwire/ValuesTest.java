package io.millrace.net.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as text and binary; the bytes are those that a real PostgreSQL sends. */
class ValuesTest {
    private static final WireOptions OPTIONS = new WireOptions(TimeZone.utc(), false);

    private static Column column(DataType type, String text) {
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        new ValueReader(OPTIONS).text(type, bytes, 0, bytes.length, builder);
        return builder.build();
    }

    private static byte[] written(ValueWriter writer, Column column) {
        ByteSink out = new ByteSink();
        writer.bind(column);
        writer.write(0, out);
        return Arrays.copyOf(out.array(), out.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Decimal(5, 2)     | 1.50                       | 1.50                       | 0002000000000002 0001 1388",
                "Decimal(9, 3)     | -12345.678                 | -12345.678                 | 0003000140000003 0001 0929 1a7c",
                "UInt64            | 18446744073709551615       | 18446744073709551615       | 0005000400000000 0734 1a58 02e1 03bb 064f",
                "Decimal(18, 4)    | 0.0001                     | 0.0001                     | 0001ffff00000004 0001",
                "UInt64            | 10000                      | 10000                      | 0001000100000000 0001",
                "UInt64            | 0                          | 0                          | 0000000000000000",
                "Date              | 2024-01-01                 | 2024-01-01                 | 0000223e",
                "Date32            | 1925-01-01                 | 1925-01-01                 | ffff94ff",
                "DateTime64(6)     | 2024-01-01 00:00:00.123456 | 2024-01-01 00:00:00.123456+00 | 0002b0d5d4eb2240",
                "DateTime64(6)     | 2024-01-01 02:00:00.5+02   | 2024-01-01 00:00:00.5+00   | 0002b0d5d4f0e120",
                "IPv4              | 1.2.3.4                    | 1.2.3.4                    | 02200004 01020304",
                "IPv6              | ::1                        | ::1                        | 03800010 00000000000000000000000000000001",
                "Bool              | yes                        | t                          | 01",
                "Int16             | -2                         | -2                         | fffe",
                "Float64           | Infinity                   | Infinity                   | 7ff0000000000000",
                "Array(Nullable(Int32)) | {1,NULL,3} | {1,NULL,3} | 00000001 00000001 00000017 00000003 00000001 00000004 00000001 ffffffff 00000004 00000003",
                "Array(Array(Int64)) | {{1,2},{3,4}} | {{1,2},{3,4}} | 00000002 00000000 00000014 00000002 00000001 00000002 00000001 00000008 0000000000000001 00000008 0000000000000002 00000008 0000000000000003 00000008 0000000000000004",
                "Array(Int32)      | {}                         | {}                         | 00000000 00000000 00000017",
            })
    void valuesAreWrittenAsPostgresqlWritesThem(String typeName, String text, String shown, String hex) {
        DataType type = TypeParser.parse(typeName);
        Column column = column(type, text);
        WireType wire = WireType.of(type);
        assertThat(new String(written(ValueWriter.text(type, wire, OPTIONS), column), StandardCharsets.UTF_8))
                .isEqualTo(shown);
        byte[] binary = written(ValueWriter.binary(type, wire, OPTIONS), column);
        assertThat(HexFormat.of().formatHex(binary)).isEqualTo(hex.replace(" ", ""));
        ColumnBuilder back = ColumnBuilder.of(type, 1);
        new ValueReader(OPTIONS).binary(wire, type, binary, 0, binary.length, back);
        assertThat(new String(written(ValueWriter.text(type, wire, OPTIONS), back.build()), StandardCharsets.UTF_8))
                .isEqualTo(shown);
    }

    @Test
    void arraysQuoteWhatMustBeQuoted() {
        DataType type = TypeParser.parse("Array(String)");
        Column column = column(type, "{a,\"b c\",\"\",\"NULL\",\"q\\\"\\\\\"}");
        assertThat(new String(
                        written(ValueWriter.text(type, WireType.of(type), OPTIONS), column), StandardCharsets.UTF_8))
                .isEqualTo("{a,\"b c\",\"\",\"NULL\",\"q\\\"\\\\\"}");
    }

    @Test
    void bytesThatAreNoTextAreRepaired() {
        ByteSink out = new ByteSink();
        byte[] bytes = {'a', 0, (byte) 0xC3, 'b', (byte) 0xF0, (byte) 0x9F, (byte) 0x98, (byte) 0x80, (byte) 0xFF};
        Utf8Repair.write(bytes, 0, bytes.length, out);
        assertThat(out.toString()).isEqualTo("a\uFFFDb\uD83D\uDE00\uFFFD");
    }

    @Test
    void anyBytesAsBinaryValuesEndInAValueOrAnError() {
        Random random = new Random(20260921);
        String[] types = {
            "Int32", "Decimal(20, 5)", "DateTime64(3)", "Array(Int32)", "Array(Array(String))", "UUID", "IPv6"
        };
        for (int i = 0; i < 20_000; i++) {
            DataType type = TypeParser.parse(types[random.nextInt(types.length)]);
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 8 && random.nextBoolean()) {
                Arrays.fill(bytes, 0, 3, (byte) 0);
                bytes[3] = (byte) random.nextInt(3);
            }
            try {
                new ValueReader(OPTIONS)
                        .binary(WireType.of(type), type, bytes, 0, bytes.length, ColumnBuilder.of(type, 1));
            } catch (DbException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void textThatIsNoValueSaysSo() {
        assertThatThrownBy(() -> column(TypeParser.parse("Int32"), "12x"))
                .hasMessageContaining("invalid input syntax for type integer: \"12x\"");
        assertThatThrownBy(() -> column(TypeParser.parse("Int8"), "300")).hasMessageContaining("out of range");
        assertThatThrownBy(() -> column(TypeParser.parse("Array(Int32)"), "{1,"))
                .isInstanceOf(DbException.class);
    }
}
