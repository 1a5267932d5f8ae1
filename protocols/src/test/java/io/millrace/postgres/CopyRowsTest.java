package io.millrace.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.memory.MemoryTracker;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.Types;
import io.millrace.net.pgwire.WireOptions;
import io.millrace.pipeline.run.Reservation;
import io.millrace.postgres.CopyStatement.CopyOptions;
import io.millrace.postgres.CopyStatement.Format;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The data of COPY FROM STDIN, cut into messages at every byte. */
class CopyRowsTest {
    private static final Header COLUMNS =
            Header.of(new Header.Field("a", Types.INT32), new Header.Field("b", Types.nullable(Types.STRING)));

    private static String read(Format format, String data, int cut) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        CopyRows rows = new CopyRows(
                CopyOptions.of(format),
                "t",
                COLUMNS,
                new WireOptions(TimeZone.utc(), false),
                new Reservation(MemoryTracker.root("test", 0)));
        rows.add(bytes, 0, cut);
        rows.add(bytes, cut, bytes.length - cut);
        rows.finish();
        Block block = rows.take(true).orElseGet(COLUMNS::emptyBlock);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < block.rows(); i++) {
            NullableColumn b = (NullableColumn) block.column(1);
            text.append(((IntColumn) block.column(0)).values()[i])
                    .append('=')
                    .append(b.isNull(i) ? "NULL" : ((StringColumn) b.values()).text(i))
                    .append(';');
        }
        return text.toString();
    }

    @Test
    void textWithEscapesWhereverItIsCut() {
        String data = "1\tx\\ty\\\\z\n2\t\\N\n3\tä\\x41\\101\n4\t\n5\tline\\\nbreak\n6\tlast";
        for (int cut = 0; cut <= data.getBytes(StandardCharsets.UTF_8).length; cut++) {
            assertThat(read(Format.TEXT, data, cut))
                    .as("cut at %d", cut)
                    .isEqualTo("1=x\ty\\z;2=NULL;3=äAA;4=;5=line\nbreak;6=last;");
        }
    }

    @Test
    void csvWithQuotesWhereverItIsCut() {
        String data = "1,\"a,\"\"b\"\"\"\r\n2,\n3,\"\"\n4,\"two\nlines\"\n";
        for (int cut = 0; cut <= data.length(); cut++) {
            assertThat(read(Format.CSV, data, cut)).as("cut at %d", cut).isEqualTo("1=a,\"b\";2=NULL;3=;4=two\nlines;");
        }
    }

    @Test
    void nothingBehindTheEndMarkCounts() {
        assertThat(read(Format.TEXT, "1\ta\n\\.\n2\tb\n", 3)).isEqualTo("1=a;");
    }

    @Test
    void errorsNameLineAndColumn() {
        assertThatThrownBy(() -> read(Format.TEXT, "1\ta\nx\tb\n", 0))
                .isInstanceOfSatisfying(
                        PgError.class, e -> assertThat(e.context()).contains("COPY t, line 2, column a: \"x\""));
        assertThatThrownBy(() -> read(Format.TEXT, "1\n", 0)).hasMessageContaining("missing data for column \"b\"");
        assertThatThrownBy(() -> read(Format.TEXT, "1\ta\tc\n", 0)).hasMessageContaining("extra data");
        assertThatThrownBy(() -> read(Format.CSV, "1,\"a\n", 0)).hasMessageContaining("unterminated");
    }
}
