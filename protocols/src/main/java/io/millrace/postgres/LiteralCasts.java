package io.millrace.postgres;

import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireOptions;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Literals with a type, {@code '12'::int} and {@code date '2024-01-02'}: their texts are read as PostgreSQL reads them, by the reader of parameters, so that
 * spellings, ranges and errors are the same.
 */
final class LiteralCasts {
    private static final int MICROS = 6;

    private final WireOptions options;

    LiteralCasts(WireOptions options) {
        this.options = options;
    }

    /**
     * The value of a text.
     *
     * @param type as the parser writes it: {@code int4}, {@code timestamp(3)}
     * @return empty for types whose texts the engine reads
     */
    Optional<Expr> of(Expr beside, String type, String text) {
        String name = type.split("\\(")[0];
        Optional<PgType> known = PgType.ofName(name);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return switch (known.get()) {
            case BOOL -> {
                boolean value = read(PgType.BOOL, text).text(options).orElse("").equals("t");
                yield Optional.of(new Expr.Literal(beside.position(), new LiteralValue.BoolValue(value)));
            }
            case INT2, INT4, INT8, OID -> Optional.of(cast(beside, known.get(), whole(text)));
            case FLOAT4, FLOAT8, UUID -> Optional.of(cast(beside, known.get(), text));
            case DATE -> Optional.of(moment(beside, text, true).orElseGet(() -> cast(beside, PgType.DATE, text)));
            case TIMESTAMP, TIMESTAMPTZ ->
                Optional.of(moment(beside, text, false).orElseGet(() -> timestamp(beside, type, text)));
            case BYTEA ->
                Optional.of(new Expr.Literal(
                        beside.position(),
                        new LiteralValue.StringValue(ByteaText.decode(text.getBytes(StandardCharsets.UTF_8)))));
            case INET -> address(beside, text);
            default -> Optional.empty();
        };
    }

    private ParameterValue read(PgType type, String text) {
        WireType wire = WireType.of(type);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Command.Parameter parameter = new Command.Parameter(wire, Optional.of(ParameterTypes.ours(wire)));
        return ParameterValue.read(parameter, 0, bytes, 0, bytes.length, options);
    }

    private Expr cast(Expr beside, PgType type, String text) {
        ParameterValue value = read(type, text);
        return TreeMapper.call(
                beside,
                "CAST",
                TreeMapper.literal(beside, value.text(options).orElse("")),
                TreeMapper.literal(beside, value.type().name()));
    }

    /** A number with a fraction is rounded: the parser hands over {@code 1.5::int} as a text, too. */
    private static String whole(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        try {
            return new BigDecimal(text.strip())
                    .setScale(0, RoundingMode.HALF_UP)
                    .toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** The words that mean a moment. */
    private static Optional<Expr> moment(Expr beside, String text, boolean date) {
        String today = date ? "today" : "toStartOfDay";
        Expr now = TreeMapper.call(beside, "now64", TreeMapper.number(beside, MICROS));
        Expr day = date ? TreeMapper.call(beside, today) : TreeMapper.call(beside, today, now);
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "now" -> Optional.of(date ? day : now);
            case "today" -> Optional.of(day);
            case "tomorrow" -> Optional.of(TreeMapper.call(beside, "addDays", day, TreeMapper.number(beside, 1)));
            case "yesterday" -> Optional.of(TreeMapper.call(beside, "addDays", day, TreeMapper.number(beside, -1)));
            case "infinity", "-infinity" ->
                throw new PgError("22008", "infinite dates and timestamps are not supported");
            default -> Optional.empty();
        };
    }

    private Expr timestamp(Expr beside, String type, String text) {
        ParameterValue value = read(PgType.TIMESTAMPTZ, text);
        long micros = ((LongColumn) value.value()).values()[0];
        int bracket = type.indexOf('(');
        int precision = bracket < 0 ? MICROS : Integer.parseInt(type.substring(bracket + 1, type.indexOf(')')));
        long unit = 1;
        for (int i = precision; i < MICROS; i++) {
            unit *= 10;
        }
        long rounded = Math.floorDiv(micros + unit / 2, unit) * unit;
        Expr moment = TreeMapper.call(
                beside,
                "fromUnixTimestamp64Micro",
                TreeMapper.call(beside, "toInt64", TreeMapper.number(beside, rounded)));
        return precision >= MICROS
                ? moment
                : TreeMapper.call(
                        beside,
                        "CAST",
                        moment,
                        TreeMapper.literal(beside, new DataType.DateTime64Type(precision, Optional.empty()).name()));
    }

    private static Optional<Expr> address(Expr beside, String text) {
        if (text.indexOf('/') >= 0) {
            return Optional.empty();
        }
        String type = text.indexOf(':') < 0 ? "IPv4" : "IPv6";
        return Optional.of(
                TreeMapper.call(beside, "CAST", TreeMapper.literal(beside, text), TreeMapper.literal(beside, type)));
    }

    /** {@code '{{a,b},{c,NULL}}'} as an array of texts. */
    static Expr array(Expr beside, String text) {
        return nested(beside, ArrayLiteral.parse(text));
    }

    private static Expr nested(Expr beside, ArrayLiteral.Element element) {
        return switch (element) {
            case ArrayLiteral.Null n -> new Expr.Literal(beside.position(), new LiteralValue.NullValue());
            case ArrayLiteral.Text t -> TreeMapper.literal(beside, t.text());
            case ArrayLiteral.Elements list -> {
                List<Expr> elements =
                        list.elements().stream().map(e -> nested(beside, e)).toList();
                yield Expr.FunctionCall.operator(beside.position(), "array", elements);
            }
        };
    }
}
