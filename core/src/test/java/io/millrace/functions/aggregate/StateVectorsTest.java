package io.millrace.functions.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** States byte for byte against those of ClickHouse 26.7, their types, and the values they finish to. */
class StateVectorsTest {
    /** Functions that are not built. */
    private static final Set<String> MISSING = Set.of(
            "quantileBFloat16",
            "groupArraySorted",
            "groupBitmap",
            "simpleLinearRegression",
            "boundingRatio",
            "groupArrayMovingSum",
            "histogram",
            "sequenceMatch",
            "windowFunnel",
            "groupConcat",
            "exponentialMovingAverage",
            "mannWhitneyUTest",
            "kolmogorovSmirnovTest",
            "categoricalInformationValue",
            "rankCorr",
            "cramersV",
            "largestTriangleThreeBuckets",
            "sparkbar",
            "stochasticLinearRegression",
            "groupArrayLast",
            "groupArraySample",
            "quantileGK",
            "quantileDD",
            "studentTTest",
            "entropy",
            "deltaSum");

    /** States whose elements have no specified order. */
    private static final Set<String> UNORDERED =
            Set.of("groupUniqArray", "sumDistinct", "countDistinct", "uniqExact", "quantileExactWeighted");

    /** Values in an order that is not specified: sets, and equal counts of topK. */
    private static final Set<String> VALUES_IN_ANY_ORDER = Set.of("groupUniqArray", "topK", "approx_top_k");

    static List<String[]> vectors() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StateVectorsTest.class.getResourceAsStream("aggregate_states.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    @Test
    void statesAreClickHouses() throws IOException {
        List<String> wrong = new ArrayList<>();
        AggregateFixture table = AggregateFixture.vectorRows();
        for (String[] vector : vectors()) {
            boolean empty = vector[0].startsWith("EMPTY ");
            String text = (empty ? vector[0].substring(6) : vector[0]).replace("\\'", "'");
            check(table, text, empty, vector, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(AggregateFixture table, String text, boolean empty, String[] vector, List<String> wrong) {
        String name = text.substring(0, text.indexOf("State("));
        if (MISSING.contains(name)) {
            return;
        }
        try {
            AggregateFixture.Call call = table.call(text);
            BoundAggregate plain =
                    table.call(text.replaceFirst("State\\(", "(")).bound();
            GroupedState state = plain.newState();
            state.resize(1);
            if (!empty) {
                state.addRange(0, call.arguments(), 0, table.rows);
            }
            String hex = AggregateFixture.hex(state, 0);
            if (UNORDERED.contains(name) ? hex.length() != vector[2].length() : !hex.equals(vector[2])) {
                wrong.add(vector[0] + ": state " + hex + ", recorded " + vector[2]);
            }
            String type = ((AggregateStateType) call.bound().type()).name();
            if (!type.replace("(1, ", "(").equals(vector[1].replace("\\'", "'").replace("(1, ", "("))) {
                wrong.add(vector[0] + ": type " + type + ", recorded " + vector[1]);
            }
            String recorded = vector[3].replace("\\'", "'");
            String value = AggregateFixture.text(plain.type(), state.result(0, 1), 0);
            if (!value.equals(recorded) && !VALUES_IN_ANY_ORDER.contains(name)) {
                wrong.add(vector[0] + ": value " + value + ", recorded " + vector[3]);
            }
            GroupedState read = plain.newState();
            read.resize(1);
            ByteSource source = ByteSource.of(HexFormat.of().parseHex(vector[2]));
            read.readMerge(0, source);
            String readValue = AggregateFixture.text(plain.type(), read.result(0, 1), 0);
            if (!source.atEnd() || !readValue.equals(recorded) && !VALUES_IN_ANY_ORDER.contains(name)) {
                wrong.add(vector[0] + ": read back " + readValue + ", left " + source.available());
            }
        } catch (DbException | IllegalArgumentException | ClassCastException e) {
            wrong.add(vector[0] + ": " + e);
        }
    }
}
