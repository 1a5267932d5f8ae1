package io.millrace.functions.aggregate.quantile;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import java.util.Arrays;
import java.util.TreeMap;

/** The sums of weights of all values of a group, in order of the values: exact weighted quantiles. */
final class WeightedValues implements QuantileSketch {
    /** The method of quantileExactWeighted(). */
    static final Method METHOD = new Method() {
        @Override
        public DataType resultType(DataType argument) {
            return argument;
        }

        @Override
        public boolean picksValues() {
            return true;
        }

        @Override
        public boolean takesWeight() {
            return true;
        }

        @Override
        public QuantileSketch sketch(DataType argument) {
            return new WeightedValues(RawValues.of(argument));
        }
    };

    private final RawValues values;
    private final TreeMap<Long, Long> weights = new TreeMap<>();

    WeightedValues(RawValues values) {
        this.values = values;
    }

    @Override
    public void add(double value, long raw, long weight) {
        if (!values.floats() || !Double.isNaN(value)) {
            weights.merge(values.key(raw), weight, Long::sum);
        }
    }

    @Override
    public void merge(QuantileSketch sketch) {
        ((WeightedValues) sketch).weights.forEach((key, weight) -> weights.merge(key, weight, Long::sum));
    }

    @Override
    public void write(ByteSink out) {
        out.putVarint(weights.size());
        weights.forEach((key, weight) -> {
            values.write(values.ofKey(key), out);
            out.putLong(weight);
        });
    }

    @Override
    public void readMerge(ByteSource in) {
        long size = in.getVarint();
        for (long i = 0; i < size; i++) {
            long key = values.key(values.read(in));
            weights.merge(key, in.getLong(), Long::sum);
        }
    }

    @Override
    public void quantiles(double[] levels, double[] results, long[] picked) {
        Arrays.fill(picked, 0);
        double total = 0;
        for (long weight : weights.values()) {
            total += weight;
        }
        for (int i = 0; i < levels.length; i++) {
            double threshold = Math.ceil(total * levels[i]);
            double passed = 0;
            for (var entry : weights.entrySet()) {
                passed += entry.getValue();
                picked[i] = values.ofKey(entry.getKey());
                if (passed >= threshold) {
                    break;
                }
            }
        }
    }

    @Override
    public long sizeBytes() {
        return 48 + 88L * weights.size();
    }
}
