package io.millrace.functions.aggregate.statistic;

/** What is computed from counts and sums of powers: n, sum x, sum x^2, ... or n, sum x, sum y, sum xy, sum x^2, sum y^2. */
enum Moment {
    VAR_POP(3) {
        @Override
        double of(double[] m, int at) {
            return m[at] == 0 ? Double.NaN : Math.max(0, (m[at + 2] - m[at + 1] * m[at + 1] / m[at]) / m[at]);
        }
    },
    VAR_SAMP(3) {
        @Override
        double of(double[] m, int at) {
            return m[at] <= 1 ? Double.NaN : Math.max(0, (m[at + 2] - m[at + 1] * m[at + 1] / m[at]) / (m[at] - 1));
        }
    },
    STDDEV_POP(3) {
        @Override
        double of(double[] m, int at) {
            return Math.sqrt(VAR_POP.of(m, at));
        }
    },
    STDDEV_SAMP(3) {
        @Override
        double of(double[] m, int at) {
            return Math.sqrt(VAR_SAMP.of(m, at));
        }
    },
    SKEW_POP(4) {
        @Override
        double of(double[] m, int at) {
            double variance = VAR_POP.of(m, at);
            return variance > 0 ? third(m, at) / Math.pow(variance, 1.5) : Double.NaN;
        }
    },
    SKEW_SAMP(4) {
        @Override
        double of(double[] m, int at) {
            double variance = VAR_SAMP.of(m, at);
            return variance > 0 ? third(m, at) / Math.pow(variance, 1.5) : Double.NaN;
        }
    },
    KURT_POP(5) {
        @Override
        double of(double[] m, int at) {
            double variance = VAR_POP.of(m, at);
            return variance > 0 ? fourth(m, at) / (variance * variance) : Double.NaN;
        }
    },
    KURT_SAMP(5) {
        @Override
        double of(double[] m, int at) {
            double variance = VAR_SAMP.of(m, at);
            return variance > 0 ? fourth(m, at) / (variance * variance) : Double.NaN;
        }
    },
    COVAR_POP(4) {
        @Override
        double of(double[] m, int at) {
            return m[at] == 0 ? Double.NaN : (m[at + 3] - m[at + 1] * m[at + 2] / m[at]) / m[at];
        }
    },
    COVAR_SAMP(4) {
        @Override
        double of(double[] m, int at) {
            return m[at] <= 1 ? Double.NaN : (m[at + 3] - m[at + 1] * m[at + 2] / m[at]) / (m[at] - 1);
        }
    },
    CORR(6) {
        @Override
        double of(double[] m, int at) {
            double n = m[at];
            double x = m[at + 1];
            double y = m[at + 2];
            double denominator = Math.sqrt((n * m[at + 4] - x * x) * (n * m[at + 5] - y * y));
            return (n * m[at + 3] - x * y) / denominator;
        }
    };

    private final int width;

    Moment(int width) {
        this.width = width;
    }

    /** Numbers kept per group. */
    int width() {
        return width;
    }

    /** Whether there are two arguments. */
    boolean pairs() {
        return this == COVAR_POP || this == COVAR_SAMP || this == CORR;
    }

    abstract double of(double[] m, int at);

    private static double third(double[] m, int at) {
        double n = m[at];
        double x = m[at + 1];
        return (m[at + 3] - (3 * m[at + 2] - 2 * x * x / n) * x / n) / n;
    }

    private static double fourth(double[] m, int at) {
        double n = m[at];
        double x = m[at + 1];
        return (m[at + 4] - (4 * m[at + 3] - (6 * m[at + 2] - 3 * x * x / n) * x / n) * x / n) / n;
    }
}
