package io.millrace.functions.scalar.math;

/** Error and gamma functions, which the JDK lacks; by series and continued fractions, to about one unit in the last place. */
final class SpecialFunctions {
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
    /** Coefficients of Stirling's series: B(2k) / (2k (2k - 1)). */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private SpecialFunctions() {}

    /** Exact for powers of two. */
    static double log2(double x) {
        if (!(x >= Double.MIN_NORMAL) || Double.isInfinite(x)) {
            return Math.log(x) / Math.log(2);
        }
        int exponent = Math.getExponent(x);
        double mantissa = Math.scalb(x, -exponent);
        if (mantissa > 1.5) {
            mantissa /= 2;
            exponent++;
        }
        return exponent + Math.log(mantissa) / Math.log(2);
    }

    /** As C's pow: 1 to any power is 1. */
    static double pow(double x, double y) {
        return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : Math.pow(x, y);
    }

    static double asinh(double x) {
        double size = Math.abs(x);
        double value = size > 1e8
                ? Math.log(size) + Math.log(2)
                : Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
        return Math.copySign(value, x);
    }

    static double acosh(double x) {
        return x > 1e8 ? Math.log(x) + Math.log(2) : Math.log1p(x - 1 + Math.sqrt((x - 1) * (x - 1) + 2 * (x - 1)));
    }

    static double atanh(double x) {
        return Math.log1p(2 * x / (1 - x)) / 2;
    }

    static double erf(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double size = Math.abs(x);
        double value = size < 2 ? erfSeries(size) : 1 - erfcFraction(size);
        return Math.copySign(value, x);
    }

    static double erfc(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x < 0.5) {
            return 1 - erf(x);
        }
        return x < 2 ? 1 - erfSeries(x) : erfcFraction(x);
    }

    /** All terms are positive, so nothing cancels. */
    private static double erfSeries(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-18; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
    }

    private static double erfcFraction(double x) {
        if (x > 27.3) {
            return 0;
        }
        double fraction = x;
        for (int n = 80; n >= 1; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
    }

    /** The logarithm of the absolute value of the gamma function. */
    static double lgamma(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        if (x <= 0) {
            if (x == Math.rint(x)) {
                return Double.POSITIVE_INFINITY;
            }
            return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
        }
        double shift = 1;
        double at = x;
        while (at < 15) {
            shift *= at;
            at += 1;
        }
        return stirling(at) - Math.log(shift);
    }

    private static double stirling(double x) {
        double square = x * x;
        double power = 1 / x;
        double correction = 0;
        for (double coefficient : STIRLING) {
            correction += coefficient * power;
            power /= square;
        }
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + correction;
    }

    static double tgamma(double x) {
        if (x == Math.rint(x) && x > 0 && x < 171.5) {
            double product = 1;
            for (int i = 2; i < x; i++) {
                product *= i;
            }
            return product;
        }
        if (x <= 0) {
            return x == Math.rint(x) ? Double.NaN : Math.PI / (Math.sin(Math.PI * x) * tgamma(1 - x));
        }
        return Math.exp(lgamma(x));
    }
}
