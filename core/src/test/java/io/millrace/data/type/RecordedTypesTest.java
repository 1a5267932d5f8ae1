package io.millrace.data.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Names, common types and promotions against answers recorded from ClickHouse 26.7. */
class RecordedTypesTest {
    @Test
    void typeNames() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] line : lines("type_names.tsv")) {
            String answer = answer(() -> Optional.of(TypeParser.parse(line[0])));
            if (!answer.equals(line[1])) {
                wrong.add(line[0] + ": " + answer + ", recorded " + line[1]);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesParseToThemselves() throws IOException {
        for (String[] line : lines("type_names.tsv")) {
            if (!line[1].startsWith("error")) {
                assertThat(TypeParser.parse(line[1]).name()).isEqualTo(line[1]);
            }
        }
    }

    @Test
    void supertypes() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] line : lines("supertype.tsv")) {
            List<DataType> types = List.of(TypeParser.parse(line[0]), TypeParser.parse(line[1]));
            String inArray = answer(() -> Optional.of(Supertype.leastOrThrow(types)));
            if (!inArray.equals(line[2])) {
                wrong.add(line[0] + ", " + line[1] + ": " + inArray + ", recorded " + line[2]);
            }
            String inIf = answer(() -> Optional.of(Supertype.ofBranches(types)));
            if (line.length > 3 && !line[3].isEmpty() && !inIf.equals(line[3])) {
                wrong.add("if " + line[0] + ", " + line[1] + ": " + inIf + ", recorded " + line[3]);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void promotions() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] line : lines("promotion.tsv")) {
            String answer = answer(() -> promote(line[0], TypeParser.parse(line[1]), line[2]));
            boolean bothFail = answer.startsWith("error") && line[3].startsWith("error");
            if (!answer.equals(line[3]) && !bothFail) {
                wrong.add(line[0] + " " + line[1] + " " + line[2] + ": " + answer + ", recorded " + line[3]);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void unknownTypeIsHinted() {
        assertThatThrownBy(() -> TypeParser.parse("Strin"))
                .isInstanceOf(DbException.class)
                .hasMessage("Unknown data type family: Strin. Maybe you meant: ['String']");
    }

    @Test
    void deepNestingEndsInAnError() {
        String text = "Array(".repeat(100_000) + "Int8" + ")".repeat(100_000);
        assertThatThrownBy(() -> TypeParser.parse(text)).isInstanceOf(DbException.class);
    }

    private static Optional<DataType> promote(String operation, DataType a, String second) {
        return switch (operation) {
            case "negate" -> NumberPromotion.negate(a);
            case "abs" -> NumberPromotion.abs(a);
            case "bitNot" -> NumberPromotion.bitNot(a);
            default -> promote(operation, a, TypeParser.parse(second));
        };
    }

    private static Optional<DataType> promote(String operation, DataType a, DataType b) {
        return switch (operation) {
            case "plus" -> NumberPromotion.plus(a, b);
            case "minus" -> NumberPromotion.minus(a, b);
            case "multiply" -> NumberPromotion.multiply(a, b);
            case "divide" -> NumberPromotion.divide(a, b);
            case "intDiv" -> NumberPromotion.intDiv(a, b);
            case "modulo" -> NumberPromotion.modulo(a, b);
            case "positiveModulo" -> NumberPromotion.positiveModulo(a, b);
            case "bitAnd" -> NumberPromotion.bitwise(a, b);
            case "bitShiftLeft" -> NumberPromotion.bitShift(a, b);
            case "least" -> NumberPromotion.extreme(a, b);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static String answer(Supplier<Optional<DataType>> action) {
        try {
            return action.get().map(DataType::name).orElse("error");
        } catch (DbException e) {
            return "error " + e.code().number();
        }
    }

    private static List<String[]> lines(String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordedTypesTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split("\t", -1)).toList();
        }
    }
}
