package io.millrace.data.type;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType.EnumType.Entry;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what stands in the brackets of types that hold no other types: lengths, precisions, time zones, names of enums. */
final class ScalarTypeParser {
    private final TypeLexer lexer;

    ScalarTypeParser(TypeLexer lexer) {
        this.lexer = lexer;
    }

    int fixedLength() {
        DbException bad = new DbException(
                ErrorCode.UNEXPECTED_AST_STRUCTURE,
                "FixedString data type family must have a number (positive integer) as its argument");
        if (!lexer.is(TypeLexer.Kind.NUMBER)) {
            throw bad;
        }
        int length = number();
        if (length <= 0) {
            throw bad;
        }
        if (length > 0xFFFFFF) {
            throw new DbException(ErrorCode.ARGUMENT_OUT_OF_BOUND, "FixedString size is too large");
        }
        return length;
    }

    private int number() {
        String digits = lexer.take(TypeLexer.Kind.NUMBER, "number");
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Parameter " + digits + " of a data type is not a sensible integer");
        }
    }

    DataType decimal() {
        if (!lexer.is(TypeLexer.Kind.NUMBER)) {
            throw TypeParser.wrongCount("Decimal");
        }
        int precision = number();
        int scale = lexer.skip(TypeLexer.Kind.COMMA) ? number() : 0;
        if (!lexer.is(TypeLexer.Kind.CLOSE)) {
            throw TypeParser.wrongCount("Decimal");
        }
        return checkedDecimal(precision, scale);
    }

    DataType decimal(int precision) {
        if (!lexer.is(TypeLexer.Kind.NUMBER)) {
            throw TypeParser.wrongCount("Decimal32 | Decimal64 | Decimal128 | Decimal256");
        }
        return checkedDecimal(precision, number());
    }

    private static DataType checkedDecimal(int precision, int scale) {
        if (precision < 1 || precision > 76) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND, "Wrong precision: it must be between 1 and 76, got " + precision);
        }
        if (scale < 0 || scale > precision) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND,
                    "Negative scales and scales larger than precision are not supported");
        }
        return new DataType.DecimalType(precision, scale);
    }

    DataType dateTime() {
        if (lexer.is(TypeLexer.Kind.NUMBER)) {
            return dateTime64();
        }
        if (lexer.is(TypeLexer.Kind.CLOSE)) {
            return Types.DATETIME;
        }
        return new DataType.DateTimeType(Optional.of(zone()));
    }

    DataType dateTime64() {
        if (lexer.is(TypeLexer.Kind.CLOSE)) {
            return new DataType.DateTime64Type(3, Optional.empty());
        }
        int precision = number();
        if (precision < 0 || precision > 9) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND,
                    "Scale " + precision + " is too large for DateTime64. Maximum is up to nanoseconds (9)");
        }
        return new DataType.DateTime64Type(
                precision, lexer.skip(TypeLexer.Kind.COMMA) ? Optional.of(zone()) : Optional.empty());
    }

    private String zone() {
        if (!lexer.is(TypeLexer.Kind.STRING)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Parameter 'timezone' of DateTime has wrong type: " + lexer.value() + ", expected String literal");
        }
        String zone = lexer.take(TypeLexer.Kind.STRING, "string");
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Cannot load time zone " + zone);
        }
        return zone;
    }

    DataType enumeration(OptionalInt bits) {
        List<String> names = new ArrayList<>();
        List<Optional<Integer>> values = new ArrayList<>();
        while (lexer.is(TypeLexer.Kind.STRING)) {
            names.add(lexer.take(TypeLexer.Kind.STRING, "string"));
            if (lexer.skip(TypeLexer.Kind.EQUALS)) {
                if (!lexer.is(TypeLexer.Kind.NUMBER)) {
                    throw badEnumElement();
                }
                values.add(Optional.of(number()));
            } else {
                values.add(Optional.empty());
            }
            if (!lexer.skip(TypeLexer.Kind.COMMA)) {
                break;
            }
        }
        if (!lexer.is(TypeLexer.Kind.CLOSE)) {
            throw badEnumElement();
        }
        if (names.isEmpty()) {
            throw new DbException(ErrorCode.EMPTY_DATA_PASSED, "Enum data type cannot be empty");
        }
        return EnumTypes.of(bits, numbered(names, values));
    }

    /** Missing numbers go up by one from the first, which alone may be given. */
    private static List<Entry> numbered(List<String> names, List<Optional<Integer>> values) {
        long given = values.stream().filter(Optional::isPresent).count();
        boolean all = given == names.size();
        if (!all && given > (values.getFirst().isPresent() ? 1 : 0)) {
            throw badEnumElement();
        }
        List<Entry> entries = new ArrayList<>();
        int first = values.getFirst().orElse(1);
        for (int i = 0; i < names.size(); i++) {
            entries.add(new Entry(names.get(i), all ? values.get(i).orElseThrow() : first + i));
        }
        return entries;
    }

    private static DbException badEnumElement() {
        return new DbException(
                ErrorCode.UNEXPECTED_AST_STRUCTURE,
                "All elements of Enum data type must be of form: 'name' = number or 'name', where name is string literal and"
                        + " number is an integer");
    }
}
