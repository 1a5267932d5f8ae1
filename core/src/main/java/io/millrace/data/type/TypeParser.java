package io.millrace.data.type;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the text of a type, with all of ClickHouse's names and aliases. Stateless from outside; errors carry ClickHouse's codes: 50 for an
 * unknown name, 62 for broken syntax, 42 and 378 for wrong numbers of arguments, 43 for types that do not go into each other.
 */
public final class TypeParser {
    private static final int MAX_DEPTH = 200;
    private static final List<String> IGNORED_ARGUMENTS = List.of("String", "Float32", "Float64");

    private final TypeLexer lexer;
    private final ScalarTypeParser scalars;
    private int depth;

    private TypeParser(String text) {
        lexer = new TypeLexer(text);
        scalars = new ScalarTypeParser(lexer);
    }

    /** The type that {@code text} names. */
    public static DataType parse(String text) {
        TypeParser parser = new TypeParser(text);
        DataType type = parser.type();
        if (!parser.lexer.is(TypeLexer.Kind.END)) {
            throw parser.lexer.syntaxError("end of query");
        }
        return type;
    }

    private DataType type() {
        if (++depth > MAX_DEPTH) {
            throw new DbException(ErrorCode.TOO_DEEP_RECURSION, "A data type nested deeper than " + MAX_DEPTH);
        }
        String family = family();
        DataType type = lexer.skip(TypeLexer.Kind.OPEN) ? withArguments(family) : withoutArguments(family);
        depth--;
        return type;
    }

    /** The longest name that is known; several words may make one. */
    private String family() {
        String words = lexer.take(TypeLexer.Kind.WORD, "one of: data type, identifier");
        String longest = words;
        int end = lexer.mark();
        while (TypeNames.isPrefix(words) && lexer.is(TypeLexer.Kind.WORD)) {
            words += " " + lexer.value();
            lexer.advance();
            if (TypeNames.family(words).isPresent()) {
                longest = words;
                end = lexer.mark();
            }
        }
        lexer.reset(end);
        String name = longest;
        return TypeNames.family(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_TYPE, "Unknown data type family: " + name + TypeNames.hint(name)));
    }

    private DataType withoutArguments(String family) {
        return switch (family) {
            case "String" -> Types.STRING;
            case "Float32" -> Types.FLOAT32;
            case "Float64" -> Types.FLOAT64;
            case "Bool" -> Types.BOOL;
            case "Date" -> Types.DATE;
            case "Date32" -> Types.DATE32;
            case "DateTime", "DateTime32" -> Types.DATETIME;
            case "DateTime64" -> new DataType.DateTime64Type(3, Optional.empty());
            case "Decimal" -> new DataType.DecimalType(10, 0);
            case "Tuple" -> new DataType.TupleType(List.of(), List.of());
            case "UUID" -> Types.UUID;
            case "IPv4" -> new DataType.Ipv4Type();
            case "IPv6" -> new DataType.Ipv6Type();
            case "Nothing" -> Types.NOTHING;
            case "Array",
                    "Nullable",
                    "LowCardinality",
                    "Map",
                    "FixedString",
                    "AggregateFunction",
                    "SimpleAggregateFunction",
                    "Decimal32",
                    "Decimal64",
                    "Decimal128",
                    "Decimal256" -> throw wrongCount(family);
            case "Enum", "Enum8", "Enum16" ->
                throw new DbException(ErrorCode.EMPTY_DATA_PASSED, "Enum data type cannot be empty");
            case "Nested" -> throw new DbException(ErrorCode.EMPTY_DATA_PASSED, "Nested cannot be empty");
            default -> integerOrInterval(family);
        };
    }

    private static DataType integerOrInterval(String family) {
        if (family.startsWith("Interval")) {
            return new DataType.IntervalType(
                    IntervalUnit.valueOf(family.substring("Interval".length()).toUpperCase(Locale.ROOT)));
        }
        boolean unsigned = family.startsWith("U");
        return new DataType.IntegerType(Integer.parseInt(family.substring(unsigned ? 4 : 3)), !unsigned);
    }

    /** After the opening bracket. */
    private DataType withArguments(String family) {
        DataType type = switch (family) {
            case "Array" -> new DataType.ArrayType(only(family));
            case "Nullable" -> nullable(only(family));
            case "LowCardinality" -> Types.lowCardinality(only(family));
            case "Map" -> map();
            case "Tuple" -> tuple();
            case "Nested" -> nested();
            case "FixedString" -> new DataType.FixedStringType(scalars.fixedLength());
            case "Decimal" -> scalars.decimal();
            case "Decimal32" -> scalars.decimal(9);
            case "Decimal64" -> scalars.decimal(18);
            case "Decimal128" -> scalars.decimal(38);
            case "Decimal256" -> scalars.decimal(76);
            case "DateTime", "DateTime32" -> scalars.dateTime();
            case "DateTime64" -> scalars.dateTime64();
            case "Enum" -> scalars.enumeration(OptionalInt.empty());
            case "Enum8" -> scalars.enumeration(OptionalInt.of(8));
            case "Enum16" -> scalars.enumeration(OptionalInt.of(16));
            case "AggregateFunction" -> aggregateState();
            case "SimpleAggregateFunction" -> simpleAggregate();
            default -> ignoringArguments(family);
        };
        lexer.take(TypeLexer.Kind.CLOSE, "closing bracket");
        return type;
    }

    /** INT(11), VARCHAR(255): MySQL's widths mean nothing here. */
    private DataType ignoringArguments(String family) {
        DataType type = withoutArguments(family);
        if (!(type instanceof DataType.IntegerType) && !IGNORED_ARGUMENTS.contains(family)) {
            throw new DbException(
                    ErrorCode.DATA_TYPE_CANNOT_HAVE_ARGUMENTS, "Data type " + family + " cannot have arguments");
        }
        boolean more = true;
        while (more) {
            more = lexer.skip(TypeLexer.Kind.NUMBER) || lexer.skip(TypeLexer.Kind.COMMA);
        }
        return type;
    }

    private DataType only(String family) {
        if (lexer.is(TypeLexer.Kind.CLOSE)) {
            throw wrongCount(family);
        }
        DataType type = type();
        boolean more = lexer.skip(TypeLexer.Kind.COMMA) && !lexer.is(TypeLexer.Kind.CLOSE);
        if (more) {
            throw wrongCount(family);
        }
        return type;
    }

    private static DataType nullable(DataType nested) {
        if (!Types.canBeInNullable(nested) && !(nested instanceof DataType.TupleType) || nested.isNullable()) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Nested type " + nested.name() + " cannot be inside Nullable type");
        }
        return new DataType.NullableType(nested);
    }

    private DataType map() {
        if (lexer.is(TypeLexer.Kind.CLOSE)) {
            throw wrongCount("Map");
        }
        DataType key = type();
        if (!lexer.skip(TypeLexer.Kind.COMMA)) {
            throw wrongCount("Map");
        }
        DataType value = type();
        if (!lexer.is(TypeLexer.Kind.CLOSE)) {
            throw wrongCount("Map");
        }
        if (key.isNullable()) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Map cannot have a key of type " + key.name());
        }
        return new DataType.MapType(key, value);
    }

    private DataType tuple() {
        List<DataType> elements = new ArrayList<>();
        List<String> names = new ArrayList<>();
        while (!lexer.is(TypeLexer.Kind.CLOSE)) {
            elementName().ifPresent(names::add);
            elements.add(type());
            if (!lexer.skip(TypeLexer.Kind.COMMA)) {
                break;
            }
        }
        if (!names.isEmpty() && names.size() != elements.size()) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Names are specified not for all elements of Tuple type");
        }
        checkUnique(names);
        return new DataType.TupleType(List.copyOf(elements), List.copyOf(names));
    }

    private static void checkUnique(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new DbException(
                        ErrorCode.DUPLICATE_COLUMN, "Names of tuple elements must be unique. Duplicate name: " + name);
            }
        }
    }

    /** A name in front of a type: a quoted one, or a word that another word follows and that does not make one type with it. */
    private Optional<String> elementName() {
        if (lexer.is(TypeLexer.Kind.QUOTED_NAME)) {
            return Optional.of(lexer.take(TypeLexer.Kind.QUOTED_NAME, "identifier"));
        }
        int start = lexer.mark();
        String word = lexer.take(TypeLexer.Kind.WORD, "one of: data type, identifier");
        boolean isName = lexer.is(TypeLexer.Kind.WORD)
                && TypeNames.family(word + " " + lexer.value()).isEmpty()
                && !TypeNames.isPrefix(word + " " + lexer.value());
        if (!isName) {
            lexer.reset(start);
            return Optional.empty();
        }
        return Optional.of(word);
    }

    private DataType nested() {
        if (lexer.is(TypeLexer.Kind.CLOSE)) {
            throw new DbException(ErrorCode.EMPTY_DATA_PASSED, "Nested cannot be empty");
        }
        DataType.TupleType tuple = (DataType.TupleType) tuple();
        if (tuple.names().isEmpty()) {
            throw lexer.syntaxError("one of: data type, identifier");
        }
        return new DataType.ArrayType(tuple);
    }

    private DataType aggregateState() {
        if (lexer.is(TypeLexer.Kind.NUMBER)) {
            lexer.advance();
            lexer.take(TypeLexer.Kind.COMMA, "comma");
        }
        if (!lexer.is(TypeLexer.Kind.WORD)) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Data type AggregateFunction requires parameters: version(optionally), name of aggregate function and"
                            + " list of data types for arguments");
        }
        String function = lexer.take(TypeLexer.Kind.WORD, "function name");
        List<String> parameters = parameters();
        List<DataType> arguments = new ArrayList<>();
        while (lexer.skip(TypeLexer.Kind.COMMA)) {
            arguments.add(type());
        }
        return new DataType.AggregateStateType(function, parameters, List.copyOf(arguments));
    }

    private List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        if (lexer.skip(TypeLexer.Kind.OPEN)) {
            while (!lexer.is(TypeLexer.Kind.CLOSE)) {
                parameters.add(lexer.is(TypeLexer.Kind.STRING) ? TypeText.quote(lexer.value()) : lexer.value());
                lexer.advance();
                if (!lexer.skip(TypeLexer.Kind.COMMA)) {
                    break;
                }
            }
            lexer.take(TypeLexer.Kind.CLOSE, "closing bracket");
        }
        return List.copyOf(parameters);
    }

    private DataType simpleAggregate() {
        String function = lexer.take(TypeLexer.Kind.WORD, "name of an aggregate function");
        List<String> parameters = parameters();
        if (!parameters.isEmpty()) {
            function += "(" + String.join(", ", parameters) + ")";
        }
        if (!lexer.skip(TypeLexer.Kind.COMMA)) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Aggregate function " + function + " requires single argument");
        }
        return new DataType.SimpleAggregateType(function, type());
    }

    static DbException wrongCount(String family) {
        String needs = switch (family) {
            case "Array" -> " data type family must have exactly one argument - type of elements";
            case "Nullable" -> " data type family must have exactly one argument - nested type";
            case "LowCardinality" -> " data type family must have single argument - type of elements";
            case "Map" -> " data type family must have two arguments: key and value types";
            case "FixedString" -> " data type family must have exactly one argument - size in bytes";
            case "Decimal" -> " data type family must have precision and optional scale arguments";
            case "AggregateFunction", "SimpleAggregateFunction" ->
                " requires the name of an aggregate function and the data types of its arguments";
            default -> " data type family must have exactly one number as its argument";
        };
        return new DbException(ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, family + needs);
    }
}
