package io.millrace.sql.print;

import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.lexer.Quoting;
import java.math.BigDecimal;
import java.util.List;

/** Prints literal values as ClickHouse does. Stateless. */
public final class LiteralPrinter {
    private LiteralPrinter() {}

    /** Appends the value as a literal of SQL: floats keep a dot or an exponent, so that they stay floats. */
    public static void print(StringBuilder out, LiteralValue value) {
        switch (value) {
            case LiteralValue.NullValue n -> out.append("NULL");
            case LiteralValue.BoolValue(boolean b) -> out.append(b);
            case LiteralValue.IntegerValue(var i) -> out.append(i);
            case LiteralValue.FloatValue(double d) -> floating(out, d);
            case LiteralValue.StringValue s -> Quoting.string(out, s.bytes());
            case LiteralValue.ArrayValue(List<LiteralValue> elements) -> {
                out.append('[');
                list(out, elements);
                out.append(']');
            }
            case LiteralValue.TupleValue(List<LiteralValue> elements) -> {
                out.append(elements.size() == 1 ? "tuple(" : "(");
                list(out, elements);
                out.append(')');
            }
            case LiteralValue.MapValue(List<LiteralValue.Entry> entries) -> {
                out.append('{');
                for (int i = 0; i < entries.size(); i++) {
                    out.append(i == 0 ? "" : ", ");
                    print(out, entries.get(i).key());
                    out.append(": ");
                    print(out, entries.get(i).value());
                }
                out.append('}');
            }
        }
    }

    private static void list(StringBuilder out, List<LiteralValue> elements) {
        for (int i = 0; i < elements.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            print(out, elements.get(i));
        }
    }

    /** The shortest digits that give the number back; exponents from 1e21 up and below 1e-6. */
    private static void floating(StringBuilder out, double value) {
        if (Double.isNaN(value)) {
            out.append("nan");
        } else if (Double.isInfinite(value)) {
            out.append(value > 0 ? "inf" : "-inf");
        } else if (value == 0) {
            out.append(1 / value < 0 ? "-0" : "0").append(".");
        } else {
            BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            int exponent = digits.precision() - digits.scale() - 1;
            if (exponent >= 21 || exponent < -6) {
                BigDecimal mantissa = digits.movePointLeft(exponent).stripTrailingZeros();
                out.append(mantissa.toPlainString()).append('e').append(exponent);
            } else {
                String plain = digits.toPlainString();
                out.append(plain).append(plain.indexOf('.') < 0 ? "." : "");
            }
        }
    }
}
